package dev.clew.model;

import java.util.EnumMap;
import java.util.Map;

/// How much the program takes, keeps and shows at most. The defaults let every honest input
/// through. Where a bound is reached, a [LimitReached] says what it cost.
///
/// @param values those that differ from [Bound#standard()]
public record Limits(Map<Bound, Long> values) {

    /// What the program uses.
    public static final Limits DEFAULT = new Limits(Map.of());

    public Limits {
        values = Map.copyOf(values);
    }

    /// How much of that, at least 1.
    public long of(Bound bound) {
        return values.getOrDefault(bound, bound.standard());
    }

    /// The same where it is used as the size of a collection.
    public int sizeOf(Bound bound) {
        return (int) Math.min(Integer.MAX_VALUE, of(bound));
    }

    /// These limits with another value for one bound.
    ///
    /// @throws IllegalArgumentException if the value is less than 1
    public Limits with(Bound bound, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(bound.word() + " of " + value);
        }
        Map<Bound, Long> changed = new EnumMap<>(Bound.class);
        changed.putAll(values);
        changed.put(bound, value);
        return new Limits(changed);
    }
}
