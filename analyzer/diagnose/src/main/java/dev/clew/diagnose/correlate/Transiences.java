package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Transience;
import dev.clew.diagnose.collect.Clock;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.SourceEndTimes;
import dev.clew.diagnose.collect.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Tells from the times of an observation, and from where its sources end, whether it goes on.
final class Transiences {

    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int PAUSES = 10;

    private final SourceEndTimes endTimes;

    Transiences(SourceEndTimes endTimes) {
        this.endTimes = endTimes;
    }

    Transience of(Observation observation) {
        Timestamp last = observation.last();
        if (last == null) {
            return Transience.UNKNOWN;
        }
        Duration interval = interval(observation);
        if (last.age() != null) {
            return last.age().compareTo(longer(PAUSE, times(interval, 5))) <= 0
                    ? Transience.ONGOING
                    : Transience.UNKNOWN;
        }
        Instant end = endTimes.of(last.source());
        if (last.time() == null || end == null) {
            return Transience.UNKNOWN;
        }
        Duration since = Duration.between(last.time(), end);
        if (since.compareTo(longer(SHORT, times(interval, 5))) <= 0) {
            return bursts(observation, interval) > 1
                    ? Transience.RECURRING
                    : pauses(observation).isEmpty()
                            ? Transience.UNKNOWN // seen once
                            : Transience.UNTIL_THE_END;
        }
        return bursts(observation, interval) > 1 ? Transience.RECURRING : Transience.STOPPED;
    }

    /// As [Duration#multipliedBy], which reckons in decimals and loads what that needs.
    private static Duration times(Duration duration, int factor) {
        return Duration.ofMillis(duration.toMillis() * factor);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// The middle one of the pauses between two sights.
    private static Duration interval(Observation observation) {
        List<Duration> pauses = pauses(observation);
        return pauses.isEmpty() ? Duration.ZERO : pauses.get(pauses.size() / 2);
    }

    private static int bursts(Observation observation, Duration interval) {
        Duration pause = longer(PAUSE, times(interval, PAUSES));
        return 1
                + (int)
                        pauses(observation).stream()
                                .filter(each -> each.compareTo(pause) > 0)
                                .count();
    }

    /// The pauses between two sights, from the shortest to the longest.
    private static List<Duration> pauses(Observation observation) {
        long[] times =
                observation.times().stream()
                        .filter(series -> series.clock() == Clock.TIME)
                        .flatMapToLong(
                                series -> IntStream.range(0, series.size()).mapToLong(series::at))
                        .sorted()
                        .toArray();
        return IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .sorted()
                .mapToObj(Duration::ofNanos)
                .toList();
    }
}
