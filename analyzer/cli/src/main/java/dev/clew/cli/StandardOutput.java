package dev.clew.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output of the process. A reader that leaves early, such as `head`, has what it wanted:
/// the rest is for nobody, and no failure.
final class StandardOutput extends OutputStream {

    private static final String READER_LEFT = "Broken pipe";

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private boolean left;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (left) {
            return;
        }
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            if (!READER_LEFT.equals(e.getMessage())) {
                throw e;
            }
            left = true;
        }
    }
}
