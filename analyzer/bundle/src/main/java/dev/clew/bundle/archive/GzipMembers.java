package dev.clew.bundle.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The text of gzip members, one after the other. Where they are damaged or cut off, all that was
/// unpacked so far is handed on before the error is thrown. Zeros after the last member are
/// padding.
final class GzipMembers extends BlockInput {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[8192];
    private int at;
    private int filled;
    private boolean inMember;
    private boolean any;
    private @Nullable IOException failure;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (!inMember && (failure != null || !begin())) {
                if (failure != null) {
                    throw failure;
                }
                return -1;
            }
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                crc.update(bytes, offset, count);
                return count;
            }
        }
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        long before = inflater.getBytesWritten();
        try {
            int count = inflater.inflate(bytes, offset, length);
            if (count == 0 && inflater.finished()) {
                finish();
            } else if (count == 0 && inflater.needsDictionary()) {
                throw new DataFormatException("needs a dictionary");
            } else if (count == 0 && inflater.needsInput()) {
                if (!fill()) {
                    throw new EOFException("truncated");
                }
                inflater.setInput(input, 0, filled);
            }
            return count;
        } catch (DataFormatException e) {
            inMember = false;
            failure = new IOException(e.getMessage(), e);
            return (int) (inflater.getBytesWritten() - before);
        }
    }

    /// Reads the header of the next member.
    ///
    /// @return whether there is one
    private boolean begin() throws IOException {
        int first = next();
        while (any && first == 0) {
            first = next();
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1f || next() != 0x8b || next() != 8) {
            failure = new IOException("what follows its end is not gzip");
            return false;
        }
        int flags = must();
        for (int i = 0; i < 6; i++) {
            must();
        }
        if ((flags & EXTRA) != 0) {
            for (int left = must() | must() << 8; left > 0; left--) {
                must();
            }
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && must() != 0) {
                // only its end matters
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            must();
            must();
        }
        inflater.reset();
        crc.reset();
        inflater.setInput(input, at, filled - at);
        inMember = true;
        any = true;
        return true;
    }

    /// Checks the trailer of a member.
    private void finish() throws IOException {
        inMember = false;
        at = filled - inflater.getRemaining();
        long stated = 0;
        for (int i = 0; i < 4; i++) {
            stated |= (long) must() << (8 * i);
        }
        for (int i = 0; i < 4; i++) {
            must();
        }
        if (stated != crc.getValue()) {
            failure = new IOException("the checksum does not fit");
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(input));
        return filled > 0;
    }

    private int next() throws IOException {
        return at < filled || fill() ? input[at++] & 0xff : -1;
    }

    private int must() throws IOException {
        int next = next();
        if (next < 0) {
            throw new EOFException("truncated");
        }
        return next;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
