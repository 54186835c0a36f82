package dev.clew.diagnose.collect;

import dev.clew.match.RuleBook;
import dev.clew.match.literal.LiteralScanner;
import dev.clew.match.template.Template;
import dev.clew.model.Level;
import dev.clew.model.LineFilter;
import dev.clew.model.Record;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Watches one unit for messages at warning or above that no rule knows. Lets the first lines of
/// each kind through beside those that the rules ask for, and counts the others by their bytes.
public final class Suspects implements LineFilter {

    /// What shows the level in the formats logs are written in. At least eight characters each, so
    /// that the scanner can take large steps.
    private static final LiteralScanner MARKS =
            LiteralScanner.of(
                    List.of(
                            "level=warn",
                            "level=error",
                            "level=fatal",
                            "level=panic",
                            "level=crit",
                            "\"level\":\"warn",
                            "\"level\":\"error",
                            "\"level\":\"fatal",
                            "\"level\":\"panic",
                            "\"level\": \"warn",
                            "\"level\": \"error",
                            "\"severity\":\"warn",
                            "\"severity\":\"error",
                            "severity=error",
                            "[warning]",
                            "[critical]",
                            "[error][",
                            "[error] ",
                            "[fatal] "));

    private static final int HEAD = 2000;
    private static final int MOST = 200;

    private final LineFilter rules;
    private final Skeletons skeletons = new Skeletons();
    private final Map<Long, Unknown> unknowns = new HashMap<>();
    private final List<Unknown> order = new ArrayList<>();

    /// A message of the unit that no rule knows.
    static final class Unknown {
        final long skeleton;
        final Template template;
        final List<Record> records = new ArrayList<>(3);
        Level level;
        long read;

        Unknown(long skeleton, Template template, Level level) {
            this.skeleton = skeleton;
            this.template = template;
            this.level = level;
        }
    }

    /// Watches beside the filter of the rules.
    public Suspects(LineFilter rules) {
        this.rules = rules;
    }

    @Override
    public void lines(byte[] bytes, int from, int to, LineSink sink) {
        NavigableSet<Long> marked = new TreeSet<>();
        MARKS.scan(
                bytes,
                from,
                to,
                (literal, position) -> {
                    int start = startOfLine(bytes, from, position);
                    int end = endOfLine(bytes, position, to);
                    mark(bytes, start, end, marked);
                    return end;
                });
        if (looksLikeKlog(bytes, from, Math.min(to, from + HEAD))) {
            klog(bytes, from, to, marked);
        }
        if (marked.isEmpty()) {
            rules.lines(bytes, from, to, sink);
            return;
        }
        rules.lines(
                bytes,
                from,
                to,
                (start, end) -> {
                    while (!marked.isEmpty() && (int) (marked.first() >>> 32) <= start) {
                        emit(marked, start, sink);
                    }
                    sink.line(start, end);
                });
        while (!marked.isEmpty()) {
            emit(marked, -1, sink);
        }
    }

    private static void emit(NavigableSet<Long> marked, int but, LineSink sink) {
        long line = marked.removeFirst();
        if ((int) (line >>> 32) != but) {
            sink.line((int) (line >>> 32), (int) line);
        }
    }

    private void mark(byte[] bytes, int start, int end, NavigableSet<Long> marked) {
        if (skeletons.isWorthReading(bytes, start, end)) {
            int stripped = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            marked.add((long) start << 32 | stripped);
        }
    }

    private void klog(byte[] bytes, int from, int to, NavigableSet<Long> marked) {
        for (int start = from; start < to; start = endOfLine(bytes, start, to) + 1) {
            int at = afterRuntime(bytes, start, to);
            if (isKlog(bytes, at, to) && bytes[at] != 'I') {
                mark(bytes, start, endOfLine(bytes, start, to), marked);
            }
        }
    }

    private static boolean looksLikeKlog(byte[] bytes, int from, int to) {
        for (int start = from; start < to; start = endOfLine(bytes, start, to) + 1) {
            if (isKlog(bytes, afterRuntime(bytes, start, to), to)) {
                return true;
            }
        }
        return false;
    }

    /// Where the program's own words begin if the container runtime put its stamp in front.
    private static int afterRuntime(byte[] bytes, int start, int to) {
        if (start >= to || bytes[start] < '0' || bytes[start] > '9') {
            return start;
        }
        int end = Math.min(to, start + 50);
        for (int i = start; i + 3 < end; i++) {
            if (bytes[i] == ' ' && bytes[i + 1] == 'F' && bytes[i + 2] == ' ') {
                return i + 3;
            }
        }
        return start;
    }

    private static boolean isKlog(byte[] bytes, int at, int to) {
        if (at + 6 > to || "IWEF".indexOf(bytes[at]) < 0 || bytes[at + 5] != ' ') {
            return false;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int startOfLine(byte[] bytes, int from, int at) {
        int start = at;
        while (start > from && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int endOfLine(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /// Takes a record of the unit with what the rules say of it.
    public void note(Record record, List<RuleBook.Hit> hits) {
        Level level = level(record);
        if (level == null || isKnown(hits)) {
            return;
        }
        long skeleton = Skeletons.of(record.raw());
        Unknown unknown = unknowns.get(skeleton);
        if (unknown == null) {
            if (order.size() >= MOST) {
                return;
            }
            String text = record.kind() == RecordKind.LOG ? record.text() : record.raw();
            unknown =
                    new Unknown(
                            skeleton,
                            Template.of(text.substring(0, Math.min(text.length(), HEAD))),
                            level);
            unknowns.put(skeleton, unknown);
            order.add(unknown);
        }
        unknown.read += record.count();
        if (level.compareTo(unknown.level) > 0) {
            unknown.level = level;
        }
        if (unknown.records.size() < 3) {
            unknown.records.add(record);
        }
    }

    private static boolean isKnown(List<RuleBook.Hit> hits) {
        return hits.stream()
                .anyMatch(hit -> hit.matches() && !(hit.rule().rule() instanceof Rule.Fact));
    }

    private static @Nullable Level level(Record record) {
        Level level = record.level();
        return level != null && level.compareTo(Level.WARN) >= 0 ? level : null;
    }

    /// What no rule knew, in the order it was seen first.
    List<Unknown> unknowns() {
        return order;
    }

    /// How often a message of the unit was printed.
    long count(Unknown unknown) {
        return Math.max(unknown.read, skeletons.count(unknown.skeleton));
    }
}
