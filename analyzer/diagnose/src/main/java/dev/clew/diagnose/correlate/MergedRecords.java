package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Clock;
import dev.clew.diagnose.collect.CorrelationEvents;
import dev.clew.diagnose.collect.Cover;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Evidence;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Further records of one clause at one place, from one source or from several.
final class MergedRecords {

    private final Map<Clock, Kept> byClock = new EnumMap<>(Clock.class);

    private static final class Kept {
        final Cover cover = new Cover();
        String source = "";
        boolean fromSeveral;
        boolean any;
        long firstLine = Long.MAX_VALUE;
        long lastLine = Long.MIN_VALUE;
        long latest = Long.MIN_VALUE;
        @Nullable Evidence evidence;
    }

    /// What meets a clause.
    ///
    /// @param evidence a record that shows it, null where none is kept
    record Met(@Nullable Evidence evidence) {}

    void add(CorrelationEvents.Place place, CorrelationEvents.Seen seen) {
        Kept kept = byClock.computeIfAbsent(place.clock(), any -> new Kept());
        kept.cover.add(seen.cover());
        kept.fromSeveral |= kept.any && !kept.source.equals(place.source());
        kept.source = place.source();
        kept.any = true;
        kept.firstLine = Math.min(kept.firstLine, seen.firstLine());
        kept.lastLine = Math.max(kept.lastLine, seen.lastLine());
        if (seen.latest() >= kept.latest) {
            kept.latest = seen.latest();
            kept.evidence = seen.evidence();
        }
    }

    /// What meets the clause at that time of that clock. Where nothing tells the order of two
    /// records of different sources, it is met.
    @Nullable Met anywhere(Clock clock, long at, String source) {
        for (Map.Entry<Clock, Kept> each : byClock.entrySet()) {
            Kept kept = each.getValue();
            boolean met =
                    isTold(each.getKey(), clock)
                            ? kept.cover.contains(at)
                            : kept.fromSeveral || !kept.source.equals(source);
            if (met) {
                return new Met(kept.evidence);
            }
        }
        return null;
    }

    /// What meets the clause, if all of this is of the same source as what is asked for.
    @Nullable Met inSource(CorrelationClause.Order order, Clock clock, long at, long line) {
        for (Map.Entry<Clock, Kept> each : byClock.entrySet()) {
            Kept kept = each.getValue();
            boolean met =
                    isTold(each.getKey(), clock)
                            ? kept.cover.contains(at)
                            : switch (order) {
                                case ANY -> true;
                                case BEFORE -> kept.firstLine <= line;
                                case AFTER -> kept.lastLine >= line;
                            };
            if (met) {
                return new Met(kept.evidence);
            }
        }
        return null;
    }

    private static boolean isTold(Clock one, Clock other) {
        return one == other && one != Clock.LINE;
    }
}
