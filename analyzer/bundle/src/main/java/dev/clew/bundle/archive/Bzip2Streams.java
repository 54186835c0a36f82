package dev.clew.bundle.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The text of bzip2 streams, one after the other. Where they are damaged or cut off, all that was
/// unpacked so far is handed on before the error is thrown. Zeros after the last are padding.
final class Bzip2Streams extends BlockInput {

    private static final String AFTER_THE_END = "Unexpected data after";

    private final InputStream packed;
    private final BZip2CompressorInputStream decoder;
    private @Nullable Exception failure;
    private boolean ended;

    Bzip2Streams(InputStream packed) throws IOException {
        this.packed = packed;
        this.decoder = new BZip2CompressorInputStream(packed, true);
    }

    /// Takes byte after byte, as the decoder itself does: an error takes none with it.
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length && failure == null && !ended) {
            try {
                int next = decoder.read();
                if (next < 0) {
                    ended = true;
                } else {
                    bytes[offset + count++] = (byte) next;
                }
            } catch (IOException | RuntimeException e) {
                // Decoders meet damaged data with all sorts of exceptions
                failed(e);
            }
        }
        if (count > 0 || length == 0) {
            return count;
        }
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        return -1;
    }

    private void failed(Exception e) throws IOException {
        String message = e.getMessage();
        if (message != null && message.startsWith(AFTER_THE_END) && onlyZerosFollow()) {
            ended = true;
        } else {
            failure = e;
        }
    }

    private boolean onlyZerosFollow() throws IOException {
        byte[] piece = new byte[1024];
        for (int read = packed.read(piece); read >= 0; read = packed.read(piece)) {
            for (int i = 0; i < read; i++) {
                if (piece[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
