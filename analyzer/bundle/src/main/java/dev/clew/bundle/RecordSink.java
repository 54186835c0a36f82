package dev.clew.bundle;

import dev.clew.model.LogRecord;

/// Takes records as they are read, in the order of their source.
@FunctionalInterface
public interface RecordSink {
    void record(LogRecord record);
}
