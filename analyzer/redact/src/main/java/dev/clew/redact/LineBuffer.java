package dev.clew.redact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// Gathers bytes to lines. A line that never ends is cut where a word ends, so that memory is
/// bounded.
final class LineBuffer {

    private static final int LONGEST = 2 << 20;

    private final UnaryOperator<String> change;
    private byte[] line = new byte[512];
    private int length;

    LineBuffer(UnaryOperator<String> change) {
        this.change = change;
    }

    /// Adds a byte.
    ///
    /// @return what is to be handed on, empty if nothing yet is
    byte[] add(byte b) {
        if (b == '\n') {
            byte[] changed = end();
            byte[] ended = Arrays.copyOf(changed, changed.length + 1);
            ended[changed.length] = '\n';
            return ended;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = b;
        boolean full =
                length >= LONGEST && (b == ' ' || b == ',' || length >= LONGEST + (64 << 10));
        return full ? end() : NOTHING;
    }

    private static final byte[] NOTHING = new byte[0];

    /// The line so far.
    byte[] end() {
        if (length == 0) {
            return NOTHING;
        }
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        length = 0;
        return change.apply(text).getBytes(StandardCharsets.ISO_8859_1);
    }
}
