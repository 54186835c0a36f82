package dev.clew.bundle.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the fields of a line are found.
@FunctionalInterface
interface Fields {

    /// The fields of a line.
    ///
    /// @param time the text of its stamp; null where it has none
    /// @param subsecond digits of the stamp that stand in a field of their own; null without one
    /// @param level null where it has none
    /// @param message empty where it is not set apart
    record Found(
            @Nullable String time,
            @Nullable String subsecond,
            @Nullable String level,
            String message,
            Map<String, String> others) {}

    /// The fields of a line; null if it is not in the format.
    @Nullable Found read(String text);
}
