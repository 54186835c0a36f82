package dev.clew.match.literal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/// Finds all of many literals in bytes, in one pass and without regard to ASCII letter case.
///
/// From each literal a window of [#WINDOW] bytes is chosen, and every group of four bytes in it is
/// entered in a bit set. A window that long can't be stepped over by looking at every [#STEP]th
/// group of the input, so only those are looked up; what the bit set lets through is compared byte
/// by byte. Literals shorter than a window are looked for the same way, but at every position.
public final class LiteralScanner {

    /// Shortest literal that can be looked for.
    public static final int SHORTEST = 4;

    /// Shortest literal that can be looked for with large steps.
    public static final int WINDOW = 8;

    private static final int GRAM = 4;
    private static final int STEP = WINDOW - GRAM + 1;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] literals;
    private final GramTable sampled;
    private final GramTable everywhere;

    /// What to do with a literal that was found.
    public interface Sink {
        /// Takes note of a literal.
        ///
        /// @param literal index of the literal, in the order given to the scanner
        /// @param position where it begins
        /// @return where to go on; at most what is found before that position is left out
        int found(int literal, int position);
    }

    private LiteralScanner(byte[][] literals, GramTable sampled, GramTable everywhere) {
        this.literals = literals;
        this.sampled = sampled;
        this.everywhere = everywhere;
    }

    /// A scanner for these literals.
    ///
    /// @throws IllegalArgumentException if one is shorter than [#SHORTEST] bytes
    public static LiteralScanner of(List<String> literals) {
        byte[][] bytes = new byte[literals.size()][];
        int windows = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Fold.bytes(literals.get(i));
            if (bytes[i].length < SHORTEST) {
                throw new IllegalArgumentException("literal too short: " + literals.get(i));
            }
            windows += bytes[i].length >= WINDOW ? 1 : 0;
        }
        GramTable sampled = new GramTable(windows * STEP);
        GramTable everywhere = new GramTable(bytes.length - windows);
        GramWeights weights = new GramWeights(bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i].length >= WINDOW) {
                int from = weights.rarestWindow(bytes[i], STEP, GRAM);
                for (int gram = 0; gram < STEP; gram++) {
                    sampled.add(gramAt(bytes[i], from + gram), i, from + gram);
                }
            } else {
                int from = weights.rarestWindow(bytes[i], 1, GRAM);
                everywhere.add(gramAt(bytes[i], from), i, from);
            }
        }
        return new LiteralScanner(bytes, sampled, everywhere);
    }

    /// Reports literals that lie wholly in `[from, to)`. Each of them is reported at least once for
    /// every place it stands at, unless the sink skips ahead; the order is not that of the
    /// positions.
    public void scan(byte[] bytes, int from, int to, Sink sink) {
        if (!sampled.isEmpty()) {
            scan(bytes, from, to, STEP, sampled, sink);
        }
        if (!everywhere.isEmpty()) {
            scan(bytes, from, to, 1, everywhere, sink);
        }
    }

    private void scan(byte[] bytes, int from, int to, int step, GramTable table, Sink sink) {
        long[] bits = table.bits();
        int shift = table.shift();
        int last = to - GRAM;
        int at = from;
        while (at <= last) {
            int gram = (int) INTS.get(bytes, at) | 0x20202020;
            int hash = gram * GramTable.MIX >>> shift;
            if (((bits[hash >>> 6] >>> hash) & 1) == 0) {
                at += step;
                continue;
            }
            int next = at + step;
            for (int entry = table.first(gram); entry >= 0; entry = table.next(entry)) {
                if (table.gram(entry) != gram) {
                    continue;
                }
                int literal = table.literal(entry);
                int start = at - table.offset(entry);
                if (start >= from
                        && start + literals[literal].length <= to
                        && isAt(bytes, start, literals[literal])) {
                    next = Math.max(next, sink.found(literal, start));
                }
            }
            at = next;
        }
    }

    private static boolean isAt(byte[] bytes, int start, byte[] literal) {
        for (int i = 0; i < literal.length; i++) {
            if (Fold.lower(bytes[start + i]) != literal[i]) {
                return false;
            }
        }
        return true;
    }

    private static int gramAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) | 0x20202020;
    }
}
