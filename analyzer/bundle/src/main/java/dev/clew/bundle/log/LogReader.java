package dev.clew.bundle.log;

import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.model.LineEnds;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the records of a stretch of a log that the filter lets through. Lines it leaves out cost
/// no more than the look at their bytes.
public final class LogReader {

    /// Continuation lines that are kept with a record, at most.
    private static final int LONGEST_RECORD = 200;

    private static final int LOOK_BACK = 60;

    private final LogRecords records;
    private final Source source;
    private final RepeatedLines repeated;

    /// A reader that remembers nothing of other stretches.
    public LogReader(Source source) {
        this(source, new RepeatedLines());
    }

    /// @param repeated what the thread remembers of lines it has read
    public LogReader(Source source, RepeatedLines repeated) {
        this.source = source;
        this.records = new LogRecords(source);
        this.repeated = repeated;
        repeated.of(source);
    }

    /// What was seen of a stretch as a whole.
    ///
    /// @param lines how many lines it has
    /// @param first time of its first line that has one, null if none of the first lines does
    /// @param last time of its last line that has one, null if none of the last lines does
    public record Stretch(long lines, @Nullable Instant first, @Nullable Instant last) {}

    /// Reads whole lines.
    ///
    /// @param bytes the stretch is `[0, length)`
    /// @param firstLine number of its first line in the source
    public Stretch read(
            byte[] bytes, int length, long firstLine, LineFilter filter, RecordSink sink) {
        Cursor cursor = new Cursor(bytes, length, firstLine, sink);
        filter.lines(bytes, 0, length, cursor::line);
        long lines =
                cursor.linesUpTo(length)
                        - firstLine
                        + (length > 0 && bytes[length - 1] != '\n' ? 1 : 0);
        return new Stretch(lines, timeOfFirst(bytes, length), timeOfLast(bytes, length));
    }

    private @Nullable Instant timeOfFirst(byte[] bytes, int length) {
        int from = 0;
        for (int i = 0; i < 5 && from < length; i++) {
            int end = LineEnds.next(bytes, from, length);
            Instant time = records.parse(text(bytes, from, end)).time;
            if (time != null) {
                return time;
            }
            from = end + 1;
        }
        return null;
    }

    private @Nullable Instant timeOfLast(byte[] bytes, int length) {
        int end = length;
        for (int i = 0; i < 5 && end > 0; i++) {
            int from = LineEnds.startOfLine(bytes, 0, end - 1);
            Instant time =
                    records.parse(text(bytes, from, LineEnds.next(bytes, from, length))).time;
            if (time != null) {
                return time;
            }
            end = from;
        }
        return null;
    }

    private static String text(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /// Goes through the lines that were let through, and finds the record around each. Each line is
    /// decoded and read once.
    private final class Cursor {
        private final byte[] bytes;
        private final int length;
        private final RecordSink sink;
        private long line;
        private int counted;
        private int done;

        /// The line that the last record did not go on with, read already; null if there is none.
        private @Nullable LogLine ahead;

        private int aheadFrom;

        Cursor(byte[] bytes, int length, long firstLine, RecordSink sink) {
            this.bytes = bytes;
            this.length = length;
            this.line = firstLine;
            this.sink = sink;
        }

        void line(int from, int to) {
            if (from < done) {
                return; // part of a record that was read already
            }
            int following = LineEnds.next(bytes, from, length) + 1;
            boolean alone =
                    following < length
                            && LineStamps.surelyBeginsRecord(bytes, from, to)
                            && LineStamps.surelyBeginsRecord(bytes, following, length);
            LogRecord again = alone ? repeated.again(bytes, from, to, linesUpTo(from)) : null;
            if (again != null) {
                done = following;
                sink.record(again);
                return;
            }
            List<LogLine> lines = new ArrayList<>();
            int start = from;
            lines.add(lineAt(start));
            for (int i = 0;
                    i < LOOK_BACK && start > done && LogRecords.continues(lines.getFirst());
                    i++) {
                start = LineEnds.startOfLine(bytes, 0, start - 1);
                lines.addFirst(lineAt(start));
            }
            int next = following;
            while (!alone && next < length && lines.size() <= LONGEST_RECORD) {
                LogLine more = lineAt(next);
                if (!lines.getLast().isPartial()
                        && !LogRecords.continues(more)
                        && !LogRecords.endsTraceback(lines, more)) {
                    ahead = more;
                    aheadFrom = next;
                    break;
                }
                lines.add(more);
                next = LineEnds.next(bytes, next, length) + 1;
            }
            done = Math.min(length, next);
            LogRecord record =
                    records.record(new Origin(source.path(), linesUpTo(start)), lines, raw(lines));
            if (alone) {
                repeated.add(record);
            }
            sink.record(record);
        }

        private LogLine lineAt(int from) {
            LogLine known = ahead;
            return known != null && aheadFrom == from
                    ? known
                    : records.parse(text(bytes, from, LineEnds.next(bytes, from, length)));
        }

        private static String raw(List<LogLine> lines) {
            return lines.size() == 1
                    ? lines.getFirst().whole()
                    : lines.stream().map(LogLine::whole).collect(Collectors.joining("\n"));
        }

        /// Number of the line that begins there. Places must not go back.
        long linesUpTo(int at) {
            if (at > counted) {
                line += LineEnds.count(bytes, counted, at);
                counted = at;
            }
            return line;
        }
    }
}
