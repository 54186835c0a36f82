package dev.clew.bundle.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The text of xz streams, one after the other. Where they are damaged or cut off, what was
/// unpacked so far is handed on before the error is thrown: all of it where the packed stream is
/// small, else all but the last few bytes. Zeros after the last stream are padding.
final class XzStreams extends BlockInput {

    private static final int MEMORY_KIB = 96 << 10;

    /// So much of the decoder's output may be lost to an error.
    private static final int PIECE = 4096;

    /// Packed streams up to this size are unpacked a second time, byte by byte.
    private static final int SMALL = 256 << 10;

    private final Head head;
    private final InputStream decoder;
    private byte[] piece = new byte[PIECE];
    private int at;
    private int filled;
    private long delivered;
    private @Nullable Exception failure;
    private boolean ended;

    XzStreams(InputStream packed) throws IOException {
        head = new Head(new Unpadded(packed));
        decoder = new XZInputStream(head, MEMORY_KIB);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == filled && !ended && failure == null) {
            fill();
        }
        if (at < filled) {
            int count = Math.min(length, filled - at);
            System.arraycopy(piece, at, bytes, offset, count);
            at += count;
            return count;
        }
        if (failure != null) {
            throw failure instanceof EOFException
                    ? new EOFException("truncated")
                    : new IOException(failure.getMessage(), failure);
        }
        return -1;
    }

    private void fill() {
        at = 0;
        Arrays.fill(piece, (byte) 0);
        try {
            filled = decoder.read(piece, 0, PIECE);
        } catch (IOException | RuntimeException e) {
            // Decoders meet damaged data with all sorts of exceptions
            failure = e;
            filled = PIECE;
            while (filled > 0 && piece[filled - 1] == 0) {
                filled--; // texts hold no zeros
            }
            again(e instanceof EOFException);
        }
        if (filled < 0) {
            filled = 0;
            ended = true;
        }
        delivered += filled;
    }

    /// Unpacks a small stream again, to have what the decoder dropped when it failed. It takes
    /// nothing from a chunk that is cut: that is filled up twice, with different bytes, and what
    /// comes out alike is what the bytes before the cut say.
    private void again(boolean cut) {
        if (!head.isWhole()) {
            return;
        }
        byte[] one = unpack(cut ? 0 : -1);
        byte[] other = cut ? unpack(0xff) : one;
        int same = Arrays.mismatch(one, other);
        int length = same < 0 ? one.length : same;
        if (length > filled) {
            piece = one;
            filled = length;
        }
    }

    /// What comes after the bytes that were delivered.
    ///
    /// @param filler what follows the end of the packed stream, -1 for nothing
    private byte[] unpack(int filler) {
        InputStream bytes = new ByteArrayInputStream(head.bytes());
        InputStream in =
                filler < 0 ? bytes : new SequenceInputStream(bytes, new Endless(filler, SMALL));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZInputStream again = new XZInputStream(in, MEMORY_KIB)) {
            again.skipNBytes(delivered);
            for (int next = again.read(); next >= 0; next = again.read()) {
                out.write(next);
            }
        } catch (IOException | RuntimeException e) {
            // what came before is what is asked for
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }

    /// The same byte again and again.
    private static final class Endless extends InputStream {
        private final int filler;
        private int left;

        Endless(int filler, int length) {
            this.filler = filler;
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? filler : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = Math.min(left, length);
            Arrays.fill(bytes, offset, offset + some, (byte) filler);
            left -= some;
            return some;
        }
    }

    /// Keeps the first bytes.
    private static final class Head extends BlockInput {
        private final InputStream in;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long count;

        Head(InputStream in) {
            this.in = in;
        }

        boolean isWhole() {
            return count == kept.size();
        }

        byte[] bytes() {
            return kept.toByteArray();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                kept.write(bytes, offset, Math.min(read, SMALL - kept.size()));
                count += read;
            }
            return read;
        }
    }

    /// Ends before the zeros at the end.
    private static final class Unpadded extends InputStream {
        private final InputStream in;
        private long zeros;
        private int after;
        private boolean looked;

        Unpadded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (!looked) {
                after = in.read();
                for (zeros = 0; after == 0; zeros++) {
                    after = in.read();
                }
                looked = true;
            }
            if (after >= 0 && zeros > 0) {
                zeros--;
                return 0;
            }
            looked = after < 0;
            return after;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            for (int next; count < length && (next = read()) >= 0; count++) {
                bytes[offset + count] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
