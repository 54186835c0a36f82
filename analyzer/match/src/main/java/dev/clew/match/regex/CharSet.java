package dev.clew.match.regex;

/// A set of characters: which of ASCII, one bit each, and whether all others. An expression that
/// tells apart characters beyond ASCII is not described by such sets.
///
/// @param low bits of the characters 0 to 63
/// @param high bits of the characters 64 to 127
/// @param others whether every character beyond ASCII is in it
record CharSet(long low, long high, boolean others) {

    static final int ASCII = 128;
    static final CharSet NONE = new CharSet(0, 0, false);
    static final CharSet ALL = new CharSet(-1, -1, true);
    static final CharSet NEWLINE = NONE.with('\n', '\n');
    static final CharSet DIGITS = NONE.with('0', '9');
    static final CharSet WORD = DIGITS.with('A', 'Z').with('a', 'z').with('_', '_');
    static final CharSet SPACE = NONE.with('\t', '\n').with('\f', '\r').with(' ', ' ');

    private static final long LETTERS = 0x07fffffeL;
    private static final int CASE = 32;

    /// The set with the ASCII characters from one to another added, both included.
    CharSet with(int first, int last) {
        long newLow = low;
        long newHigh = high;
        for (int c = first; c <= last; c++) {
            if (c < Long.SIZE) {
                newLow |= 1L << c;
            } else {
                newHigh |= 1L << c;
            }
        }
        return new CharSet(newLow, newHigh, others);
    }

    CharSet or(CharSet other) {
        return new CharSet(low | other.low, high | other.high, others || other.others);
    }

    CharSet negated() {
        return new CharSet(~low, ~high, !others);
    }

    /// The set with, for each letter in it, that letter in the other case.
    CharSet inAnyCase() {
        long capital = high & LETTERS;
        long small = high >>> CASE & LETTERS;
        return new CharSet(low, high | capital << CASE | small, others);
    }

    /// Whether a character is in it.
    ///
    /// @param c an ASCII character, or anything greater for one beyond
    boolean has(int c) {
        if (c >= ASCII) {
            return others;
        }
        return ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
    }
}
