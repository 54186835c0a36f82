package dev.clew.match.index;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a [BinaryWriter] wrote, in the same order.
public final class BinaryReader {
    private static final int LONGEST = 1 << 26;
    private final DataInputStream in;

    public BinaryReader(byte[] bytes, int offset, int length) {
        in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
    }

    public int number() throws IOException {
        return in.readInt();
    }

    public long longNumber() throws IOException {
        return in.readLong();
    }

    public boolean flag() throws IOException {
        return in.readBoolean();
    }

    public String text() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("damaged: a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), java.nio.charset.StandardCharsets.UTF_8);
    }

    public @Nullable String optional() throws IOException {
        return flag() ? text() : null;
    }

    public List<String> texts() throws IOException {
        return all(this::text);
    }

    /// Something that is read.
    public interface One<T> {
        T read() throws IOException;
    }

    public <T> List<T> all(One<T> one) throws IOException {
        int size = number();
        if (size < 0 || size > LONGEST) {
            throw new IOException("damaged: a list of " + size);
        }
        List<T> list = new ArrayList<>(Math.min(size, 1000));
        for (int i = 0; i < size; i++) {
            list.add(one.read());
        }
        return list;
    }
}
