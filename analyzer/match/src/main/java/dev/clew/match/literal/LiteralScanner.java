package dev.clew.match.literal;

import java.util.List;

/// Finds all of many literals in bytes, in one pass and without regard to ASCII letter case.
///
/// From each literal a window is chosen, the part that is met least often elsewhere. A window that
/// is longer than a group of bytes can't be stepped over by looking only at every so many groups of
/// the input; what those looks let through is compared as a whole window, and then as a literal.
/// Literals of six and seven bytes are found by a group alone. Shorter ones are looked for with a
/// shorter window, in a second pass.
public final class LiteralScanner {

    /// Shortest literal that can be looked for.
    public static final int SHORTEST = 4;

    /// Shortest literal that is looked for by a whole window, which costs least.
    public static final int WINDOW = 8;

    /// Shortest literal that can be looked for with large steps.
    public static final int QUICK = 6;

    private static final int GRAM = QUICK;
    private static final int SHORT_GRAM = 3;

    private final byte[][] literals;
    private final WindowTable usual;
    private final WindowTable brief;

    /// What to do with a literal that was found.
    public interface Sink {
        /// Takes note of a literal.
        ///
        /// @param literal index of the literal, in the order given to the scanner
        /// @param position where it begins
        /// @return where to go on; at most what is found before that position is left out
        int found(int literal, int position);
    }

    private LiteralScanner(byte[][] literals, WindowTable usual, WindowTable brief) {
        this.literals = literals;
        this.usual = usual;
        this.brief = brief;
    }

    /// A scanner for these literals.
    ///
    /// @throws IllegalArgumentException if one is shorter than [#SHORTEST] bytes
    public static LiteralScanner of(List<String> literals) {
        byte[][] bytes = new byte[literals.size()][];
        int full = 0;
        int quick = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Fold.bytes(literals.get(i));
            if (bytes[i].length < SHORTEST) {
                throw new IllegalArgumentException("literal too short: " + literals.get(i));
            }
            full += bytes[i].length >= WINDOW ? 1 : 0;
            quick += bytes[i].length >= QUICK ? 1 : 0;
        }
        WindowTable usual = new WindowTable(WINDOW, GRAM, full, quick - full);
        WindowTable brief = new WindowTable(SHORTEST, SHORT_GRAM, bytes.length - quick, 0);
        GramCounts counts = new GramCounts(GRAM, bytes);
        GramCounts shortCounts = quick == bytes.length ? counts : new GramCounts(SHORT_GRAM, bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i].length >= WINDOW) {
                usual.add(bytes[i], counts.rarestWindow(bytes[i], WINDOW), i);
            } else if (bytes[i].length >= QUICK) {
                usual.addShort(bytes[i], counts.rarestWindow(bytes[i], GRAM), i);
            } else {
                brief.add(bytes[i], shortCounts.rarestWindow(bytes[i], SHORTEST), i);
            }
        }
        return new LiteralScanner(bytes, usual, brief);
    }

    /// Reports literals that lie wholly in `[from, to)`. Each of them is reported at least once for
    /// every place it stands at, unless the sink skips ahead; the order is not that of the
    /// positions.
    public void scan(byte[] bytes, int from, int to, Sink sink) {
        if (!usual.isEmpty()) {
            scan(bytes, from, to, usual, sink);
        }
        if (!brief.isEmpty()) {
            scan(bytes, from, to, brief, sink);
        }
    }

    private void scan(byte[] bytes, int from, int to, WindowTable table, Sink sink) {
        int last = Math.min(to, bytes.length) - Long.BYTES;
        int at = from;
        while (true) {
            at = table.next(bytes, at, last);
            if (at >= to) {
                return;
            }
            long gram = Grams.near(bytes, at);
            at = confirm(bytes, from, to, at, table.offsets(gram), table, sink);
        }
    }

    /// Looks for the windows around a group.
    ///
    /// @param offsets where in a window the group may stand, one bit each
    /// @return where to go on
    private int confirm(
            byte[] bytes, int from, int to, int at, int offsets, WindowTable table, Sink sink) {
        int next = at + table.steps();
        for (int left = offsets; left != 0; left &= left - 1) {
            int offset = Integer.numberOfTrailingZeros(left);
            int start = table.windowStart(at, offset);
            if (start < from || start >= to) {
                continue;
            }
            boolean isShort = table.isShort(offset);
            long window = Grams.near(bytes, start);
            for (int entry = table.first(window, isShort); entry >= 0; entry = table.next(entry)) {
                byte[] literal = literals[table.literal(entry)];
                int begin = start - table.start(entry);
                if (table.is(entry, window, isShort)
                        && begin >= from
                        && begin + literal.length <= to
                        && isAt(bytes, begin, literal)) {
                    next = Math.max(next, sink.found(table.literal(entry), begin));
                }
            }
        }
        return next;
    }

    private static boolean isAt(byte[] bytes, int start, byte[] literal) {
        for (int i = 0; i < literal.length; i++) {
            if (Fold.lower(bytes[start + i]) != literal[i]) {
                return false;
            }
        }
        return true;
    }
}
