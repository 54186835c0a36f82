package dev.clew.bundle;

import dev.clew.bundle.archive.BlockInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Keeps the bytes that a parser reads until they are taken, so that its tokens can be handed on as
/// they stand.
final class RawBytes extends BlockInput {

    private final InputStream in;
    private byte[] kept = new byte[1 << 16];
    private int filled;
    private long base;

    RawBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            if (filled + read > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(kept.length * 2, filled + read));
            }
            System.arraycopy(bytes, offset, kept, filled, read);
            filled += read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// The bytes up to a place in the stream that were not taken yet.
    byte[] take(long end) {
        int count = (int) Math.min(filled, Math.max(0, end - base));
        byte[] taken = Arrays.copyOf(kept, count);
        System.arraycopy(kept, count, kept, 0, filled - count);
        filled -= count;
        base += count;
        return taken;
    }

    /// All that was read and not taken.
    byte[] takeRest() {
        return take(base + filled);
    }
}
