package dev.clew.bundle;

import dev.clew.bundle.archive.BlockInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns streams that are not UTF-8 into such: Windows tools write UTF-16, with a mark at the
/// beginning or without.
final class Encodings {

    private static final int HEAD = 512;

    private Encodings() {}

    /// The stream as UTF-8, without a byte order mark.
    static InputStream utf8(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        if (head.length >= 3
                && (head[0] & 0xff) == 0xef
                && (head[1] & 0xff) == 0xbb
                && (head[2] & 0xff) == 0xbf) {
            return new SequenceInputStream(
                    new ByteArrayInputStream(Arrays.copyOfRange(head, 3, head.length)), in);
        }
        Charset charset = utf16(head);
        if (charset != null) {
            return new Transcoded(new InputStreamReader(whole, charset));
        }
        return isMarked(head)
                ? new SequenceInputStream(
                        new ByteArrayInputStream(Arrays.copyOfRange(head, 2, head.length)), in)
                : whole;
    }

    private static @Nullable Charset utf16(byte[] head) {
        if (head.length < 2) {
            return null;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (isMarked(head)) {
            return isBelieved(even, odd, head.length) ? StandardCharsets.UTF_16 : null;
        }
        // In English text nearly every second byte is 0
        if (head.length >= 16 && odd * 5 > head.length * 2 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return head.length >= 16 && even * 5 > head.length * 2 && odd == 0
                ? StandardCharsets.UTF_16BE
                : null;
    }

    private static boolean isMarked(byte[] head) {
        return head.length >= 2
                && ((head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe
                        || (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff);
    }

    /// Whether the text after a mark is UTF-16: blanks, digits and line ends have a 0 on one side
    /// in any language. Programs that append to a file write bytes after the mark of another.
    ///
    /// @param even zeros at even places
    /// @param odd zeros at odd places
    private static boolean isBelieved(int even, int odd, int length) {
        int most = Math.max(even, odd);
        return length <= 2 || most * 20 >= length && Math.min(even, odd) * 4 <= most;
    }

    /// Characters as UTF-8 bytes.
    private static final class Transcoded extends BlockInput {
        private final Reader reader;
        private final char[] chars = new char[8192];
        private byte[] bytes = new byte[0];
        private int at;

        Transcoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (at == bytes.length) {
                int read = reader.read(chars);
                if (read < 0) {
                    return -1;
                }
                String text = new String(chars, 0, read);
                bytes =
                        (text.startsWith("\ufeff") ? text.substring(1) : text)
                                .getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
