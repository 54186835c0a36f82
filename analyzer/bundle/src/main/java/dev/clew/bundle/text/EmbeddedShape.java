package dev.clew.bundle.text;

import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.object.JsonTrees;
import dev.clew.bundle.object.ObjectRecords;
import dev.clew.bundle.object.Tree;
import dev.clew.bundle.object.YamlTrees;
import dev.clew.model.Record;
import dev.clew.model.RecordKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON and YAML that stand on a page between other things: whole objects, and the fragments of
/// them that people paste.
final class EmbeddedShape implements Shape {

    private static final int LONGEST_JSON = 200_000;
    private static final int LONGEST_YAML = 20_000;
    private static final int LONG_VALUE = 16;
    private static final Pattern YAML_LINE =
            Pattern.compile("^\\s*(?:- )*(?:- *$|[\"']?[a-zA-Z][\\w./-]*[\"']?:(?: .*)?$|- \\S)");
    private static final Pattern YAML_KEY = Pattern.compile("^\\s*(?:- )*[a-z][\\w./-]*:(?: .*)?$");
    private static final Pattern DESCRIBED = Pattern.compile("\\s*[A-Z][\\w /-]*: ");
    private static final Pattern JSON_MEMBER = Pattern.compile("^\\s*\"[\\w./-]+\": *[\\[{\"\\d]");
    private static final Pattern OPENS = Pattern.compile("(?:=>|:|=) *([{\\[])\\s*$");

