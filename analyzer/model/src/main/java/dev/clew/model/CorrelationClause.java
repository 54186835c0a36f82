package dev.clew.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an author asks of further records, beside the one that a signature matches.
public sealed interface CorrelationClause {

    /// Of every pattern that the signature matches by.
    int EVERY_VARIANT = -1;

    /// Place of the pattern this belongs to in the signature's list, or [#EVERY_VARIANT].
    int variant();

    /// How close the other record must be.
    Scope same();

    /// Where the other record must stand in time.
    default Order order() {
        return Order.ANY;
    }

    /// How far apart in time they may be at most; null for any time.
    default @Nullable Duration within() {
        return null;
    }

    /// Whether it matters when, and not only whether, a match and another record were seen.
    default boolean asksForTimes() {
        return order() != Order.ANY || within() != null;
    }

    /// Whether it makes a difference which of the signature's patterns a record meets.
    default boolean tellsVariantsApart() {
        return variant() != EVERY_VARIANT;
    }

    /// Where the other record stands in time, seen from the matched one.
    enum Order {
        BEFORE,
        AFTER,
        ANY
    }

    /// Another record must be there.
    record Requires(
            RecordPattern pattern, Scope same, Order order, @Nullable Duration within, int variant)
            implements CorrelationClause {}

    /// No such record may be there, or the match is void.
    record Unless(
            RecordPattern pattern, Scope same, Order order, @Nullable Duration within, int variant)
            implements CorrelationClause {}

    /// Such a record after the match shows that the fault is over.
    record HealedBy(RecordPattern pattern, Scope same, int variant) implements CorrelationClause {
        @Override
        public Order order() {
            return Order.AFTER;
        }

        /// Only the last match counts.
        @Override
        public boolean asksForTimes() {
            return false;
        }
    }

    /// The match must be there at least so many times.
    record Count(int atLeast, Scope same, @Nullable Duration within, int variant)
            implements CorrelationClause {
        public Count {
            if (atLeast < 2) {
                throw new IllegalArgumentException("a count of " + atLeast + " says nothing");
            }
        }
    }

    /// The patterns of the signature are parts of a frame, and only a whole frame is a match.
    ///
    /// @param same how close the records of a frame must be
    record InFrame(Frame frame, Scope same) implements CorrelationClause {
        @Override
        public int variant() {
            return EVERY_VARIANT;
        }

        @Override
        public boolean tellsVariantsApart() {
            return true;
        }
    }
}
