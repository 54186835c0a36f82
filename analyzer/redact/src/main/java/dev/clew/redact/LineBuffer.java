package dev.clew.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Cuts bytes to lines and writes them on, changed. A line that never ends is cut where a word
/// ends, so that memory is bounded.
final class LineBuffer {

    private static final int LONGEST = 2 << 20;
    private static final int LONGEST_WORD = 64 << 10;

    private final LineChange change;
    private byte[] line = new byte[512];
    private int length;

    LineBuffer(LineChange change) {
        this.change = change;
    }

    /// Adds the bytes `[from, to)`. Of the last line what has no end yet is kept.
    void add(byte[] bytes, int from, int to, OutputStream out) throws IOException {
        int at = from;
        int written = from;
        while (at < to) {
            int end = lineEnd(bytes, at, to);
            if (length > 0 || end == to || end - at >= LONGEST) {
                out.write(bytes, written, at - written);
                gather(bytes, at, end, out);
                if (end < to) {
                    end(out);
                }
                written = end;
            } else {
                byte[] changed = change.change(bytes, at, end);
                if (changed != null) {
                    out.write(bytes, written, at - written);
                    out.write(changed);
                    written = end;
                }
            }
            at = end + 1;
        }
        out.write(bytes, written, to - written);
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private void gather(byte[] bytes, int from, int to, OutputStream out) throws IOException {
        int at = from;
        while (at < to) {
            int count = Math.clamp(LONGEST - 1 - length, 1, to - at);
            if (length + count > line.length) {
                line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
            }
            System.arraycopy(bytes, at, line, length, count);
            length += count;
            at += count;
            byte last = line[length - 1];
            if (length >= LONGEST
                    && (last == ' ' || last == ',' || length >= LONGEST + LONGEST_WORD)) {
                end(out);
            }
        }
    }

    /// Ends the line so far.
    void end(OutputStream out) throws IOException {
        if (length > 0) {
            int whole = length;
            length = 0;
            byte[] changed = change.change(line, 0, whole);
            if (changed == null) {
                out.write(line, 0, whole);
            } else {
                out.write(changed);
            }
        }
    }
}
