package dev.clew.match;

import dev.clew.match.literal.LiteralScanner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which rules are worth trying where a literal occurs. Safe for use by several threads.
final class LiteralTable {

    private final List<String> literals;
    private final int[][] rules;
    private final BitSet always;
    private volatile @Nullable LiteralScanner scanner;

    private LiteralTable(List<String> literals, int[][] rules, BitSet always) {
        this.literals = literals;
        this.rules = rules;
        this.always = always;
    }

    /// The scanner for all literals, made when it is first needed.
    LiteralScanner scanner() {
        LiteralScanner known = scanner;
        if (known == null) {
            synchronized (this) {
                known = scanner == null ? LiteralScanner.of(literals) : scanner;
                scanner = known;
            }
        }
        return known;
    }

    /// Places of those of these literals that no rule is to be tried for.
    BitSet placesWithoutRules(Collection<String> some) {
        BitSet places = new BitSet(literals.size());
        for (int i = 0; i < literals.size(); i++) {
            places.set(i, rules[i].length == 0 && some.contains(literals.get(i)));
        }
        return places;
    }

    boolean anyAlways() {
        return !always.isEmpty();
    }

    /// Places of the rules worth trying on a text.
    BitSet rules(byte[] text) {
        BitSet kept = (BitSet) always.clone();
        scanner()
                .scan(
                        text,
                        0,
                        text.length,
                        (literal, position) -> {
                            for (int rule : rules[literal]) {
                                kept.set(rule);
                            }
                            return 0;
                        });
        return kept;
    }

    /// Gathers literals and the rules they belong to.
    static final class Builder {
        private final Map<String, BitSet> rules = new HashMap<>();
        private final BitSet always;

        Builder(int size) {
            always = new BitSet(size);
        }

        void literal(String literal, int ordinal) {
            rules.computeIfAbsent(literal, key -> new BitSet()).set(ordinal);
        }

        /// A literal that marks lines worth reading though no rule is to be tried for it.
        void mark(String literal) {
            rules.computeIfAbsent(literal, key -> new BitSet());
        }

        void always(int ordinal) {
            always.set(ordinal);
        }

        LiteralTable build() {
            List<String> literals = new ArrayList<>(rules.size());
            int[][] ordinals = new int[rules.size()][];
            for (Map.Entry<String, BitSet> entry : rules.entrySet()) {
                ordinals[literals.size()] = entry.getValue().stream().toArray();
                literals.add(entry.getKey());
            }
            return new LiteralTable(literals, ordinals, always);
        }
    }
}
