package dev.clew.match.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells lines apart by all but their stamps, addresses, long numbers and hexadecimal ids. Left out
/// are digits where four or more stand together, digits with one of `:.,-_+` between them, words of
/// eight or more hexadecimal digits that hold a decimal one, and UUIDs. Shorter numbers are kept,
/// since exit codes, HTTP statuses and counts make a difference.
public final class LineShape {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /// Bytes that no text has in their place.
    private static final int NUMBER = 1;

    private static final int ID = 2;

    private static final int LONG = 4;
    private static final int HEX = 8;

    private static final int UUID = 36;

    /// Length of the groups within a UUID.
    private static final int GROUP = 4;

    private LineShape() {}

    /// A hash of the shape of a line: the same for lines of one shape, and, as far as 64 bits go,
    /// for no others.
    public static long of(byte[] bytes, int from, int to) {
        long hash = BASIS;
        int i = from;
        while (i < to) {
            if (!isWord(bytes[i])) {
                hash = add(hash, bytes[i++]);
                continue;
            }
            int end = isUuid(bytes, i, to) ? i + UUID : endOfWord(bytes, i, to);
            if (end == i + UUID || isId(bytes, i, end)) {
                hash = add(hash, ID);
                i = end;
                continue;
            }
            while (i < end) {
                if (!isDigit(bytes[i])) {
                    hash = add(hash, bytes[i++]);
                    continue;
                }
                int last = endOfDigits(bytes, i, end);
                if (isLeftOut(bytes, i, last, from, to)) {
                    hash = add(hash, NUMBER);
                    i = last;
                } else {
                    while (i < last) {
                        hash = add(hash, bytes[i++]);
                    }
                }
            }
        }
        return mixed(hash);
    }

    /// The parts of a text that no line of a shape lacks if one line of that shape has the text:
    /// what is left when all that could be part of something left out is taken away.
    public static List<String> fixedParts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                part.append(text.charAt(i++));
            } else if (mayBeInId(text, i, end)) {
                cut(part, parts);
                i = end;
            } else {
                digits(text, i, end, part, parts);
                i = end;
            }
        }
        cut(part, parts);
        return parts;
    }

    /// Whether a text, being the whole of a field, is the same in all lines of its shape.
    public static boolean isFixed(@Nullable String text) {
        return text == null || text.chars().noneMatch(LineShape::isDigit);
    }

    private static void digits(
            String text, int from, int to, StringBuilder part, List<String> parts) {
        int i = from;
        while (i < to) {
            int end = i;
            while (end < to && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                part.append(text.charAt(i++));
            } else if (mayBeLeftOut(text, i, end)) {
                cut(part, parts);
                i = end;
            } else {
                part.append(text, i, end);
                i = end;
            }
        }
    }

    private static void cut(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    private static boolean mayBeInId(String text, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            if (!isHex(text.charAt(i))) {
                return false;
            }
            digit |= isDigit(text.charAt(i));
        }
        return from == 0
                || to == text.length()
                || digit && to - from >= HEX
                || to - from == GROUP && text.charAt(from - 1) == '-' && text.charAt(to) == '-';
    }

    private static boolean mayBeLeftOut(String text, int from, int to) {
        return to - from >= LONG
                || from == 0
                || to == text.length()
                || isBetween(text.charAt(from - 1)) && (from == 1 || isDigit(text.charAt(from - 2)))
                || isBetween(text.charAt(to))
                        && (to + 1 == text.length() || isDigit(text.charAt(to + 1)));
    }

    private static boolean isId(byte[] bytes, int from, int to) {
        if (to - from < HEX) {
            return false;
        }
        boolean digit = false;
        for (int i = from; i < to; i++) {
            if (!isHex(bytes[i])) {
                return false;
            }
            digit |= isDigit(bytes[i]);
        }
        return digit;
    }

    /// Whether a UUID begins there: 8, 4, 4, 4 and 12 hexadecimal digits with dashes between.
    private static boolean isUuid(byte[] bytes, int from, int to) {
        if (from + UUID > to || bytes[from + HEX] != '-') {
            return false;
        }
        for (int i = 0; i < UUID; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? bytes[from + i] != '-' : !isHex(bytes[from + i])) {
                return false;
            }
        }
        return from + UUID == to || !isWord(bytes[from + UUID]);
    }

    private static boolean isLeftOut(byte[] bytes, int start, int end, int from, int to) {
        if (end - start >= LONG) {
            boolean escape =
                    start - 2 >= from && bytes[start - 1] == 'u' && bytes[start - 2] == '\\';
            return !escape;
        }
        return start - 2 >= from && isBetween(bytes[start - 1]) && isDigit(bytes[start - 2])
                || end + 1 < to && isBetween(bytes[end]) && isDigit(bytes[end + 1]);
    }

    private static int endOfWord(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && isWord(bytes[end])) {
            end++;
        }
        return end;
    }

    private static int endOfDigits(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && isDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    private static long add(long hash, int c) {
        return (hash ^ c) * PRIME;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return mixed ^ mixed >>> 33;
    }

    private static boolean isBetween(int c) {
        return c == ':' || c == '.' || c == '-' || c == ',' || c == '_' || c == '+';
    }

    private static boolean isWord(int c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isHex(int c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
