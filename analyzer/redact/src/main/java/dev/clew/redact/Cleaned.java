package dev.clew.redact;

import java.util.Arrays;

/// A line without what hides words in it: colours of terminals, signs without width, letters
/// written by their number, as JSON may write any letter.
///
/// @param text what is left
/// @param places where each character of it stands in the line, and the end of the line
@SuppressWarnings("ArrayRecordComponent")
record Cleaned(String text, int[] places) {

    private static final char ESCAPE = 0x1b;

    /// Whether there is anything to clean in a line of bytes as characters.
    static boolean isNeeded(String line) {
        return line.indexOf(ESCAPE) >= 0
                || line.indexOf("\u00e2\u0080") >= 0
                || line.indexOf("\u00e2\u0081\u00a0") >= 0
                || line.indexOf("\u00ef\u00bb\u00bf") >= 0
                || line.indexOf("\u00c2\u00ad") >= 0
                || line.contains("\\u00")
                || line.contains("\\u001b");
    }

    /// Whether a byte begins what may be cleaned.
    static boolean mayHide(char b) {
        return b == ESCAPE || b == '\\' || b == 0xe2 || b == 0xef || b == 0xc2;
    }

    /// Whether there may be anything to clean in the line `[from, to)`.
    static boolean mayBeNeeded(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = (char) (line[i] & 0xff);
            if (c == '\\' ? i + 1 < to && line[i + 1] == 'u' : mayHide(c)) {
                return true;
            }
        }
        return false;
    }

    static Cleaned of(String line) {
        StringBuilder text = new StringBuilder(line.length());
        int[] places = new int[line.length() + 1];
        int at = 0;
        while (at < line.length()) {
            int hidden = hidden(line, at);
            if (hidden > 0) {
                at += hidden;
                continue;
            }
            places[text.length()] = at;
            int letter = numbered(line, at);
            text.append(letter >= 0 ? (char) letter : line.charAt(at));
            at += letter >= 0 ? 6 : 1;
        }
        places[text.length()] = line.length();
        return new Cleaned(text.toString(), Arrays.copyOf(places, text.length() + 1));
    }

    /// The letter or mark written by its number, or -1.
    private static int numbered(String line, int at) {
        if (line.startsWith("\\u00", at) && at + 6 <= line.length()) {
            int high = Character.digit(line.charAt(at + 4), 16);
            int low = Character.digit(line.charAt(at + 5), 16);
            int letter = high * 16 + low;
            if (high >= 2 && low >= 0 && letter < 0x7f && letter != '"' && letter != '\\') {
                return letter;
            }
        }
        return -1;
    }

    /// How many characters from there on are not seen.
    private static int hidden(String line, int at) {
        char c = line.charAt(at);
        if (c == ESCAPE || line.startsWith("\\u001b[", at)) {
            int end = at + (c == ESCAPE ? 1 : 6);
            if (end < line.length() && line.charAt(end) == '[') {
                end++;
                while (end < line.length()
                        && end - at < 40
                        && (line.charAt(end) == ';' || Character.isDigit(line.charAt(end)))) {
                    end++;
                }
                return Math.min(end + 1, line.length()) - at;
            }
            return end - at;
        }
        if (line.startsWith("\u00e2\u0080", at) && at + 2 < line.length()) {
            int last = line.charAt(at + 2);
            return (last >= 0x8b && last <= 0x8f) || (last >= 0xaa && last <= 0xae) ? 3 : 0;
        }
        return line.startsWith("\u00e2\u0081\u00a0", at)
                        || line.startsWith("\u00ef\u00bb\u00bf", at)
                ? 3
                : line.startsWith("\u00c2\u00ad", at) ? 2 : 0;
    }
}
