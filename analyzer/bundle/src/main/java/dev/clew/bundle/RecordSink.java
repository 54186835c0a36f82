package dev.clew.bundle;

import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import java.util.function.Consumer;
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

    /// How much of each thing it takes, and where to tell that there was more.
    default LimitLog limits() {
        return new LimitLog(Limits.DEFAULT);
    }

    /// The same sink, with something that looks at each record first.
    default RecordSink noting(Consumer<LogRecord> first) {
        RecordSink self = this;
        return new RecordSink() {
            @Override
            public void record(LogRecord record) {
                first.accept(record);
                self.record(record);
            }

            @Override
            public void object(ObjectRead object) {
                self.object(object);
            }

            @Override
            public void emptyList(String kind, @Nullable String namespace) {
                self.emptyList(kind, namespace);
            }

            @Override
            public LimitLog limits() {
                return self.limits();
            }
        };
    }
}
