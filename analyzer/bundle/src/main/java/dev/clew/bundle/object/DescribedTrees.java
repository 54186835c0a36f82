package dev.clew.bundle.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns the page that `kubectl describe` prints of an object it has no layout for, a custom
/// resource, back into the object: keys become member names again, what is deeper becomes theirs.
public final class DescribedTrees {

    private static final Set<String> ACRONYMS = Set.of("API", "URL", "UID", "OSB", "GUID");

    /// Keys that stand at the top of the page and belong to the metadata.
    private static final Set<String> METADATA =
            Set.of("name", "namespace", "labels", "annotations");

    /// A list, also where it has one item and looks like an object.
    private static final String CONDITIONS = "conditions";

    private static final int DEEPEST = 40;

    private final List<String> lines;
    private final List<Integer> starts = new ArrayList<>();
    private int at;

    private DescribedTrees(List<String> lines) {
        this.lines = lines;
        int from = 0;
        for (String line : lines) {
            starts.add(from);
            from += line.length() + 1;
        }
    }

    /// The object that lines describe.
    ///
    /// @param lines without line ends; places in the tree are those in the lines joined by line
    ///   ends
    public static Tree read(List<String> lines) {
        DescribedTrees reader = new DescribedTrees(lines);
        Tree all = reader.object(-1, 0);
        Tree object = Tree.object(1, 0);
        Tree metadata = Tree.object(1, 0);
        all.members()
                .forEach((name, value) ->
                        (METADATA.contains(name) ? metadata : object).put(name, value));
        all.get("metadata").members().forEach(metadata::put);
        Tree whole = Tree.object(1, 0);
        object.members()
                .forEach((name, value) -> {
                    if (!name.equals("metadata")) {
                        whole.put(name, value);
                    }
                });
        whole.put("metadata", metadata);
        metadata.endsAt(String.join("\n", lines).length());
        whole.endsAt(String.join("\n", lines).length());
        return whole;
    }

    /// The members that stand deeper than a key, up to one that begins the next item of a list.
    private Tree object(int indent, int depth) {
        Tree object = Tree.object(at + 1, start());
        Set<String> names = new HashSet<>();
        int own = -1;
        while (at < lines.size()) {
            String line = lines.get(at);
            int colon = colon(line);
            int deep = indent(line);
            if (line.isBlank()) {
                at++;
                continue;
            }
            own = own < 0 ? deep : own;
            if (deep <= indent || deep < own || colon < 0) {
                break;
            }
            String name = name(line.substring(deep, colon));
            if (!names.add(name)) {
                break;
            }
            int from = start();
            int number = at + 1;
            String value = line.substring(colon + 1).strip();
            at++;
            Tree read =
                    value.isEmpty() ? below(deep, depth + 1) : scalar(value, deep, number, from);
            read.endsAt(end());
            object.put(name, name.equals(CONDITIONS) && read.isObject() ? listOf(read) : read);
        }
        object.endsAt(end());
        return object;
    }

    /// What stands below a key without a value: an object, or a list of objects or of words.
    private Tree below(int indent, int depth) {
        if (at >= lines.size() || indent(lines.get(at)) <= indent || depth > DEEPEST) {
            return Tree.scalar("", at, start(), start());
        }
        if (colon(lines.get(at)) < 0) {
            Tree list = Tree.array(at + 1, start());
            while (at < lines.size()
                    && !lines.get(at).isBlank()
                    && indent(lines.get(at)) > indent) {
                list.add(
                        Tree.scalar(
                                lines.get(at).strip(),
                                at + 1,
                                start(),
                                start() + lines.get(at).length()));
                at++;
            }
            return list;
        }
        Tree first = object(indent, depth);
        if (at >= lines.size() || lines.get(at).isBlank() || indent(lines.get(at)) <= indent) {
            return first;
        }
        Tree list = listOf(first);
        int before = -1;
        while (at < lines.size() && at > before && indent(lines.get(at)) > indent) {
            before = at;
            list.add(object(indent, depth));
        }
        while (at < lines.size() && at == before && indent(lines.get(at)) > indent) {
            at++; // no key and no item: the rest of a value
            before++;
        }
        return list;
    }

    private static Tree listOf(Tree item) {
        Tree list = Tree.array(item.line(), item.from());
        list.add(item);
        return list;
    }

    /// A value, with the lines below it that are deeper: long ones have line ends.
    private Tree scalar(String value, int indent, int number, int from) {
        StringBuilder whole = new StringBuilder(value);
        while (at < lines.size()
                && !lines.get(at).isBlank()
                && indent(lines.get(at)) > indent
                && colon(lines.get(at)) < 0) {
            whole.append('\n').append(lines.get(at).strip());
            at++;
        }
        String text = whole.toString();
        return Tree.scalar(text.equals("<none>") ? "" : text, number, from, end());
    }

    /// The name that a key was made of: `Last Transition Time` was `lastTransitionTime`.
    private static String name(String key) {
        if (!Character.isUpperCase(key.charAt(0))) {
            return key;
        }
        String[] words = key.split(" ", -1);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean acronym = ACRONYMS.contains(words[i]);
            if (i == 0) {
                name.append(
                        acronym || words[i].length() < 2
                                ? words[i].toLowerCase(Locale.ROOT)
                                : Character.toLowerCase(words[i].charAt(0))
                                        + words[i].substring(1));
            } else {
                name.append(words[i]);
            }
        }
        return name.toString();
    }

    /// Where the key of a line ends; -1 if it has none.
    private static int colon(String line) {
        for (int i = line.indexOf(':'); i > 0; i = line.indexOf(':', i + 1)) {
            if (i + 1 == line.length() || line.charAt(i + 1) == ' ') {
                return i > indent(line) ? i : -1;
            }
        }
        return -1;
    }

    private int start() {
        return at < lines.size() ? starts.get(at) : end();
    }

    private int end() {
        return at == 0 ? 0 : starts.get(at - 1) + lines.get(at - 1).length();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
