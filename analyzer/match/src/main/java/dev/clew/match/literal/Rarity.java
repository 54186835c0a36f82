package dev.clew.match.literal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Guesses how much work a literal makes: how often it is met in logs that have nothing to do with
/// what it stands for. Ordinary lines of many programs, kept as a resource, are the yardstick.
public final class Rarity {

    private static final long EACH = 1_000;

    /// A literal too short for large steps makes the whole scan slower: rather a few common ones.
    private static final long SHORT = 4_000;

    /// One that is too short for a whole window lets more through, for each byte it lacks.
    private static final long LACKING = 400;

    private static final Map<String, Long> COSTS = new ConcurrentHashMap<>();

    private Rarity() {}

    /// Not loaded before the first literal is judged, which a compiled pack never needs.
    private static final class Ordinary {
        static final String TEXT =
                Fold.lower(new String(OrdinaryLines.bytes(), StandardCharsets.UTF_8));
    }

    /// The work that looking for any of these literals makes; the lower, the rarer they are.
    public static long cost(List<String> literals) {
        return literals.stream().mapToLong(Rarity::cost).sum();
    }

    /// The work that looking for a literal makes, from 1.
    ///
    /// @param literal in lower case
    public static long cost(String literal) {
        return COSTS.computeIfAbsent(literal, Rarity::measure);
    }

    /// How often a literal stands in the ordinary lines.
    ///
    /// @param literal in lower case
    public static int timesInOrdinaryLines(String literal) {
        int count = 0;
        for (int at = Ordinary.TEXT.indexOf(literal);
                at >= 0;
                at = Ordinary.TEXT.indexOf(literal, at + 1)) {
            count++;
        }
        return count;
    }

    /// Whether a window of a text stands in no ordinary line: for many short texts of one length,
    /// which are looked up and not searched for.
    ///
    /// @param text in lower case
    /// @param from where in it the window begins
    public static boolean isUnusual(String text, int from) {
        return Arrays.binarySearch(Windows.HASHES, hash(text, from)) < 0;
    }

    /// Characters of the windows that [#isUnusual] looks at.
    public static final int WINDOW = 10;

    /// The windows of the ordinary lines, ascending by their hashes.
    private static final class Windows {
        static final long[] HASHES =
                IntStream.rangeClosed(0, Ordinary.TEXT.length() - WINDOW)
                        .mapToLong(at -> hash(Ordinary.TEXT, at))
                        .sorted()
                        .toArray();
    }

    private static long hash(String text, int from) {
        long hash = 0;
        for (int i = from; i < from + WINDOW; i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long measure(String literal) {
        long shortness = Math.max(1, 32 - literal.length());
        if (literal.length() < LiteralScanner.QUICK) {
            shortness = SHORT << LiteralScanner.WINDOW - literal.length();
        } else if (literal.length() < LiteralScanner.WINDOW) {
            shortness = LACKING * (LiteralScanner.WINDOW - literal.length());
        }
        return timesInOrdinaryLines(literal) * EACH + shortness;
    }
}
