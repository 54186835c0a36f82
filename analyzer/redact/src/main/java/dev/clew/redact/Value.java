package dev.clew.redact;

/// Where the value after a key stands.
///
/// @param from its first character, behind the quote
/// @param quoted whether it stands in quotes
record Value(int from, int to, boolean quoted) {

    private static final String ENDS = " \t\r,;&\"'`<>)}]|\\";

    private static final int LONGEST = 100_000;

    /// The value that begins at a place.
    static Value at(String line, int at) {
        int slashes = 0;
        while (at + slashes < line.length() && line.charAt(at + slashes) == '\\') {
            slashes++;
        }
        int quote = at + slashes;
        if (quote < line.length() && (line.charAt(quote) == '"' || line.charAt(quote) == '\'')) {
            return quoted(line, quote, slashes);
        }
        int end = at;
        while (end < Math.min(line.length(), at + LONGEST) && ENDS.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return new Value(at, end, false);
    }

    /// A value in quotes that so many backslashes stand before. Inside JSON in a string of JSON it
    /// ends at the next quote with as many.
    private static Value quoted(String line, int quote, int slashes) {
        char mark = line.charAt(quote);
        int before = 0;
        int last = Math.min(line.length(), quote + LONGEST);
        for (int i = quote + 1; i < last; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                before++;
                continue;
            }
            boolean ends = slashes == 0 ? before % 2 == 0 : before <= slashes;
            if (c == mark && ends) {
                return new Value(quote + 1, i - (slashes == 0 ? 0 : before), true);
            }
            before = 0;
        }
        return new Value(quote + 1, last, true);
    }

    String text(String line) {
        return line.substring(from, to);
    }

    /// Whether nothing but closing marks follow on the line.
    boolean isLast(String line) {
        for (int i = to; i < line.length(); i++) {
            if (" \t\r,;\"'}])".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
