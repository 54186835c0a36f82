package dev.clew.bundle;

import dev.clew.bundle.archive.BlockInput;
import java.io.IOException;
import java.io.InputStream;

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