    @Override
    public boolean take(Page page, Context context) {
        String text = page.peek().words();
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return json(page, context, 0, "", "");
        }
        if (JSON_MEMBER.matcher(text).lookingAt()) {
            return json(page, context, 0, "{", "}") || json(page, context, 0, "{", "}}");
        }
        java.util.regex.Matcher opens = OPENS.matcher(text);
        if (opens.find()
                && json(
                        page,
                        context,
                        page.peek().text().lastIndexOf(opens.group(1).charAt(0)),
                        "",
                        "")) {
            return true;
        }
        return YAML_KEY.matcher(page.peek().text()).matches() && yaml(page, context);
    }

    /// Takes lines until the brackets close, and reads them.
    private boolean json(Page page, Context context, int column, String before, String after) {
        int start = page.position();
        Line first = page.peek();
        StringBuilder text = new StringBuilder(before);
        StringBuilder raw = new StringBuilder();
        Brackets brackets = new Brackets();
        int count = 0;
        boolean member = !before.isEmpty();
        do {
            Line line = page.take();
            String part = count == 0 ? line.text().substring(column) : line.text();
            brackets.add(part);
            text.append(part).append('\n');
            raw.append(raw.isEmpty() ? "" : "\n").append(line.raw());
            count++;
        } while (page.hasNext()
                && count < LONGEST_JSON
                && (brackets.open() > 0 || (member && isMember(page.peek(), brackets))));
        if (member) {
            int comma = text.toString().stripTrailing().length();
            if (text.charAt(comma - 1) == ',') {
                text.setCharAt(comma - 1, ' ');
            }
        }
        try {
            String closed =
                    member || brackets.open() <= 0
                            ? text.append(after).toString()
                            : brackets.close(text.toString());
            List<Tree> trees = JsonTrees.read(closed);
            if (read(trees, closed, first, raw.toString(), context, count > 1 || member)) {
                return true;
            }
        } catch (IOException e) {
            // not JSON after all
        }
        page.back(start);
        return false;
    }

    private static boolean isMember(Line line, Brackets brackets) {
        return brackets.open() >= 0 && JSON_MEMBER.matcher(line.text()).lookingAt();
    }

    private boolean yaml(Page page, Context context) {
        int start = page.position();
        Line first = page.peek();
        int indent = first.indent();
        StringBuilder text = new StringBuilder();
        StringBuilder raw = new StringBuilder();
        int count = 0;
        boolean folded = false;
        while (page.hasNext() && count < LONGEST_YAML) {
            Line line = page.peek();
            boolean deeper = line.indent() > indent;
            if (line.isBlank()
                    ? !folded
                    : !(YAML_LINE.matcher(line.text()).matches()
                            || deeper
                            || line.text().equals("---"))) {
                break;
            }
            if (!line.isBlank() && line.indent() < indent) {
                break;
            }
            folded =
                    line.text().endsWith("|")
                            || line.text().endsWith(">")
                            || (folded && (deeper || line.isBlank()));
            page.take();
            text.append(
                            line.isBlank()
                                    ? ""
                                    : line.text().substring(Math.min(indent, line.text().length())))
                    .append('\n');
            raw.append(raw.isEmpty() ? "" : "\n").append(line.raw());
            count++;
        }
        if (count >= 2 && !isDescribe(text)) {
            try {
                if (read(
                        YamlTrees.read(text.toString()),
                        text.toString(),
                        first,
                        raw.toString(),
                        context,
                        count > 2)) {
                    return true;
                }
            } catch (IOException e) {
                // not YAML after all
            }
        }
        page.back(start);
        return false;
    }

    /// Whether it is a part of a `describe` page, whose keys begin with capitals.
    private static boolean isDescribe(StringBuilder text) {
        long capitals =
                text.toString().lines().filter(line -> DESCRIBED.matcher(line).lookingAt()).count();
        return capitals * 3 > text.toString().lines().count();
    }

    /// Hands on what is understood of the trees; of the rest, values long enough to say something.
    private static boolean read(
            List<Tree> trees,
            String text,
            Line first,
            String raw,
            Context context,
            boolean several) {
        boolean any = false;
        for (Tree tree : trees) {
            boolean understood =
                    new ObjectRecords(
                                    context.source, text, (int) first.number() - 1, context.sink())
                            .read(tree);
            if (!understood && several && (tree.isObject() || tree.isArray())) {
                String oneLine = text.replaceAll("\\s*\n\\s*", " ").strip();
                LogRecords log = new LogRecords(context.source);
                if (log.isFramed(oneLine)
                        && (tree.has("level") || tree.has("severity"))
                        && (tree.has("msg") || tree.has("message"))) {
                    context.emit(log.record(context.origin(first), oneLine, raw));
                } else {
                    values(tree, "", first, context, raw);
                }
                understood = true;
            }
            any |= understood;
        }
        return any;
    }

    private static void values(Tree tree, String name, Line first, Context context, String raw) {
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            values(member.getValue(), member.getKey(), first, context, raw);
        }
        for (Tree item : tree.items()) {
            values(item, name, first, context, raw);
        }
        String text = tree.text();
        if (text == null || text.length() < LONG_VALUE) {
            return;
        }
        if (text.strip().indexOf('\n') >= 0) {
            // Output of a program inside a document, such as `stderr` in a result of Ansible, is a
            // page of its own
            DocumentReader.read(
                    context.source, text, first.number() - 1 + tree.line(), context.sink());
            return;
        }
        context.emit(
                Record.of(
                                RecordKind.TEXT,
                                new dev.clew.model.Origin(
                                        context.source.path(), first.number() - 1 + tree.line()),
                                value(name, text))
                        .text(
                                dev.clew.bundle.log.Escapes.resolve(value(name, text))
                                        .replaceAll("\\s+", " "))
                        .entity(context.source.entity()));
    }

    private static String value(String name, @Nullable String text) {
        return name + ": " + text;
    }

    /// Follows brackets outside of strings.
    private static final class Brackets {
        private final StringBuilder open = new StringBuilder();
        private boolean quoted;
        private int length;
        private int lastWhole;
        private String openAtLastWhole = "";

        void add(String line) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quoted && c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '{' || c == '[')) {
                    open.append(c == '{' ? '}' : ']');
                } else if (!quoted && (c == '}' || c == ']') && !open.isEmpty()) {
                    open.setLength(open.length() - 1);
                    lastWhole = length + i + 1;
                    openAtLastWhole = open.toString();
                } else if (!quoted && c == ',') {
                    lastWhole = length + i;
                    openAtLastWhole = open.toString();
                }
            }
            length += line.length() + 1;
        }

        int open() {
            return open.length();
        }

        /// The text up to the last thing in it that is whole, with what is open there closed:
        /// people paste beginnings.
        String close(String text) {
            return text.substring(0, lastWhole) + new StringBuilder(openAtLastWhole).reverse();
        }
    }
}
