package dev.clew.model;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step of a fix.
///
/// @param description what the step does, in Markdown
/// @param command what to type, with `<name>` for what differs from cluster to cluster; null for a
///   step by hand
/// @param risk what the command does to a cluster that runs; null without a command
/// @param applies the versions it is for
/// @param when values that the finding must have for this step, by name; empty for always
public record FixStep(
        String description,
        @Nullable String command,
        @Nullable Risk risk,
        Applies applies,
        Map<String, String> when) {

    public FixStep {
        when = Map.copyOf(when);
    }

    /// What a command does to a cluster that runs.
    public enum Risk {
        /// Only looks.
        READ_ONLY,
        /// Interrupts something for a while: restarts pods, drops connections.
        DISRUPTIVE,
        /// Removes something that does not come back by itself.
        DESTRUCTIVE;

        /// The word used in articles and reports, e.g. `read-only`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// The risk of that word, or empty for a word that is none.
        public static Optional<Risk> of(String word) {
            return Words.find(Risk.class, word);
        }
    }
}
