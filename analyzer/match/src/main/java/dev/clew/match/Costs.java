package dev.clew.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// What each rule of a book costs in a run. Safe for use by several threads.
public final class Costs {

    private final Adder[] adders;

    /// The costs of one rule.
    ///
    /// @param ordinal place of the rule in its book
    /// @param candidates records it was tried on
    /// @param hits records it has to do with
    /// @param nanos time spent on trying, of all threads together
    public record Cost(int ordinal, long candidates, long hits, long nanos) {}

    private static final class Adder {
        final LongAdder candidates = new LongAdder();
        final LongAdder hits = new LongAdder();
        final LongAdder nanos = new LongAdder();
    }

    Costs(int rules) {
        adders = new Adder[rules];
        for (int i = 0; i < rules; i++) {
            adders[i] = new Adder();
        }
    }

    void tried(int ordinal, boolean hit, long nanos) {
        Adder adder = adders[ordinal];
        adder.candidates.increment();
        adder.nanos.add(nanos);
        if (hit) {
            adder.hits.increment();
        }
    }

    /// The rules that were tried at all, the costliest first.
    public List<Cost> list() {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < adders.length; i++) {
            long candidates = adders[i].candidates.sum();
            if (candidates > 0) {
                costs.add(new Cost(i, candidates, adders[i].hits.sum(), adders[i].nanos.sum()));
            }
        }
        costs.sort(Comparator.comparingLong(Cost::nanos).reversed());
        return costs;
    }
}
