package dev.clew.bundle;

import dev.clew.bundle.format.LineFormat;
import dev.clew.model.Entity;
import dev.clew.model.YearFrom;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// One file-like stream of an input, and what its place among the others tells of it.
///
/// @param path as reports print it; inside archives `bundle.tar.gz!/inner/path`; `-` for standard
///   input
/// @param entity the pod, container, node and namespace that it comes from, as far as path and
///   layout tell
/// @param component the program that wrote it, or empty
/// @param previous whether it is the log of the container before its last restart
/// @param year for time stamps that leave it out
/// @param yearFrom where the year comes from; null where the source itself tells it. Otherwise
///   times made with it are guesses
/// @param format the format of its lines that a user described; null if there is none
public record Source(
        String path,
        Entity entity,
        String component,
        boolean previous,
        Year year,
        @Nullable YearFrom yearFrom,
        @Nullable LineFormat format) {

    /// A stream of which no format is known but those that all programs use.
    public Source(
            String path,
            Entity entity,
            String component,
            boolean previous,
            Year year,
            @Nullable YearFrom yearFrom) {
        this(path, entity, component, previous, year, yearFrom, null);
    }

    /// A stream of which nothing is known but its name.
    public static Source named(String path) {
        return new Source(
                path,
                Entity.UNKNOWN,
                "",
                false,
                Year.now(java.time.ZoneOffset.UTC),
                YearFrom.CLOCK);
    }

    public Source with(Entity newEntity, String newComponent) {
        return new Source(path, newEntity, newComponent, previous, year, yearFrom, format);
    }

    /// The same source, whose stamps without a year are of this one.
    ///
    /// @param from where it comes from; null where the source itself tells it
    public Source in(Year newYear, @Nullable YearFrom from) {
        return new Source(path, entity, component, previous, newYear, from, format);
    }

    /// The same source, whose lines are in a format that a user described; null for none.
    public Source in(@Nullable LineFormat newFormat) {
        return new Source(path, entity, component, previous, year, yearFrom, newFormat);
    }
}
