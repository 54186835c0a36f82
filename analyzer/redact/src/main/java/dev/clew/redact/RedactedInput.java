package dev.clew.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream whose lines are changed as they are read.
final class RedactedInput extends InputStream {

    private final InputStream in;
    private final LineBuffer lines;
    private final byte[] raw = new byte[64 << 10];
    private final ByteArrayOutputStream changed = new ByteArrayOutputStream();
    private byte[] ready = new byte[0];
    private int at;
    private boolean ended;

    RedactedInput(InputStream in, LineChange change) {
        this.in = in;
        this.lines = new LineBuffer(change);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == ready.length && !ended) {
            fill();
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, bytes, offset, count);
        at += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    private void fill() throws IOException {
        changed.reset();
        int read = in.read(raw);
        if (read < 0) {
            ended = true;
            lines.end(changed);
        } else {
            lines.add(raw, 0, read, changed);
        }
        ready = changed.toByteArray();
        at = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
