package dev.clew.bundle;

import dev.clew.model.LogRecord;
import org.jspecify.annotations.Nullable;

/// Takes records as they are read, in the order of their source.
@FunctionalInterface
public interface RecordSink {
    void record(LogRecord record);

    /// Takes an object of the API, besides the records made of it.
    default void object(ObjectRead object) {}

    /// Takes word of a list of a kind that has no items.
    ///
    /// @param kind of the items that are not there
    /// @param namespace that was asked, null where that is unknown
    default void emptyList(String kind, @Nullable String namespace) {}
}
