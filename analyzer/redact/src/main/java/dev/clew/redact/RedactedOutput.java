package dev.clew.redact;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream whose lines are changed as they are written.
final class RedactedOutput extends FilterOutputStream {

    private final LineBuffer lines;

    RedactedOutput(OutputStream out, LineChange change) {
        super(out);
        this.lines = new LineBuffer(change);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lines.add(bytes, offset, offset + length, out);
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            lines.end(closing);
        }
    }
}
