package dev.clew.bundle.text;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.object.JsonTrees;
import dev.clew.bundle.object.ObjectRecords;
import dev.clew.bundle.object.ShippedTrees;
import dev.clew.bundle.object.Tree;
import dev.clew.bundle.object.YamlTrees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSON and YAML that stand on a page between other things: whole objects, and the fragments of
/// them that people paste.
final class EmbeddedShape implements Shape {

    private static final int LONGEST_JSON = 200_000;
    private static final int LONGEST_YAML = 20_000;
    private static final int DEEPEST_JSON = 100;
    private static final int WITHOUT_PATIENCE = 8;
    private static final Pattern YAML_LINE =
            Pattern.compile("^\\s*(?:- )*(?:- *$|[\"']?[a-zA-Z][\\w./-]*[\"']?:(?: .*)?$|- \\S)");
    private static final Pattern YAML_KEY = Pattern.compile("^\\s*(?:- )*[a-z][\\w./-]*:(?: .*)?$");
    private static final Pattern DESCRIBED = Pattern.compile("\\s*[A-Z][\\w /-]*: ");
    private static final Pattern JSON_MEMBER = Pattern.compile("^\\s*\"[\\w./-]+\": *[\\[{\"\\d]");
    private static final Pattern OPENS = Pattern.compile("(?:=>|:|=) *([{\\[])\\s*$");

    /// `fatal: [worker-2]: FAILED! => {`, what Ansible says of one task on one host
    private static final Pattern ANSIBLE =
            Pattern.compile(
                    "(?:fatal|failed|ok|changed|skipping|unreachable): \\[([\\w.-]+)(?: ->"
                            + " [^\\]]+)?\\](?: \\(item=[^)]{0,200}\\))?:?(?: [A-Z]+!)? => (?=\\{)");

    private static final int PATIENCE = 3_000_000;

    /// Characters that tries may still take which turn out to be neither JSON nor YAML.
    private int patience = PATIENCE;

    @Override
    public boolean take(Page page, Context context) {
        String text = page.peek().words();
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return json(page, context, 0, false);
        }
        if (JSON_MEMBER.matcher(text).lookingAt()) {
            return json(page, context, 0, true);
        }
        Matcher result = ANSIBLE.matcher(text);
        if (result.lookingAt()) {
            Source outside = context.source;
            context.source =
                    outside.with(outside.entity().withNode(result.group(1)), outside.component());
            boolean read = json(page, context, page.peek().indent() + result.end(), false);
            context.source = outside;
            if (read) {
                return true;
            }
        }
        Matcher opens = OPENS.matcher(text);
        if (opens.find()
                && json(
                        page,
                        context,
                        page.peek().text().lastIndexOf(opens.group(1).charAt(0)),
                        false)) {
            return true;
        }
        return YAML_KEY.matcher(page.peek().text()).matches() && yaml(page, context);
    }

    /// Takes lines until the brackets close, or until one that can't go on with them, and reads
    /// them. What was cut off is closed where it ends; what that leaves out is read on its own.
    ///
    /// @param column where in the first line the document begins
    /// @param member whether it is a member of an object that was pasted without its braces
    private boolean json(Page page, Context context, int column, boolean member) {
        int start = page.position();
        Line first = page.peek();
        if (!new Brackets().takes(first.text().substring(column))) {
            return false;
        }
        List<String> raws = new ArrayList<>();
        Brackets brackets = new Brackets();
        int most = mostLines(LONGEST_JSON);
        do {
            Line line = page.take();
            brackets.add(raws.isEmpty() ? line.text().substring(column) : line.text());
            raws.add(line.raw());
        } while (page.hasNext()
                && raws.size() < most
                && !brackets.inString()
                && brackets.open() <= DEEPEST_JSON
                && (brackets.open() > 0
                        ? brackets.takes(page.peek().text())
                        : member && JSON_MEMBER.matcher(page.peek().text()).lookingAt()));
        boolean several = raws.size() > 1 || member || column > 0;
        for (Brackets.Closed closed : brackets.closed()) {
            String document = member ? "{" + closed.text() + "}" : closed.text();
            int lines = closed.lines();
            int touched = closed.rest().isEmpty() ? lines : lines + 1;
            String raw = String.join("\n", raws.subList(0, touched));
            if (read(document, first, column, raw, context, several)) {
                page.back(start + lines);
                if (touched > lines) {
                    page.leave(closed.rest());
                }
                return true;
            }
        }
        patience -= brackets.length();
        page.back(start);
        return false;
    }

    /// How many lines a try may take: a hostile page would have each of its lines read again for
    /// each line above it.
    private int mostLines(int most) {
        return patience > 0 ? most : WITHOUT_PATIENCE;
    }

    private static boolean read(
            String document, Line first, int column, String raw, Context context, boolean several) {
        try {
            List<Tree> trees = JsonTrees.read(document);
            if (column > 0 && several && !trees.isEmpty()) {
                before(first, first.text().substring(0, column).stripTrailing(), context);
            }
            return read(trees, document, first, raw, context, several);
        } catch (IOException e) {
            return false; // not JSON after all
        }
    }

    /// Hands on what stands before a document on its first line.
    private static void before(Line first, String text, Context context) {
        LogRecords log = new LogRecords(context.source);
        LogLine line = log.parse(text);
        context.emit(
                line.isFramed()
                        ? log.record(context.origin(first), List.of(line), first.raw())
                        : ParagraphShape.record(context, first, text, first.raw()).build());
    }

    private boolean yaml(Page page, Context context) {
        int start = page.position();
        Line first = page.peek();
        int indent = first.indent();
        int most = mostLines(LONGEST_YAML);
        StringBuilder text = new StringBuilder();
        StringBuilder raw = new StringBuilder();
        int count = 0;
        boolean folded = false;
        while (page.hasNext() && count < most) {
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
        patience -= text.length();
        page.back(start);
        return false;
    }

    /// Whether it is a part of a `describe` page, whose keys begin with capitals.
    private static boolean isDescribe(StringBuilder text) {
        long capitals =
                text.toString().lines().filter(line -> DESCRIBED.matcher(line).lookingAt()).count();
        return capitals * 3 > text.toString().lines().count();
    }

    /// Hands on what is understood of the trees, and the rest as text.
    private static boolean read(
            List<Tree> trees,
            String text,
            Line first,
            String raw,
            Context context,
            boolean several) {
        boolean any = false;
        long offset = first.number() - 1;
        ObjectRecords objects =
                new ObjectRecords(context.source, text, (int) offset, context.sink());
        Leftovers leftovers =
                new Leftovers(context.source, objects.understood(), raw, offset, 0, context.sink());
        if (!several && trees.size() == 1 && ShippedTrees.isLine(trees.getFirst())) {
            return false; // a log line: others may go on with it
        }
        for (Tree tree : trees) {
            boolean understood = objects.read(tree);
            if (!understood && several && trees.size() == 1 && isLogLine(tree)) {
                LogRecords log = new LogRecords(context.source);
                LogLine oneLine = log.parse(text.replaceAll("\\s*\n\\s*", " ").strip());
                if (oneLine.isFramed()) {
                    context.emit(log.record(context.origin(first), List.of(oneLine), raw));
                    return true;
                }
            }
            if (understood || (several && (tree.isObject() || tree.isArray()))) {
                leftovers.read(tree);
                any = true;
            }
        }
        return any;
    }

    private static boolean isLogLine(Tree tree) {
        return (tree.has("level") || tree.has("severity"))
                && (tree.has("msg") || tree.has("message"));
    }
}
