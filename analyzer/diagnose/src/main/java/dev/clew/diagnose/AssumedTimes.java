package dev.clew.diagnose;

import dev.clew.model.YearFrom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When something was seen by stamps that leave their year out, with a year that something else
/// tells.
///
/// @param first the first of them
/// @param last the last of them
/// @param yearFrom what tells the year
public record AssumedTimes(Instant first, Instant last, YearFrom yearFrom) {

    /// The times of both together; where their years come from different things, from the less sure
    /// one.
    public static @Nullable AssumedTimes both(
            @Nullable AssumedTimes one, @Nullable AssumedTimes other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new AssumedTimes(
                one.first.isBefore(other.first) ? one.first : other.first,
                one.last.isAfter(other.last) ? one.last : other.last,
                one.yearFrom.compareTo(other.yearFrom) >= 0 ? one.yearFrom : other.yearFrom);
    }
}
