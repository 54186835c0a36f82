package dev.clew.diagnose.collect;

import dev.clew.bundle.time.Stamps;
import dev.clew.diagnose.AssumedTimes;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All records that one signature matched at one place, together with the same other signatures.
/// Keeps a bounded part of what it is told, however often that is.
public final class Observation {

    private static final int MOST_EVIDENCE = 3;

    private final int signature;
    private final int variant;
    private final RecordKind kind;
    private final Entity entity;
    private final @Nullable Subject subject;
    private final List<Integer> beside;
    private final int suppressedBy;
    private final Map<String, String> captures;
    private final List<Evidence> evidence = new ArrayList<>(1);
    private final List<TimeSeries> times = new ArrayList<>(1);
    private boolean sure;
    private long count;
    private @Nullable Duration oldest;
    private @Nullable Timestamp last;
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;
    private @Nullable AssumedTimes assumed;

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

    /// An observation with nothing in it yet.
    ///
    /// @param most how many times are kept
    /// @param longest characters of its text that are kept as evidence, if any more is
    /// @return how many more times are kept than before; negative if times became spans
    int add(LogRecord record, int most, int longest) {
        count += record.count();
        Instant time = record.timeAssumed() ? null : record.time();
        Timestamp timestamp = Timestamp.of(record);
        Duration age = timestamp.age();
        if (age != null && (oldest == null || age.compareTo(oldest) > 0)) {
            oldest = age;
        }
        if (last == null || last.order(timestamp) <= 0) {
            last = timestamp;
        }
        if (time != null) {
            Instant began = began(record, time);
            firstTime = firstTime == null || began.isBefore(firstTime) ? began : firstTime;
            lastTime = lastTime == null || time.isAfter(lastTime) ? time : lastTime;
        }
        assume(record);
        if (evidence.size() < MOST_EVIDENCE) {
            String raw = record.shown();
            evidence.add(
                    new Evidence(
                            record.origin(),
                            raw.substring(0, Math.min(raw.length(), longest)),
                            time));
        }
        return series(timestamp).add(timestamp, record.count(), most);
    }

    /// Notes a record that belongs to the match whose last record is added next.
    ///
    /// @param longest characters of its text that are kept as evidence, if any more is
    void earlier(LogRecord record, int longest) {
        Instant time = record.timeAssumed() ? null : record.time();
        if (time != null) {
            firstTime = firstTime == null || time.isBefore(firstTime) ? time : firstTime;
        }
        assume(record);
        if (wantsEarlier()) {
            String raw = record.shown();
            evidence.add(
                    new Evidence(
                            record.origin(),
                            raw.substring(0, Math.min(raw.length(), longest)),
                            time));
        }
    }

    private void assume(LogRecord record) {
        Instant time = record.time();
        if (time != null && record.yearFrom() != null) {
            assumed = AssumedTimes.both(assumed, new AssumedTimes(time, time, record.yearFrom()));
        }
    }

    /// Whether the text of an earlier record is kept: there must be room for the last one.
    boolean wantsEarlier() {
        return evidence.size() < MOST_EVIDENCE - 1;
    }

    /// When what an event counts was seen first; the time of any other record.
    private static Instant began(LogRecord record, Instant time) {
        String text = record.kind() == RecordKind.EVENT ? record.value("firstTimestamp") : null;
        Instant first = text == null ? null : Stamps.any(text);
        return first != null && first.isBefore(time) ? first : time;
    }

    private TimeSeries series(Timestamp timestamp) {
        for (int i = times.size() - 1; i >= 0; i--) {
            TimeSeries known = times.get(i);
            if (known.clock() == timestamp.clock() && known.source().equals(timestamp.source())) {
                return known;
            }
        }
        TimeSeries fresh = new TimeSeries(timestamp.source(), timestamp.clock());
        times.add(fresh);
        return fresh;
    }

    /// A record weighs as much as the signature says.
    void confirm() {
        sure = true;
    }

    /// Whether some record weighs as much as the signature says.
    public boolean isSure() {
        return sure;
    }

    /// Whether the next record's text is kept.
    boolean wantsEvidence() {
        return evidence.size() < MOST_EVIDENCE;
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

    /// When it was seen, for each source and clock.
    public List<TimeSeries> times() {
        return times;
    }

    /// The highest age it was seen at, null where no record tells one.
    public @Nullable Duration oldest() {
        return oldest;
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

    /// When it was seen by stamps without a year; null where it was by none.
    public @Nullable AssumedTimes assumed() {
        return assumed;
    }
}
