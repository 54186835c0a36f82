package dev.clew.diagnose;

import dev.clew.model.FixStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step of a fix with this input's values put in.
///
/// @param description what the step does
/// @param command what to type; null for a step by hand
/// @param risk what the command does to a running cluster; null without a command
/// @param open names of placeholders that are left for the reader
public record FilledStep(
        String description,
        @Nullable String command,
        FixStep.@Nullable Risk risk,
        List<String> open) {
    public FilledStep {
        open = List.copyOf(open);
    }
}
