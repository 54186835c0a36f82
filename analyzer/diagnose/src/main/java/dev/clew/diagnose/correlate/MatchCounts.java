package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Clock;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.Places;
import dev.clew.diagnose.collect.PodDirectory;
import dev.clew.diagnose.collect.TimeSeries;
import dev.clew.diagnose.collect.Timestamp;
import dev.clew.model.Entity;
import dev.clew.model.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often a signature matched at places within a scope, and within a time.
final class MatchCounts {

    private final Scope same;
    private final @Nullable Duration within;
    private final PodDirectory pods;
    private final PlaceIndex<TimeSeries> index;
    private final Map<String, List<TimeSeries>> bySource = new HashMap<>();
    private final Map<Object, Map<Clock, Sums>> known = new HashMap<>();

    /// Times of one clock with the matches up to each.
    @SuppressWarnings("ArrayRecordComponent")
    private record Sums(long[] at, long[] upTo) {

        static Sums of(List<long[]> seen) {
            long[][] sorted = seen.toArray(long[][]::new);
            Arrays.sort(sorted, (one, other) -> Long.compare(one[0], other[0]));
            long[] at = new long[sorted.length];
            long[] upTo = new long[sorted.length + 1];
            for (int i = 0; i < sorted.length; i++) {
                at[i] = sorted[i][0];
                upTo[i + 1] = upTo[i] + sorted[i][1];
            }
            return new Sums(at, upTo);
        }

        long all() {
            return upTo[at.length];
        }

        long between(long from, long to) {
            return upTo[firstAfter(to)] - upTo[firstAfter(from - 1)];
        }

        private int firstAfter(long time) {
            int low = 0;
            int high = at.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (at[middle] <= time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// @param within null for any time
    MatchCounts(
            Scope same,
            @Nullable Duration within,
            List<Observation> observations,
            PodDirectory pods) {
        this.same = same;
        this.within = within;
        this.pods = pods;
        this.index = new PlaceIndex<>(same);
        for (Observation observation : observations) {
            Entity place = pods.complete(observation.entity());
            for (TimeSeries times : observation.times()) {
                index.add(place, times);
                bySource.computeIfAbsent(times.source(), any -> new ArrayList<>()).add(times);
            }
        }
    }

    /// The most matches near an observation: in all, or from one of its times on.
    long most(Observation observation) {
        long best = 0;
        for (TimeSeries times : observation.times()) {
            Map<Clock, Sums> near = near(observation, times.source());
            long untold = 0;
            for (Map.Entry<Clock, Sums> each : near.entrySet()) {
                untold += each.getKey() == times.clock() ? 0 : each.getValue().all();
            }
            Sums told = near.get(times.clock());
            if (told == null) {
                continue;
            }
            if (within == null || times.clock() == Clock.LINE) {
                return told.all() + untold;
            }
            for (int i = 0; i < times.size(); i++) {
                long from = times.at(i);
                best = Math.max(best, untold + told.between(from, from + Timestamp.nanos(within)));
            }
        }
        return best;
    }

    private Map<Clock, Sums> near(Observation observation, String source) {
        Entity place = pods.complete(observation.entity());
        Object asked = same == Scope.SOURCE ? source : Places.needed(same, place);
        return known.computeIfAbsent(
                asked,
                any ->
                        sums(
                                same == Scope.SOURCE
                                        ? bySource.getOrDefault(source, List.of())
                                        : index.maybeSame(place)));
    }

    private static Map<Clock, Sums> sums(List<TimeSeries> all) {
        Map<Clock, List<long[]>> seen = new EnumMap<>(Clock.class);
        for (TimeSeries times : all) {
            List<long[]> ofClock = seen.computeIfAbsent(times.clock(), any -> new ArrayList<>());
            for (int i = 0; i < times.size(); i++) {
                ofClock.add(new long[] {times.at(i), times.count(i)});
            }
        }
        Map<Clock, Sums> sums = new EnumMap<>(Clock.class);
        seen.forEach((clock, ofClock) -> sums.put(clock, Sums.of(ofClock)));
        return sums;
    }
}
