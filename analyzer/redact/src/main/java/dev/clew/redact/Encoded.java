package dev.clew.redact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// Finds secrets in what is encoded: percent signs of URLs, base64.
final class Encoded {

    private static final String GZIP = "H4sI";
    private static final int SHORTEST_HEX = 24;
    private static final int LONGEST_WORD = 2000;
    private static final int LOOKED_AT = 64 << 10;

    private Encoded() {}

    /// Marks encoded words in which a secret stands.
    ///
    /// @param holds whether a decoded text has a secret in it
    static void find(String line, Spans spans, Predicate<String> holds, Kind kind) {
        percent(line, spans, holds, kind);
        if (line.length() < Hints.RUN) {
            return;
        }
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = runFrom(bytes, 0, bytes.length); from < bytes.length; ) {
            int to = runTo(bytes, from, bytes.length);
            if (!hex(line, bytes, from, to, spans, holds, kind)) {
                run(line, bytes, from, to, spans, holds, kind);
            }
            from = runFrom(bytes, to, bytes.length);
        }
    }

    /// Whether something may be encoded in base64 or hex in the bytes `[from, to)`: it can be read
    /// once decoded.
    static boolean mayHold(byte[] bytes, int from, int to) {
        for (int at = runFrom(bytes, from, to); at < to; ) {
            int end = runTo(bytes, at, to);
            if (isPacked(bytes, at) || isReadableHex(bytes, at, end)) {
                return true;
            }
            for (int skip = 0; skip < starts(bytes, at, end); skip++) {
                if (Readable.isBase64(bytes, at + skip, Math.min(end, at + LOOKED_AT))) {
                    return true;
                }
            }
            at = runFrom(bytes, end, to);
        }
        return false;
    }

    /// Where the next run of letters of base64 begins that is long enough, or `to`.
    private static int runFrom(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int end = runTo(bytes, at, to);
            if (end - at >= Hints.RUN) {
                return at;
            }
            at = end + 1;
        }
        return to;
    }

    private static int runTo(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && Readable.isLetter(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isPacked(byte[] bytes, int at) {
        return bytes[at] == 'H'
                && bytes[at + 1] == '4'
                && bytes[at + 2] == 's'
                && bytes[at + 3] == 'I';
    }

    /// At how many places what is encoded may begin: a run may begin with what does not belong to
    /// it, as in `path/bGFiZWw`.
    private static int starts(byte[] bytes, int from, int to) {
        for (int i = from; i < Math.min(to, from + LOOKED_AT); i++) {
            if (bytes[i] == '/') {
                return 4;
            }
        }
        return 1;
    }

    private static boolean isReadableHex(byte[] bytes, int from, int to) {
        return to - from >= SHORTEST_HEX
                && Readable.isHex(bytes, from, from + (Math.min(to - from, LOOKED_AT) & ~1));
    }

    private static void percent(String line, Spans spans, Predicate<String> holds, Kind kind) {
        int at = line.indexOf('%');
        while (at >= 0) {
            int from = at;
            while (from > 0 && at - from < LONGEST_WORD && isWord(line.charAt(from - 1))) {
                from--;
            }
            int to = at;
            while (to < line.length() && to - at < LOOKED_AT && isWord(line.charAt(to))) {
                to++;
            }
            String word = line.substring(from, to);
            String plain = unescaped(word);
            if (!plain.equals(word) && (holds.test(plain) || holds.test(plain.replace('+', ' ')))) {
                spans.add(from, to, kind);
            }
            at = line.indexOf('%', to);
        }
    }

    private static boolean isWord(char c) {
        return c > ' ' && "\"'<>\\".indexOf(c) < 0;
    }

    private static void run(
            String line,
            byte[] bytes,
            int from,
            int to,
            Spans spans,
            Predicate<String> holds,
            Kind kind) {
        String run = line.substring(from, Math.min(to, from + LOOKED_AT));
        int end = to;
        while (end < line.length() && line.charAt(end) == '=') {
            end++;
        }
        if (run.startsWith(GZIP) && run.length() > 200) {
            spans.add(from, end, Kind.HELM_RELEASE);
            return;
        }
        if (run.startsWith(GZIP) && holds.test(unpacked(run))) {
            spans.add(from, end, kind);
            return;
        }
        int starts = starts(bytes, from, to);
        for (int skip = 0; skip < starts; skip++) {
            if (!Readable.isBase64(bytes, from + skip, from + run.length())) {
                continue;
            }
            String text = decoded(run.substring(skip));
            if (text.startsWith(GZIP) && run.length() > 200) {
                spans.add(from, end, Kind.HELM_RELEASE);
                return;
            }
            if (!text.isEmpty() && holds.test(text)) {
                spans.add(from, end, kind);
                return;
            }
        }
    }

    /// Marks a run of hexadecimal digits that says something with a secret in it.
    private static boolean hex(
            String line,
            byte[] bytes,
            int from,
            int to,
            Spans spans,
            Predicate<String> holds,
            Kind kind) {
        if (!isReadableHex(bytes, from, to)) {
            return false;
        }
        int length = Math.min(to - from, LOOKED_AT) & ~1;
        String text = readable(HexFormat.of().parseHex(line, from, from + length));
        if (!text.isEmpty() && holds.test(text)) {
            spans.add(from, to, kind);
            return true;
        }
        return false;
    }

    /// The begin of what is packed in a run of base64, or empty if nothing is.
    private static String unpacked(String run) {
        int whole = run.length() % 4 == 1 ? run.length() - 1 : run.length();
        try (GZIPInputStream in =
                new GZIPInputStream(
                        new ByteArrayInputStream(
                                Base64.getDecoder().decode(run.substring(0, whole))))) {
            byte[] bytes = new byte[LOOKED_AT];
            int length = 0;
            try {
                int read = in.read(bytes);
                while (read > 0) {
                    length += read;
                    read = in.read(bytes, length, bytes.length - length);
                }
            } catch (IOException e) {
                // cut off: what was read is looked at
            }
            return readable(Arrays.copyOf(bytes, length));
        } catch (IOException | IllegalArgumentException e) {
            return ""; // not packed
        }
    }

    /// What a run of base64 says, or empty if it says nothing that can be read.
    static String decoded(String run) {
        String plain = run.replace('-', '+').replace('_', '/');
        int whole = plain.length() % 4 == 1 ? plain.length() - 1 : plain.length();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(plain.substring(0, whole));
        } catch (IllegalArgumentException e) {
            return ""; // no base64
        }
        return readable(bytes);
    }

    /// The bytes as text, or empty if they can't be read as one.
    private static String readable(byte[] bytes) {
        int odd = 0;
        for (byte b : bytes) {
            odd += Readable.isOdd(b & 0xff);
        }
        return bytes.length == 0 || odd * 10 > bytes.length
                ? ""
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high >= 0 && low >= 0) {
                    plain.append((char) (high * 16 + low));
                    i += 2;
                    continue;
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
