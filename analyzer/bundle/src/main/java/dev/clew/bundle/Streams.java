package dev.clew.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into units.
final class Streams {

    private static final int BLOCK = 1 << 20;
    private static final int LARGEST_TEXT = 16 << 20;

    /// Longest line that is kept whole: what is longer is cut, see `docs/limits.md`.
    static final int LONGEST_LINE = 1 << 20;

    private Streams() {}

    /// Reads a stream to its end.
    ///
    /// @return how many bytes it had
    static long read(Source source, InputStream in, UnitSink sink)
            throws IOException, InterruptedException {
        byte[] head = in.readNBytes(Sniffer.HEAD);
        return switch (Sniffer.sniff(source, head, head.length)) {
            case EMPTY -> {
                sink.skipped(source.path(), "empty");
                yield head.length;
            }
            case BINARY -> {
                sink.skipped(source.path(), "not text");
                yield head.length;
            }
            case LOG -> {
                sink.source(source);
                yield blocks(source, head, in, sink);
            }
            case JSON, YAML, PAGE -> {
                sink.source(source);
                yield text(source, head, in, sink);
            }
        };
    }

    private static long text(Source source, byte[] head, InputStream in, UnitSink sink)
            throws IOException, InterruptedException {
        byte[] rest =
                head.length < Sniffer.HEAD
                        ? new byte[0]
                        : in.readNBytes(LARGEST_TEXT - head.length);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        if (all.length == LARGEST_TEXT) {
            return blocks(source, all, in, sink);
        }
        sink.unit(new Unit.Text(source, all));
        return all.length;
    }

    /// Cuts the rest of a stream into blocks of whole lines.
    private static long blocks(Source source, byte[] head, InputStream in, UnitSink sink)
            throws IOException, InterruptedException {
        byte[] block = Arrays.copyOf(head, Math.max(BLOCK, head.length + BLOCK));
        int filled = head.length;
        boolean continues = false;
        boolean cut = false;
        long total = filled;
        while (true) {
            int read = in.readNBytes(block, filled, block.length - filled);
            total += read;
            filled += read;
            if (read == 0 || filled < block.length) {
                if (filled > 0) {
                    sink.unit(new Unit.LogBlock(source, block, filled, continues));
                }
                return total;
            }
            int end = lastRecordEnd(block, filled);
            if (end <= 0) {
                end = filled; // one line fills the whole block
                if (!cut) {
                    cut = true;
                    sink.skipped(
                            source.path(), "a line longer than " + LONGEST_LINE + " bytes was cut");
                }
            }
            byte[] next = new byte[BLOCK];
            System.arraycopy(block, end, next, 0, filled - end);
            sink.unit(new Unit.LogBlock(source, block, end, continues));
            continues = true;
            filled -= end;
            block = next;
        }
    }

    /// The last line end that is not followed by a line that goes on with the record before it,
    /// looked for in the second half of the block; failing that, the last line end.
    private static int lastRecordEnd(byte[] block, int filled) {
        int lastLine = 0;
        for (int i = filled - 2; i > filled / 2; i--) {
            if (block[i] == '\n') {
                lastLine = lastLine == 0 ? i + 1 : lastLine;
                byte next = block[i + 1];
                if (next != ' '
                        && next != '\t'
                        && next != '\n'
                        && next != '}'
                        && next != ')'
                        && next != 'g') {
                    return i + 1;
                }
            }
        }
        for (int i = filled / 2; lastLine == 0 && i > 0; i--) {
            lastLine = block[i] == '\n' ? i + 1 : 0;
        }
        return lastLine;
    }
}
