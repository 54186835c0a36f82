package dev.clew.match;

import dev.clew.match.literal.Fold;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells of the bytes of a line whether a record begins with it for sure, by what programs put
/// first: JSON, pairs, levels, the head of klog. A plain text may go on with the line above.
final class RecordStart {

    private static final List<byte[]> MARKS =
            List.of(
                    bytes("{\""),
                    bytes("level="),
                    bytes("lvl="),
                    bytes("time="),
                    bytes("ts="),
                    bytes("info"),
                    bytes("debug"),
                    bytes("warn"),
                    bytes("error"),
                    bytes("trace "),
                    bytes("fatal"),
                    bytes("notice"));

    /// Stamps and the marks of container runtimes before the words of a program.
    private static final int WORDS = 4;

    private static final int KLOG_HEAD = 6;

    private RecordStart() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether a record begins with the line in `[from, to)`.
    static boolean is(byte[] bytes, int from, int to) {
        int at = afterStamps(bytes, from, to);
        if (isKlog(bytes, at, to)) {
            return true;
        }
        if (at < to && bytes[at] == '[') {
            at++;
        }
        for (byte[] mark : MARKS) {
            if (Fold.startsWith(bytes, at, to, mark)) {
                return true;
            }
        }
        return false;
    }

    private static int afterStamps(byte[] bytes, int from, int to) {
        int at = from;
        for (int word = 0; word < WORDS && at < to && isOfStamp(bytes, at, to); word++) {
            while (at < to && bytes[at] > ' ') {
                at++;
            }
            at++;
        }
        return at;
    }

    private static boolean isOfStamp(byte[] bytes, int at, int to) {
        return isDigit(bytes[at])
                || bytes[at] == 'F' && at + 1 < to && bytes[at + 1] == ' '
                || bytes[at] == 's' && at + 3 < to && bytes[at + 1] == 't' && bytes[at + 2] == 'd';
    }

    private static boolean isKlog(byte[] bytes, int at, int to) {
        if (at + KLOG_HEAD > to || "IWEF".indexOf(bytes[at]) < 0 || bytes[at + 5] != ' ') {
            return false;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (!isDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
