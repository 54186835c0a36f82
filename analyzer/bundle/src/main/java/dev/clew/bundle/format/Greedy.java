package dev.clew.bundle.format;

/// Writes the possessive quantifiers and atomic groups of an expression, `a++` and `(?>a)`, as the
/// greedy ones that RE2 knows. What matches goes on to match with the same groups; it may match
/// more.
final class Greedy {

    private final String pattern;
    private final StringBuilder written = new StringBuilder();
    private int at;

    private Greedy(String pattern) {
        this.pattern = pattern;
    }

    static String of(String pattern) {
        return new Greedy(pattern).rewrite();
    }

    private String rewrite() {
        boolean quantified = false;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                escape();
                quantified = false;
            } else if (c == '[') {
                set();
                quantified = false;
            } else if (pattern.startsWith("(?>", at)) {
                written.append("(?:");
                at += 3;
                quantified = false;
            } else if (c == '(') {
                take(pattern.startsWith("(?", at) ? 2 : 1);
                quantified = false;
            } else if (quantified && c == '+') {
                at++;
                quantified = false;
            } else if (quantified && c == '?') {
                take(1);
                quantified = false;
            } else {
                int length = quantifier();
                quantified = length > 0;
                take(Math.max(1, length));
            }
        }
        return written.toString();
    }

    /// How long the quantifier is that stands there; 0 if none does.
    private int quantifier() {
        char c = pattern.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            return 1;
        }
        if (c != '{') {
            return 0;
        }
        int end = at + 1;
        while (end < pattern.length() && isOfCount(pattern.charAt(end))) {
            end++;
        }
        return end > at + 1 && end < pattern.length() && pattern.charAt(end) == '}'
                ? end + 1 - at
                : 0;
    }

    private static boolean isOfCount(char c) {
        return c >= '0' && c <= '9' || c == ',';
    }

    private void escape() {
        int end = pattern.startsWith("\\Q", at) ? pattern.indexOf("\\E", at) : at;
        take(end < 0 ? pattern.length() - at : end + 2 - at);
    }

    private void set() {
        take(pattern.startsWith("[^", at) ? 2 : 1);
        if (at < pattern.length() && pattern.charAt(at) == ']') {
            take(1);
        }
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            int named = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
            take(named > 0 ? named + 2 - at : pattern.charAt(at) == '\\' ? 2 : 1);
        }
        take(1);
    }

    private void take(int length) {
        int end = Math.min(pattern.length(), at + length);
        written.append(pattern, at, end);
        at = end;
    }
}
