package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When each source ends, so that it can be told whether something went on until then.
public final class SourceEndTimes {

    private final Map<String, Instant> bySource = new HashMap<>();
    private final LimitLog log;

    SourceEndTimes(LimitLog log) {
        this.log = log;
    }

    /// Takes note of the last time that was seen in a part of a source.
    public void note(String source, @Nullable Instant last) {
        if (last != null
                && (bySource.containsKey(source) || log.hasRoom(Bound.SOURCES, bySource.size()))) {
            bySource.merge(source, last, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /// The last time in a source, or null where it has none.
    public @Nullable Instant of(String source) {
        return bySource.get(source);
    }
}
