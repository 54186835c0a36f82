package dev.clew.diagnose;

import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Level;
import dev.clew.model.RelatedArticle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that tells of a failure and that no signature and no benign rule knows.
///
/// @param template the message with placeholders for what differs from print to print
/// @param level the worst it was printed at
/// @param component the program that printed it, empty if unknown
/// @param place where it was printed, as far as the input tells
/// @param count how often it was printed
/// @param firstSeen null where no time is known
/// @param lastSeen null where no time is known
/// @param evidence the first time, and up to two more that differ
/// @param says what its words say
/// @param articles those near it, the best first; none where nothing is near
public record Suggestion(
        String template,
        Level level,
        String component,
        Entity place,
        long count,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<Evidence> evidence,
        Says says,
        List<RelatedArticle> articles) {
    public Suggestion {
        evidence = List.copyOf(evidence);
        articles = List.copyOf(articles);
    }

    /// What the words of a message say.
    ///
    /// @param operation what was tried, null where the words don't tell
    /// @param actor who tried it, null where the words don't tell
    /// @param target what it was tried on, null where the words don't tell
    /// @param mechanism id of the signature that names how it failed, null where none does
    /// @param how it failed, in words, null where no mechanism is known
    /// @param code what codes that it prints mean, null where it prints none that is known
    public record Says(
            @Nullable String operation,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String mechanism,
            @Nullable String how,
            @Nullable String code) {

        /// Nothing that could be read.
        public static final Says NOTHING = new Says(null, null, null, null, null, null);
    }
}
