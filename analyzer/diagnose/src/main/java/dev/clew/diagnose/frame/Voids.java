package dev.clew.diagnose.frame;

import dev.clew.model.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What voids frames, and when it was seen.
final class Voids {

    private final List<Frame.Void> voids;
    private final List<NavigableSet<Long>> seen = new ArrayList<>();
    private final Room room;
    private long before;
    private long after;

    /// @param window the longest that a frame may take
    Voids(List<Frame.Void> voids, Duration window, Room room) {
        this.voids = voids;
        this.room = room;
        this.after = nanos(window);
        for (Frame.Void each : voids) {
            seen.add(new TreeSet<>());
            before = Math.max(before, -nanos(each.slide()));
            after = Math.max(after, nanos(window) + nanos(each.window()) + nanos(each.slide()));
        }
    }

    static long nanos(Duration duration) {
        return duration.toNanos();
    }

    boolean isEmpty() {
        return voids.isEmpty();
    }

    /// Whether what was seen before the first record of a frame can void it.
    boolean lookBack() {
        return before > 0;
    }

    /// How long after its first record a frame may still be waiting.
    long after() {
        return after;
    }

    void seen(int which, long at) {
        NavigableSet<Long> times = seen.get(which);
        if (times.add(at) && !room.isForVoids(times.size())) {
            times.pollFirst();
        }
    }

    /// Forgets what can void nothing any more.
    void dropOld(long clock) {
        long deadline = clock - after - before;
        for (NavigableSet<Long> times : seen) {
            while (!times.isEmpty() && times.first() < deadline) {
                times.pollFirst();
            }
        }
    }

    /// What is to become of a whole frame.
    ///
    /// @param waits whether something that voids it may still come
    /// @param voided the record that a void is anchored to; null if none voids it
    record Verdict(boolean waits, @Nullable Hit voided) {
        private static final Verdict STANDS = new Verdict(false, null);
        private static final Verdict WAITS = new Verdict(true, null);
    }

    /// Judges a frame.
    ///
    /// @param hits of all its parts, in the order that anchors count
    Verdict of(List<Hit> hits, long clock) {
        for (int i = 0; i < voids.size(); i++) {
            Frame.Void each = voids.get(i);
            Hit anchor = hits.get(Math.min(each.anchor(), hits.size() - 1));
            long width = nanos(each.window());
            if (!each.absolute()) {
                width += hits.getLast().at() - hits.getFirst().at();
            }
            long from = anchor.at() + nanos(each.slide());
            long to = from + Math.max(0, width);
            Long at = seen.get(i).ceiling(from);
            if (at != null && at <= to) {
                return new Verdict(false, anchor);
            }
            if (to >= clock) {
                return Verdict.WAITS;
            }
        }
        return Verdict.STANDS;
    }
}
