package dev.clew.match.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes values to memory as bytes, so that nothing can fail. Compiled packs are stored this way
/// because nothing has to be parsed or looked up by name when one is opened.
public final class BinaryWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    public BinaryWriter number(int value) {
        return write(() -> out.writeInt(value));
    }

    public BinaryWriter number(long value) {
        return write(() -> out.writeLong(value));
    }

    public BinaryWriter flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    public BinaryWriter text(String value) {
        return write(() -> {
            byte[] utf8 = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        });
    }

    public BinaryWriter optional(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    public BinaryWriter texts(Collection<String> values) {
        return all(values, this::text);
    }

    /// Writes how many values there are, and each of them.
    public <T> BinaryWriter all(Collection<T> values, Consumer<T> one) {
        number(values.size());
        values.forEach(one);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private interface Step {
        void run() throws IOException;
    }

    private BinaryWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
