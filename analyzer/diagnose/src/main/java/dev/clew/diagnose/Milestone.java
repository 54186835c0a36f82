package dev.clew.diagnose;

import dev.clew.model.Origin;
import dev.clew.model.Subject;
import dev.clew.model.YearFrom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A point of the time line: something that happened in the cluster, or the first or last sight of
/// a finding.
///
/// @param time null where only the age is known
/// @param age how long before the input was taken; null where the time is known
/// @param yearFrom what tells the year of `time` if the input does not; null otherwise
/// @param kind what sort of thing it is
/// @param text what happened, in a few words
/// @param subject what it happened to, null where unknown
/// @param finding id of the finding, for the first and last sight of one; null otherwise
/// @param origin where it is told
public record Milestone(
        @Nullable Instant time,
        @Nullable Duration age,
        @Nullable YearFrom yearFrom,
        Kind kind,
        String text,
        @Nullable Subject subject,
        @Nullable String finding,
        Origin origin) {

    /// Sorts of things that happen.
    public enum Kind {
        /// A finding was seen first.
        FIRST_SEEN,
        /// A finding was seen last.
        LAST_SEEN,
        /// A container ended or was started anew.
        RESTART,
        /// A controller made or removed pods.
        ROLLOUT,
        /// A configuration or release was changed.
        CHANGE,
        /// A node came, went, or changed its state.
        NODE;

        /// The word used in reports, e.g. `first-seen`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
