package dev.clew.match;

import dev.clew.model.LineEnds;
import dev.clew.model.LineFilter;
import java.util.Arrays;

/// Collects the lines of a stretch that are worth parsing, each once, and hands them out in order.
public final class LineMarks {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private long[] lines = new long[16];
    private int size;

    /// Marks for the lines of `bytes` in `[from, to)`.
    public LineMarks(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Where the line around a place begins.
    public int start(int place) {
        return LineEnds.startOfLine(bytes, from, place);
    }

    /// Where the line around a place ends.
    public int end(int place) {
        return LineEnds.next(bytes, place, to);
    }

    /// Marks a line.
    public void mark(int start, int end) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = (long) start << 32 | end;
    }

    /// Hands the marked lines to a sink, without their line ends.
    public void forEach(LineFilter.LineSink sink) {
        Arrays.sort(lines, 0, size);
        for (int i = 0; i < size; i++) {
            if (i > 0 && lines[i] == lines[i - 1]) {
                continue;
            }
            int start = (int) (lines[i] >>> 32);
            int end = (int) lines[i];
            sink.line(start, end > start && bytes[end - 1] == '\r' ? end - 1 : end);
        }
    }
}
