package dev.clew.diagnose.collect;

import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All records that one signature matched at one place, together with the same other signatures.
/// Keeps a bounded part of what it is told, however often that is.
public final class Observation {

    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_TIMESTAMPS = 512;

    private final int signature;
    private final int variant;
    private final RecordKind kind;
    private final Entity entity;
    private final @Nullable Subject subject;
    private final List<Integer> beside;
    private final int suppressedBy;
    private final Map<String, String> captures;
    private final List<Evidence> evidence = new ArrayList<>(1);
    private final List<Timestamp> timestamps = new ArrayList<>(1);
    private final List<Integer> counts = new ArrayList<>(1);
    private long count;
    private @Nullable Timestamp last;
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;

    Observation(
            int signature,
            int variant,
            RecordKind kind,
            Entity entity,
            @Nullable Subject subject,
            List<Integer> beside,
            int suppressedBy,
            Map<String, String> captures) {
        this.signature = signature;
        this.variant = variant;
        this.kind = kind;
        this.entity = entity;
        this.subject = subject;
        this.beside = List.copyOf(beside);
        this.suppressedBy = suppressedBy;
        this.captures = Map.copyOf(captures);
    }

    void add(LogRecord record) {
        count += record.count();
        Instant time = record.timeAssumed() ? null : record.time();
        Timestamp timestamp = Timestamp.of(record);
        if (timestamps.size() < MOST_TIMESTAMPS) {
            timestamps.add(timestamp);
            counts.add(record.count());
        }
        if (last == null || last.order(timestamp) <= 0) {
            last = timestamp;
        }
        if (time != null) {
            firstTime = firstTime == null || time.isBefore(firstTime) ? time : firstTime;
            lastTime = lastTime == null || time.isAfter(lastTime) ? time : lastTime;
        }
        if (evidence.size() < MOST_EVIDENCE) {
            evidence.add(new Evidence(record.origin(), record.raw(), time));
        }
    }

    /// Place of the signature in the book.
    public int signature() {
        return signature;
    }

    /// Which of the signature's patterns matched.
    public int variant() {
        return variant;
    }

    /// What sort of record told it.
    public RecordKind kind() {
        return kind;
    }

    public Entity entity() {
        return entity;
    }

    public @Nullable Subject subject() {
        return subject;
    }

    /// Places in the book of the other signatures that matched the same records.
    public List<Integer> beside() {
        return beside;
    }

    /// Place in the book of the benign message that these records are, or -1.
    public int suppressedBy() {
        return suppressedBy;
    }

    public Map<String, String> captures() {
        return captures;
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    /// The first moments it was seen at, in the order they were told; at most 512.
    public List<Timestamp> timestamps() {
        return timestamps;
    }

    /// How often it was seen at each of the moments.
    public List<Integer> counts() {
        return counts;
    }

    public long count() {
        return count;
    }

    public @Nullable Timestamp last() {
        return last;
    }

    public @Nullable Instant firstTime() {
        return firstTime;
    }

    public @Nullable Instant lastTime() {
        return lastTime;
    }
}
