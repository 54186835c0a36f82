package dev.clew.bundle.text;

import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.bundle.log.Escapes;
import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.object.Tree;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes text of what is not understood of a document, so that none of it is lost: each value that
/// is long enough to say something by itself, and the short ones of one mapping together.
public final class Leftovers {

    /// Members that say what to look for, not what was found.
    private static final Set<String> PATTERNS =
            Set.of("pattern", "patterns", "regex", "regexp", "expr");

    private static final int LONG_VALUE = 16;
    private static final int LONGEST_GROUP = 1000;
    private static final int LONGEST_RAW_LINE = 400;

    private final Source source;
    private final Set<Tree> understood;
    private final List<String> lines;
    private final long lineOffset;
    private final int from;
    private final RecordSink sink;
    private final LogRecords log;

    /// A reader of the rest of one document.
    ///
    /// @param understood the parts of which there are records already
    /// @param raw the lines of the document as they stand in the source
    /// @param lineOffset lines of the source that stand before the document
    /// @param from how many characters at the beginning of the document only repeat what was read
    ///   before
    public Leftovers(
            Source source,
            Set<Tree> understood,
            String raw,
            long lineOffset,
            int from,
            RecordSink sink) {
        this.source = source;
        this.understood = understood;
        this.lines = List.of(raw.split("\n", -1));
        this.lineOffset = lineOffset;
        this.from = from;
        this.sink = sink;
        this.log = new LogRecords(source);
    }

    /// Hands on the records of all values below a tree.
    public void read(Tree tree) {
        read(tree, "");
    }

    private void read(Tree tree, String name) {
        if (understood.contains(tree) || PATTERNS.contains(name)) {
            return;
        }
        Group group = new Group(name);
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            child(member.getKey(), member.getKey() + ": ", member.getValue(), group);
        }
        for (Tree item : tree.items()) {
            child(name, "", item, group);
        }
        group.flush();
        String text = tree.text();
        if (text != null && !text.isBlank()) {
            value(name, text, tree.line());
        }
    }

    private void child(String name, String prefix, Tree tree, Group group) {
        String text = tree.text();
        if (text != null && tree.from() < from) {
            return;
        }
        if (text == null || text.length() >= LONG_VALUE || text.strip().indexOf('\n') >= 0) {
            read(tree, name);
        } else if (!text.isBlank() && !understood.contains(tree)) {
            group.add(prefix + text.strip(), tree.line());
        }
    }

    private void value(String name, String text, int line) {
        if (text.strip().indexOf('\n') >= 0) {
            page(text, line);
            return;
        }
        LogLine read = log.parse(text);
        if (read.isFramed() && read.hasLevel()) {
            sink.record(
                    log.record(
                            new Origin(source.path(), lineOffset + line),
                            List.of(read),
                            raw(line, line, text)));
            return;
        }
        String named = name.isEmpty() ? text : name + ": " + text;
        emit(named, raw(line, line, named), line);
    }

    /// Output of a program inside a document, such as `stderr` in a result of Ansible, is a page of
    /// its own. In JSON all of it stands on one line.
    private void page(String text, int line) {
        boolean onOneLine =
                line >= 1 && line <= lines.size() && lines.get(line - 1).contains("\\n");
        long first = lineOffset + line;
        DocumentReader.read(
                source,
                text,
                first,
                onOneLine
                        ? record -> sink.record(record.movedBy(first - record.origin().line()))
                        : sink);
    }

    private void emit(String text, String raw, int line) {
        sink.record(
                LogRecord.of(RecordKind.TEXT, new Origin(source.path(), lineOffset + line), raw)
                        .text(Escapes.resolve(text).replaceAll("\\s+", " "))
                        .entity(source.entity())
                        .build());
    }

    /// The lines as they stand in the source; the text itself where they hold much else.
    private String raw(int first, int last, String text) {
        boolean onOneLine = lines.stream().filter(line -> !line.isBlank()).limit(2).count() < 2;
        if (onOneLine || first < 1 || last < first || last > lines.size() || last - first > 40) {
            return text;
        }
        String raw = String.join("\n", lines.subList(first - 1, last));
        return raw.length() > Math.max(LONGEST_RAW_LINE, 2 * text.length()) ? text : raw;
    }

    /// The short values of one mapping or list.
    private final class Group {
        private final String name;
        private final List<String> values = new ArrayList<>();
        private int length;
        private int first;
        private int last;

        Group(String name) {
            this.name = name;
        }

        void add(String value, int line) {
            if (length > LONGEST_GROUP) {
                flush();
            }
            first = values.isEmpty() ? line : first;
            last = line;
            length += value.length();
            values.add(value);
        }

        void flush() {
            if (values.isEmpty()) {
                return;
            }
            String text = (name.isEmpty() ? "" : name + ": ") + String.join("; ", values);
            emit(text, raw(first, last, text), first);
            values.clear();
            length = 0;
        }
    }
}
