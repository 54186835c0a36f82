package dev.clew.match.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes and reads values as bytes, in the order they are asked for. Compiled packs are stored
/// this way because nothing has to be parsed or looked up by name when one is opened.
public final class Wire {

    private Wire() {}

    /// Writes to memory, so that nothing can fail.
    public static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final DataOutputStream out = new DataOutputStream(bytes);

        public Writer number(int value) {
            return write(() -> out.writeInt(value));
        }

        public Writer number(long value) {
            return write(() -> out.writeLong(value));
        }

        public Writer flag(boolean value) {
            return write(() -> out.writeBoolean(value));
        }

        public Writer text(String value) {
            return write(() -> {
                byte[] utf8 = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            });
        }

        public Writer optional(@Nullable String value) {
            flag(value != null);
            return value == null ? this : text(value);
        }

        public Writer texts(Collection<String> values) {
            return all(values, this::text);
        }

        public Writer texts(Map<String, String> values) {
            return all(values.entrySet(), entry -> text(entry.getKey()).text(entry.getValue()));
        }

        /// Writes how many values there are, and each of them.
        public <T> Writer all(Collection<T> values, Consumer<T> one) {
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

        private Writer write(Step step) {
            try {
                step.run();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Reads what a [Writer] wrote.
    public static final class Reader {
        private static final int LONGEST = 1 << 26;
        private final DataInputStream in;

        public Reader(byte[] bytes, int offset, int length) {
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

        public Map<String, String> textMap() throws IOException {
            Map<String, String> map = new LinkedHashMap<>();
            int size = number();
            for (int i = 0; i < size; i++) {
                map.put(text(), text());
            }
            return map;
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
}
