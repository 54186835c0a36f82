package dev.clew.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Keeps count of what the bounds of a run cost. Safe for use by several threads.
public final class LimitLog {

    private final Limits limits;
    private final Map<Bound, Long> costs = new EnumMap<>(Bound.class);

    public LimitLog(Limits limits) {
        this.limits = limits;
    }

    /// The limits of the run.
    public Limits limits() {
        return limits;
    }

    /// Something went beyond a bound.
    ///
    /// @param cost how many more were lost, see [Bound#cost()]
    public synchronized void reached(Bound bound, long cost) {
        costs.merge(bound, cost, Long::sum);
    }

    /// Whether there is room for one more; if not, one is lost.
    ///
    /// @param size how many there are
    public boolean hasRoom(Bound bound, int size) {
        if (size < limits.of(bound)) {
            return true;
        }
        reached(bound, 1);
        return false;
    }

    /// The bounds that were reached, in the order of [Bound].
    public synchronized List<LimitReached> all() {
        List<LimitReached> all = new ArrayList<>();
        costs.forEach((bound, cost) -> all.add(new LimitReached(bound, limits.of(bound), cost)));
        return all;
    }
}
