package dev.clew.bundle.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The extended header of a tar entry: records of the form `LENGTH KEY=VALUE\n`.
final class PaxHeader {

    private static final Set<String> KEPT =
            Set.of("path", "linkpath", "size", "GNU.sparse.name", "GNU.sparse.major");
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 8192;

    private PaxHeader() {}

    /// Reads the records that matter here. Values are cut where they are too long for a name.
    ///
    /// @param in ends with the header
    static Map<String, String> read(InputStream in) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (true) {
            long length = 0;
            int digits = 0;
            int next = in.read();
            for (; next >= '0' && next <= '9'; next = in.read()) {
                length = Math.min(length * 10 + next - '0', Long.MAX_VALUE / 20);
                digits++;
            }
            if (next != ' ') {
                return values; // the end, or no header at all
            }
            record(in, length - digits - 1, values);
        }
    }

    private static void record(InputStream in, long length, Map<String, String> values)
            throws IOException {
        long left = length;
        StringBuilder key = new StringBuilder();
        for (int next = in.read(); next != '=' && left > 0; next = in.read()) {
            if (next < 0) {
                throw new EOFException("truncated in a header");
            }
            left--;
            if (key.length() < LONGEST_KEY) {
                key.append((char) next);
            }
        }
        left -= 2; // "=" and the line end
        if (left >= 0 && KEPT.contains(key.toString())) {
            byte[] value = in.readNBytes((int) Math.min(left, LONGEST_VALUE));
            values.put(key.toString(), new String(value, StandardCharsets.UTF_8));
            left -= value.length;
        }
        if (left >= 0) {
            in.skip(left);
            in.read();
        }
    }

    /// A size, at least 0.
    static long number(String text) throws IOException {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException("a size of " + (text.length() > 40 ? "many digits" : text));
    }
}
