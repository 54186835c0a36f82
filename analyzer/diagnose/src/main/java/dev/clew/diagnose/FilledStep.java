package dev.clew.diagnose;

import dev.clew.model.FixStep;
import dev.clew.model.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A step of an article with this input's values put in.
///
/// @param number as the article counts its steps; 0 where it does not
/// @param title names the action; empty for a further command of the same step
/// @param text says more about it; may be empty
/// @param command what to type; null for a step by hand
/// @param risk what the command does to a running cluster; null without a command
/// @param onlyIf what must hold for the step and is not known of this input; empty for nothing
/// @param notes what it interrupts, how to undo it and the like
/// @param needs placeholders that are left for the reader
/// @param assumed values that were put in because they are usual, not because the input tells them
/// @param others further things that the finding is about; the command is written for the first
public record FilledStep(
        int number,
        String title,
        String text,
        @Nullable String command,
        FixStep.@Nullable Risk risk,
        String onlyIf,
        Map<FixStep.Note, String> notes,
        List<Need> needs,
        List<Assumed> assumed,
        List<Subject> others) {

    public FilledStep {
        notes = Map.copyOf(notes);
        needs = List.copyOf(needs);
        assumed = List.copyOf(assumed);
        others = List.copyOf(others);
    }

    /// Title and text as one.
    public String description() {
        return title.isEmpty() || text.isEmpty() ? title + text : title + ". " + text;
    }

    /// A placeholder that only the reader can fill in.
    ///
    /// @param means what it stands for
    /// @param get a command that tells it; null where none does
    public record Need(String name, String means, @Nullable String get) {}

    /// A placeholder that was filled in with what is usual.
    ///
    /// @param get a command that tells the true value; null where none does
    public record Assumed(String name, String value, @Nullable String get) {}
}
