package dev.clew.match.literal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
