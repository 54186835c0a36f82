package dev.clew.diagnose.frame;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Bound;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.Frame;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The frames of all signatures that are being waited for. Those of one source are put together as
/// its records come; those across sources when all are read, in the order of their times.
public final class Frames {

    private static final long NANOS = 1_000_000_000L;

    private final LimitLog log;
    private final Room room;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Map<Key, List<Event>> later = new LinkedHashMap<>();
    private final Map<Integer, CorrelationClause.InFrame> clauses = new LinkedHashMap<>();

    private record Key(int signature, String source, Entity place) {}

    /// A record that is judged when all are read.
    private record Event(@Nullable Instant time, BitSet met, Seen seen) {}

    /// A frame that is whole.
    ///
    /// @param signature place in the book
    /// @param records what it is made of
    public record Whole(int signature, List<Seen> records) {
        public Whole {
            records = List.copyOf(records);
        }
    }

    public Frames(LimitLog log) {
        this.log = log;
        this.room = new Room(log);
    }

    /// Takes a record that met patterns of a signature. Records of one source must come in order.
    ///
    /// @param met places of the patterns
    /// @return frames that are whole with it
    public List<Whole> take(
            int signature, CorrelationClause.InFrame clause, BitSet met, Seen seen) {
        LogRecord record = seen.record();
        boolean apart = clause.same() == Scope.SOURCE;
        Key key =
                new Key(
                        signature,
                        apart || !clause.frame().isNested() ? record.origin().source() : "",
                        apart ? Entity.UNKNOWN : place(clause.same(), record.entity()));
        if (clause.frame().isNested()) {
            clauses.put(signature, clause);
            keep(key, new Event(time(record), met, seen));
            return List.of();
        }
        Waiting one = waiting.get(key);
        if (one == null) {
            if (!log.hasRoom(Bound.FRAMES, waiting.size())) {
                return List.of();
            }
            one = new Waiting(clause.frame(), room);
            waiting.put(key, one);
        }
        return wholes(signature, one.take(time(record), record.origin().line(), met, seen));
    }

    /// When a record was written: of several stamps on a line the first one, which whoever gathered
    /// the lines put there, since only that is of one clock.
    private static @Nullable Instant time(LogRecord record) {
        Stamp outer = Stamps.iso(record.raw(), 0);
        return outer == null ? record.time() : outer.instant();
    }

    private void keep(Key key, Event event) {
        if (later.size() >= log.limits().of(Bound.FRAMES) && !later.containsKey(key)) {
            log.reached(Bound.FRAMES, 1);
            return;
        }
        List<Event> events = later.computeIfAbsent(key, any -> new ArrayList<>());
        if (log.hasRoom(Bound.FRAME_RECORDS, events.size())) {
            events.add(event);
        }
    }

    /// Ends the waiting: nothing more will come.
    public List<Whole> end() {
        List<Whole> whole = new ArrayList<>();
        waiting.forEach((key, one) -> whole.addAll(wholes(key.signature(), one.end())));
        waiting.clear();
        later.forEach((key, events) -> {
            events.sort(
                    Comparator.comparing(
                            Event::time, Comparator.nullsFirst(Comparator.naturalOrder())));
            Frame frame = Objects.requireNonNull(clauses.get(key.signature())).frame();
            Waiting one = new Waiting(frame, room);
            for (Event each : events) {
                whole.addAll(
                        wholes(
                                key.signature(),
                                one.take(
                                        each.time(),
                                        each.seen().record().origin().line(),
                                        each.met(),
                                        each.seen())));
            }
            whole.addAll(wholes(key.signature(), one.end()));
        });
        later.clear();
        return whole;
    }

    private static List<Whole> wholes(int signature, List<Hit> hits) {
        return hits.stream().map(hit -> new Whole(signature, hit.records())).toList();
    }

    private static Entity place(Scope same, Entity entity) {
        return switch (same) {
            case SOURCE, CLUSTER -> Entity.UNKNOWN;
            case NODE -> Entity.UNKNOWN.withNode(entity.node());
            case NAMESPACE -> Entity.UNKNOWN.withNamespace(entity.namespace());
            case POD, WORKLOAD -> Entity.ofPod(entity.namespace(), entity.pod());
            case CONTAINER ->
                    Entity.ofPod(entity.namespace(), entity.pod())
                            .withContainer(entity.container());
        };
    }

    /// A matcher with its clock.
    private static final class Waiting {
        private final Frame frame;
        private final Room room;
        private FrameMatcher matcher;
        private long clock = Long.MIN_VALUE;
        private boolean timed;

        Waiting(Frame frame, Room room) {
            this.frame = frame;
            this.room = room;
            this.matcher = FrameMatcher.of(frame, room);
        }

        /// A record without a time is taken to be of the same time as the one before; where none
        /// has one, the lines count. A little disorder is put up with; where the clock goes back by
        /// more than the window, another log begins.
        List<Hit> take(@Nullable Instant time, long line, BitSet met, Seen seen) {
            List<Hit> ended = List.of();
            long at = clock;
            if (time != null) {
                at = nanos(time);
                if (timed && at < clock - Voids.nanos(frame.window())) {
                    ended = end();
                    matcher = FrameMatcher.of(frame, room);
                    clock = at;
                }
                timed = true;
            } else if (!timed) {
                at = line;
            }
            clock = Math.max(clock, at);
            List<Hit> now = matcher.take(clock, met, seen);
            if (ended.isEmpty()) {
                return now;
            }
            List<Hit> all = new ArrayList<>(ended);
            all.addAll(now);
            return all;
        }

        List<Hit> end() {
            return matcher.end(clock);
        }

        private static long nanos(Instant time) {
            long seconds = Math.clamp(time.getEpochSecond(), 0, Long.MAX_VALUE / NANOS / 2);
            return seconds * NANOS + time.getNano();
        }
    }
}
