package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Scope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records that one clause of a signature asks for beside those that it matches, by place. Of
/// each place it keeps when the clause is met there, not the records, so that it grows with the
/// places and not with the input.
public final class CorrelationEvents {

    private static final int LONGEST_EVIDENCE = 300;

    private final Scope same;
    private final CorrelationClause.Order order;
    private final @Nullable Duration within;
    private final boolean keepsEvidence;
    private final LimitLog limits;
    private final Map<Place, Seen> byPlace = new LinkedHashMap<>();

    /// Where records were seen, as closely as the clause's scope asks for.
    ///
    /// @param source empty for any
    public record Place(String source, Entity entity, Clock clock) {}

    /// What was seen at a place.
    public static final class Seen {
        private final Cover cover = new Cover();
        private long firstLine = Long.MAX_VALUE;
        private long lastLine = Long.MIN_VALUE;
        private long latest = Long.MIN_VALUE;
        private @Nullable Evidence evidence;

        /// The times of the place's clock at which the clause is met.
        public Cover cover() {
            return cover;
        }

        public long firstLine() {
            return firstLine;
        }

        public long lastLine() {
            return lastLine;
        }

        /// The last of the records, cut short; null where it is not asked for.
        public @Nullable Evidence evidence() {
            return evidence;
        }

        /// Where the last of the records stands on the clock.
        public long latest() {
            return latest;
        }
    }

    CorrelationEvents(CorrelationClause clause, LimitLog limits) {
        this.limits = limits;
        this.same = clause.same();
        this.order = clause.order();
        this.within = clause.within();
        this.keepsEvidence = clause instanceof CorrelationClause.HealedBy;
    }

    void add(LogRecord record) {
        Timestamp timestamp = Timestamp.of(record);
        Place place =
                new Place(
                        timestamp.source(),
                        Places.needed(same, record.entity()),
                        timestamp.clock());
        Seen seen = byPlace.get(place);
        if (seen == null) {
            if (!limits.hasRoom(Bound.PLACES, byPlace.size())) {
                place = new Place("", Entity.UNKNOWN, timestamp.clock());
            }
            seen = byPlace.computeIfAbsent(place, any -> new Seen());
        }
        seen.firstLine = Math.min(seen.firstLine, timestamp.line());
        seen.lastLine = Math.max(seen.lastLine, timestamp.line());
        long at = timestamp.at();
        long span = within == null ? Long.MAX_VALUE / 2 : Timestamp.nanos(within);
        int closed =
                seen.cover.add(
                        order == CorrelationClause.Order.BEFORE ? at : at - span,
                        order == CorrelationClause.Order.AFTER ? at : at + span,
                        limits.limits().sizeOf(Bound.TIMES));
        if (closed > 0) {
            limits.reached(Bound.TIMES, closed);
        }
        if (at >= seen.latest) {
            seen.latest = at;
            if (keepsEvidence) {
                String raw = record.shown();
                seen.evidence =
                        new Evidence(
                                record.origin(),
                                raw.substring(0, Math.min(raw.length(), LONGEST_EVIDENCE)),
                                record.timeAssumed() ? null : record.time());
            }
        }
    }

    /// How close to a match such a record must be.
    public Scope same() {
        return same;
    }

    public CorrelationClause.Order order() {
        return order;
    }

    /// What was seen, by place, in the order it was seen first.
    public Map<Place, Seen> byPlace() {
        return byPlace;
    }
}
