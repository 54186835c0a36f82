package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The last lines that each program printed, so that its end can be explained by its own words. Its
/// size is bounded.
public final class LastLines {

    private static final int MOST_LINES = 12;
    private static final int LONGEST = 8_000;

    private final Map<Log, Deque<Line>> logs = new LinkedHashMap<>();
    private final Map<String, Boolean> isLog = new HashMap<>();
    private final Limits limits;
    private long left;

    /// Keeps of no more logs than these limits allow.
    LastLines(Limits limits) {
        this.limits = limits;
    }

    /// The log of one container, or a file of which that is not known.
    ///
    /// @param pod null where unknown
    /// @param container or the program, in the journal of a node; null where unknown
    public record Log(String source, @Nullable String pod, @Nullable String container) {}

    /// A line of a log.
    ///
    /// @param level how bad the failure is that it tells of, null if it tells of none
    /// @param known whether a rule knows it
    public record Line(LogRecord record, @Nullable Level level, boolean known) {}

    /// Takes the next record of a source.
    void note(LogRecord record, @Nullable Level level, boolean known) {
        String source = record.origin().source();
        switch (record.kind()) {
            case COMMAND -> isLog.put(source, record.text().contains(" logs"));
            case LOG, TEXT -> {
                if (isLog.getOrDefault(source, true)
                        && record.raw().length() <= LONGEST
                        && !record.message().isBlank()) {
                    add(
                            new Log(source, record.entity().pod(), printedBy(record)),
                            new Line(record, level, known));
                }
            }
            case CONTAINER, POD, NODE, CONDITION, WORKLOAD, EVENT, OBJECT, STATUS ->
                    isLog.put(source, false);
            case CONFIG, FLOW, RELEASE, STATE, ERROR -> {}
        }
    }

    /// The container, or in the journal of a node the program.
    private static @Nullable String printedBy(LogRecord record) {
        Entity entity = record.entity();
        return entity.container() != null || entity.pod() != null
                ? entity.container()
                : record.fields().get("program");
    }

    private void add(Log log, Line line) {
        Deque<Line> lines = logs.get(log);
        if (lines == null) {
            if (logs.size() >= limits.of(Bound.LOGS)) {
                left++;
                return;
            }
            lines = new ArrayDeque<>(4);
            logs.put(log, lines);
        }
        if (lines.size() >= MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /// Adds what was printed later.
    ///
    /// @param base lines of the sources before those of the other
    void add(LastLines later, long base) {
        left += later.left();
        later.logs.forEach((log, lines) ->
                lines.forEach(line ->
                        add(
                                log,
                                new Line(
                                        line.record().movedBy(base), line.level(), line.known()))));
    }

    /// How many lines were of logs beyond the most, since this was asked last.
    long left() {
        long since = left;
        left = 0;
        return since;
    }

    /// The logs there are, in the order they were read.
    List<Log> logs() {
        return new ArrayList<>(logs.keySet());
    }

    /// The last lines of a log, the last one last.
    List<Line> of(Log log) {
        Deque<Line> lines = logs.get(log);
        return lines == null ? List.of() : new ArrayList<>(lines);
    }

    static boolean isLine(RecordKind kind) {
        return kind == RecordKind.LOG || kind == RecordKind.TEXT;
    }
}
