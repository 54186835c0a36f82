package dev.clew.redact;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/// A stream whose lines are changed as they are written.
final class RedactedOutput extends FilterOutputStream {

    private final LineBuffer lines;

    RedactedOutput(OutputStream out, UnaryOperator<String> change) {
        super(out);
        this.lines = new LineBuffer(change);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(lines.add((byte) b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            out.write(lines.add(bytes[offset + i]));
        }
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            closing.write(lines.end());
        }
    }
}
