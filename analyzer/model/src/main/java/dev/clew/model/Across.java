package dev.clew.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an author asks of further records, beside the one that a signature matches.
public sealed interface Across {

    /// Of every pattern that the signature matches by.
    int EVERY_VARIANT = -1;

    /// Place of the pattern this belongs to in the signature's list, or [#EVERY_VARIANT].
    int variant();

    /// Where the other record stands in time, seen from the matched one.
    enum Order {
        BEFORE,
        AFTER,
        ANY
    }

    /// Another record must be there.
    record Requires(
            Pattern pattern, Scope same, Order order, @Nullable Duration within, int variant)
            implements Across {}

    /// No such record may be there, or the match is void.
    record Unless(Pattern pattern, Scope same, Order order, @Nullable Duration within, int variant)
            implements Across {}

    /// Such a record after the match shows that the fault is over.
    record HealedBy(Pattern pattern, Scope same, int variant) implements Across {}

    /// The match must be there at least so many times.
    record Count(int atLeast, Scope same, @Nullable Duration within, int variant)
            implements Across {
        public Count {
            if (atLeast < 2) {
                throw new IllegalArgumentException("a count of " + atLeast + " says nothing");
            }
        }
    }
}
