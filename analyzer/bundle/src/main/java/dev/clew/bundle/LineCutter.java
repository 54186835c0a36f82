package dev.clew.bundle;

import dev.clew.bundle.archive.BlockInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Leaves out what a line has beyond a length, up to its end.
final class LineCutter extends BlockInput {

    private final InputStream in;

    /// Pieces small enough that most need not be looked through.
    private static final int PIECE = 256 << 10;

    private final int longest;
    private final Runnable onFirstCut;
    private int length;
    private boolean cut;

    LineCutter(InputStream in, int longest, Runnable onFirstCut) {
        this.in = in;
        this.longest = longest;
        this.onFirstCut = onFirstCut;
    }

    /// The bytes of a source, of which no line is longer than one may be; that one was cut is told.
    static LineCutter of(InputStream in, Source source, ChunkSink sink) {
        return new LineCutter(
                in, Streams.LONGEST_LINE, () -> sink.skipped(source.path(), Streams.LINE_WAS_CUT));
    }

    /// The same as text.
    static BufferedReader reader(InputStream in, Source source, ChunkSink sink) {
        return new BufferedReader(
                new InputStreamReader(of(in, source, sink), StandardCharsets.UTF_8));
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        while (true) {
            int read = in.read(bytes, offset, Math.min(count, PIECE));
            if (read <= 0) {
                return read;
            }
            int kept = keep(bytes, offset, read);
            if (kept > 0) {
                return kept;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Moves what is kept together.
    private int keep(byte[] bytes, int offset, int read) {
        int end = lastLineEnd(bytes, offset, read);
        if (length + read <= longest) {
            length = end < 0 ? length + read : offset + read - end - 1;
            return read; // nothing here can be too long
        }
        int kept = 0;
        for (int i = offset; i < offset + read; i++) {
            if (bytes[i] == '\n') {
                length = 0;
            } else if (++length > longest) {
                if (!cut) {
                    cut = true;
                    onFirstCut.run();
                }
                continue;
            }
            bytes[offset + kept++] = bytes[i];
        }
        return kept;
    }

    private static int lastLineEnd(byte[] bytes, int offset, int read) {
        for (int i = offset + read - 1; i >= offset; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
