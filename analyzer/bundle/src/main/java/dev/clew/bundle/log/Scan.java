package dev.clew.bundle.log;

/// Steps over runs of characters, for frames that are read by hand: on whole logs an expression for
/// each of them takes most of the time.
final class Scan {

    private Scan() {}

    /// Where the run of digits that begins there ends.
    static int digits(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Where the run of spaces that begins there ends.
    static int spaces(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /// Where the run ends that begins there, of letters, digits, `_` and the characters of `more`.
    static int words(String text, int at, String more) {
        int end = at;
        while (end < text.length()
                && (isWord(text.charAt(end)) || more.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /// Whether that character stands there.
    static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /// That place, or the one after it where a space stands.
    static int afterSpace(String text, int at) {
        return isAt(text, at, ' ') ? at + 1 : at;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether it is an ASCII letter, a digit or `_`.
    static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_';
    }

    /// Whether it is one of the blanks and line ends of ASCII.
    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
