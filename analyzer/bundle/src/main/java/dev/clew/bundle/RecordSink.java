package dev.clew.bundle;

import dev.clew.model.Record;

/// Takes records as they are read, in the order of their source.
@FunctionalInterface
public interface RecordSink {
    void record(Record record);
}
