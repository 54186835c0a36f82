package dev.clew.model;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step of an article: something to do, or to look at.
///
/// @param number as the article counts its steps; 0 where it does not
/// @param title names the action; empty for a further command of the same step
/// @param text says more about it, in Markdown; may be empty
/// @param command what to type, with `<name>` for what differs from cluster to cluster; null for a
///   step by hand
/// @param risk what the command does to a cluster that runs; null without a command
/// @param condition what must hold for the step to be the right one
/// @param notes what it interrupts, how to undo it and the like
public record FixStep(
        int number,
        String title,
        String text,
        @Nullable String command,
        @Nullable Risk risk,
        StepCondition condition,
        Map<Note, String> notes) {

    public FixStep {
        notes = Map.copyOf(notes);
    }

    /// Title and text as one.
    public String description() {
        if (title.isEmpty() || text.isEmpty()) {
            return title + text;
        }
        return title + ". " + text;
    }

    /// The note of that kind, or empty.
    public Optional<String> note(Note note) {
        return Optional.ofNullable(notes.get(note));
    }

    /// What a command does to a cluster that runs.
    public enum Risk {
        /// Only looks.
        READ_ONLY,
        /// Changes something, and nothing that runs is interrupted by it.
        CHANGES,
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

    /// A line that says one thing about a step, such as `Effect: …`.
    public enum Note {
        /// What is interrupted or changed, where, and for how long.
        EFFECT("Effect", "effect"),
        /// How to take it back.
        UNDO("Undo", "undo"),
        /// A question to answer with yes before the command is run.
        ASK("Ask", "ask"),
        /// What the command prints if it worked.
        EXPECT("Expect", "expect"),
        /// How to see that the step is over.
        DONE_WHEN("Done when", "doneWhen");

        private final String label;
        private final String field;

        Note(String label, String field) {
            this.label = label;
            this.field = field;
        }

        /// What stands before the colon in an article: `Done when`.
        public String label() {
            return label;
        }

        /// The name in JSON: `doneWhen`.
        public String field() {
            return field;
        }
    }
}
