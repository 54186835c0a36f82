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

    /// The text in lines of at most that many characters, broken at spaces where there are any.
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split(" +", -1)) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /// The text cut to that many characters, with an ellipsis where something is missing.
    public static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
