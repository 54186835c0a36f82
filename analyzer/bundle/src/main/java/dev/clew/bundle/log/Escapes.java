package dev.clew.bundle.log;

/// Undoes the escapes that log formats put into text. Programs quote what other programs quoted, so
/// a message may be escaped several times over.
public final class Escapes {

    private static final int ROUNDS = 4;

    private Escapes() {}

    /// The text with its escapes resolved, until none is left. A backslash that escapes nothing
    /// known stays.
    public static String resolve(String text) {
        String current = text;
        for (int round = 0; round < ROUNDS && current.indexOf('\\') >= 0; round++) {
            String next = once(current);
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return current;
    }

    /// The text with one layer of escapes resolved.
    public static String once(String text) {
        int first = text.indexOf('\\');
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        out.append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case '"', '\\', '\'' -> out.append(escaped);
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u', 'x' -> i = code(text, i, out);
                default -> out.append('\\').append(escaped);
            }
        }
        return out.toString();
    }

    private static int code(String text, int at, StringBuilder out) {
        int length = text.charAt(at) == 'u' ? 4 : 2;
        if (at + length < text.length()) {
            try {
                int code = Integer.parseInt(text.substring(at + 1, at + 1 + length), 16);
                if (code == 0x1b) {
                    return ansiEnd(text, at + length);
                }
                out.append(code < ' ' ? ' ' : (char) code);
                return at + length;
            } catch (NumberFormatException e) {
                // not a code: kept as it is
            }
        }
        out.append('\\').append(text.charAt(at));
        return at;
    }

    /// Passes the rest of a terminal colour code such as `\x1b[33m`, of which the escape character
    /// was at `at`.
    private static int ansiEnd(String text, int at) {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '[') {
            for (end++; end < text.length() && end < at + 12; end++) {
                if (Character.isLetter(text.charAt(end))) {
                    return end;
                }
            }
        }
        return at;
    }
}
