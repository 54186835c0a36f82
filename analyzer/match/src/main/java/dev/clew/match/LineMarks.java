package dev.clew.match;

import dev.clew.model.LineFilter;
import java.util.Arrays;

/// Collects the lines in which something was found, each once, and hands them out in order.
final class LineMarks {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private long[] lines = new long[16];
    private int size;

    LineMarks(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Marks the line around a position.
    ///
    /// @return the end of that line: more finds in it change nothing
    int mark(int position) {
        int start = position;
        while (start > from && bytes[start - 1] != '\n') {
            start--;
        }
        int end = position;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = (long) start << 32 | end;
        return end;
    }

    void forEach(LineFilter.LineSink sink) {
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
