package dev.clew.report;

import java.util.ArrayList;
import java.util.List;

/// Text made fit for a terminal. Inputs are not trusted: a log line may hold escapes that move the
/// cursor or change the title.
public final class Terminal {

    private Terminal() {}

    /// The text with control characters made visible. Line ends become spaces.
    public static String safe(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control =
                    c < ' '
                            || (c >= 0x7f && c < 0xa0)
                            || (c >= 0x202a && c <= 0x202e)
                            || (c >= 0x2066 && c <= 0x2069);
            if (control && safe == null) {
                safe = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (safe != null) {
                safe.append(
                        !control
                                ? String.valueOf(c)
                                : c == '\n' || c == '\t' || c == '\r'
                                        ? " "
                                        : c < ' ' ? String.valueOf((char) (0x2400 + c)) : "\ufffd");
            }
        }
        return safe == null ? text : safe.toString();
    }

    /// How many columns of a terminal a text takes: two for characters of East Asia and pictures,
    /// none for marks that join the character before.
    public static int columns(String text) {
        return text.codePoints().map(Terminal::columns).sum();
    }

    private static int columns(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /// The ranges of the Unicode property East_Asian_Width that are wide or full width.
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0x303e)
                || (c >= 0x3041 && c <= 0x33ff)
                || (c >= 0x3400 && c <= 0x4dbf)
                || (c >= 0x4e00 && c <= 0xa4cf)
                || (c >= 0xa960 && c <= 0xa97c)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1f64f)
                || (c >= 0x1f680 && c <= 0x1f6ff)
                || (c >= 0x1f900 && c <= 0x1f9ff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }

    /// The text in lines of at most that many columns, broken at spaces where there are any; words
    /// that are longer than a line are broken where it ends.
    public static List<String> wrap(String text, int width) {
        int room = Math.max(8, width);
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            int used = 0;
            for (String word : paragraph.strip().split(" +", -1)) {
                int columns = columns(word);
                if (used > 0 && used + 1 + columns > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                String rest = word;
                while (columns > room) {
                    int end = fitting(rest, room);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                    columns = columns(rest);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
                used += (used > 0 ? 1 : 0) + columns;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /// How many characters of a text fit into so many columns; at least one.
    private static int fitting(String text, int columns) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += columns(c);
            if (used > columns && end > 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /// The text cut to that many columns, with an ellipsis where something is missing.
    public static String cut(String text, int width) {
        if (text.length() <= width / 2 || columns(text) <= width) {
            return text;
        }
        return width < 2 ? "…" : text.substring(0, fitting(text, width - 1)) + "…";
    }

    /// The text cut or filled up with spaces to exactly that many columns.
    public static String pad(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(Math.max(0, width - columns(cut)));
    }
}
