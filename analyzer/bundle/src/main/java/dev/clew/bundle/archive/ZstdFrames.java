package dev.clew.bundle.archive;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The text of zstd frames, one after the other. Where they are damaged or cut off, all that was
/// unpacked so far is handed on before the error is thrown. Zeros after the last frame are padding.
final class ZstdFrames extends BlockInput {

    private static final int STEP = 16 << 10;
    private static final byte[] NOTHING = new byte[STEP];

    private final InputStream in;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final byte[] input = new byte[STEP];
    private final ByteBuffer packed = ByteBuffer.allocateDirect(STEP).limit(0);
    private final ByteBuffer unpacked = ByteBuffer.allocateDirect(STEP).limit(0);
    private boolean finished = true;
    private @Nullable IOException failure;

    ZstdFrames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!unpacked.hasRemaining()) {
            if (failure != null) {
                throw failure;
            }
            if (!advance()) {
                return -1;
            }
        }
        int count = Math.min(length, unpacked.remaining());
        unpacked.get(bytes, offset, count);
        return count;
    }

    /// Unpacks some more.
    ///
    /// @return whether there may be more to come
    private boolean advance() throws IOException {
        if (!packed.hasRemaining() && !fill()) {
            if (!finished && !flush()) {
                throw new EOFException("truncated");
            }
            return !finished || unpacked.hasRemaining();
        }
        while (finished && packed.hasRemaining() && packed.get(packed.position()) == 0) {
            packed.position(packed.position() + 1);
        }
        if (packed.hasRemaining()) {
            flush();
        }
        return true;
    }

    /// Lets the decoder write what it has.
    ///
    /// @return whether it had anything
    private boolean flush() {
        // On an error the decoder does not tell how much it wrote: texts hold no zeros
        unpacked.clear().put(NOTHING).clear();
        try {
            finished = context.decompressDirectByteBufferStream(unpacked, packed);
        } catch (ZstdException e) {
            failure = new IOException(e.getMessage(), e);
            finished = true;
            unpacked.position(lastWritten());
        }
        unpacked.flip();
        return unpacked.hasRemaining();
    }

    private int lastWritten() {
        int end = unpacked.capacity();
        while (end > 0 && unpacked.get(end - 1) == 0) {
            end--;
        }
        return end;
    }

    private boolean fill() throws IOException {
        int read = in.read(input);
        packed.clear();
        packed.put(input, 0, Math.max(0, read)).flip();
        return read > 0;
    }

    @Override
    public void close() {
        context.close();
    }
}
