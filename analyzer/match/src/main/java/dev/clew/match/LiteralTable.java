package dev.clew.match;

import dev.clew.match.literal.LiteralScanner;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final boolean anyAlways;
    private final List<Varying> varying = new ArrayList<>();
    private volatile @Nullable LiteralScanner scanner;

    private LiteralTable(List<String> literals, int[][] rules, BitSet always, boolean anyAlways) {
        this.anyAlways = anyAlways;
        this.literals = literals;
        this.rules = rules;
        this.always = always;
        for (int i = 0; i < rules.length; i++) {
            FoldedText.Part literal = new FoldedText.Part(literals.get(i));
            if (!literal.isFixed()) {
                varying.add(new Varying(literal, rules[i]));
            }
        }
    }

    /// A literal that may stand in some texts of a shape and not in others.
    ///
    /// @param rules places of those to be tried where it stands
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Varying(FoldedText.Part literal, int[] rules) {}

    /// Adds the places of the rules of which a literal may stand in another text of the same shape.
    void addOfShape(FoldedText text, BitSet places) {
        for (Varying each : varying) {
            if (text.mayContain(each.literal())) {
                for (int rule : each.rules()) {
                    places.set(rule);
                }
            }
        }
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

    /// How many literals it has.
    int size() {
        return rules.length;
    }

    /// Places of the rules to be tried where a literal stands.
    int[] rulesOf(int literal) {
        return rules[literal];
    }

    /// Places of those literals that are among these.
    BitSet places(Collection<String> some) {
        BitSet places = new BitSet(literals.size());
        for (int i = 0; i < literals.size(); i++) {
            places.set(i, some.contains(literals.get(i)));
        }
        return places;
    }

    boolean anyAlways() {
        return anyAlways;
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
        private final Map<String, Ordinals> rules = new HashMap<>();
        private final BitSet always = new BitSet();
        private boolean anyAlways;

        void literal(String literal, int ordinal) {
            Ordinals known = rules.get(literal);
            if (known == null) {
                known = new Ordinals();
                rules.put(literal, known);
            }
            known.add(ordinal);
        }

        /// A literal that marks lines worth reading though no rule is to be tried for it.
        void mark(String literal) {
            rules.putIfAbsent(literal, new Ordinals());
        }

        void always(int ordinal) {
            always.set(ordinal);
            anyAlways = true;
        }

        /// A rule that is tried on every line that is read, and for which none is.
        void whereRead(int ordinal) {
            always.set(ordinal);
        }

        LiteralTable build() {
            List<String> literals = new ArrayList<>(rules.size());
            int[][] ordinals = new int[rules.size()][];
            for (Map.Entry<String, Ordinals> entry : rules.entrySet()) {
                ordinals[literals.size()] = entry.getValue().all();
                literals.add(entry.getKey());
            }
            return new LiteralTable(literals, ordinals, always, anyAlways);
        }
    }

    /// Places of rules.
    private static final class Ordinals {
        private int[] ordinals = new int[1];
        private int size;

        void add(int ordinal) {
            if (size == ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, 2 * size);
            }
            ordinals[size++] = ordinal;
        }

        int[] all() {
            return size == ordinals.length ? ordinals : Arrays.copyOf(ordinals, size);
        }
    }
}
