package dev.clew.bundle.format;

import dev.clew.bundle.time.Stamp;
import dev.clew.match.regex.Expression;
import dev.clew.model.Level;
import java.time.Year;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The format of the lines of a log, as a user described it. Safe for use by several threads; equal
/// only to itself.
public final class LineFormat {

    private final String name;
    private final @Nullable Expression path;
    private final Fields fields;
    private final Times times;
    private final Levels levels;

    /// @param path what the path of a source must have in it; null if any does
    LineFormat(String name, @Nullable Expression path, Fields fields, Times times, Levels levels) {
        this.name = name;
        this.path = path;
        this.fields = fields;
        this.times = times;
        this.levels = levels;
    }

    /// What a line in the format tells.
    ///
    /// @param time null where the line has none, or one without a day
    /// @param level null where the line has none
    /// @param message the program's own words; empty where the format does not set them apart
    /// @param fields what else the line holds, by name
    public record Reading(
            @Nullable Stamp time,
            @Nullable Level level,
            String message,
            Map<String, String> fields) {}

    /// The name that its file gives it.
    public String name() {
        return name;
    }

    /// Whether it is for sources of certain paths only.
    public boolean isForPaths() {
        return path != null;
    }

    /// Whether a source of that path may be in the format.
    public boolean takes(String sourcePath) {
        return path == null || path.matches(sourcePath);
    }

    /// Reads a line, or what stands on it behind a wrapper; null if it is not in the format.
    ///
    /// @param year for stamps that leave it out
    public @Nullable Reading read(String text, Year year) {
        Fields.Found found = fields.read(text);
        return found == null
                ? null
                : new Reading(
                        times.read(found, year),
                        levels.of(found.level()),
                        found.message(),
                        found.others());
    }
}
