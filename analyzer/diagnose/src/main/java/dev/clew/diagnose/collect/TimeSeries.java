package dev.clew.diagnose.collect;

import java.util.Arrays;
import java.util.Comparator;

/// When something was seen in one source, by one clock. Every time is kept up to a bound; with
/// more, times that are close together are kept as the first and the last of a span, so that what
/// is kept always reaches from the first to the last.
public final class TimeSeries {

    private final String source;
    private final Clock clock;
    private long[] at = new long[1];
    private long[] lines = new long[1];
    private long[] counts = new long[1];
    private int size;
    private boolean sorted = true;
    private long span = 1;

    TimeSeries(String source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Adds a time.
    ///
    /// @param most how many are kept
    /// @return how many more are kept than before; negative if times became spans
    int add(Timestamp timestamp, long count, int most) {
        long now = timestamp.at();
        if (size > 0 && at[size - 1] == now && lines[size - 1] == timestamp.line()) {
            counts[size - 1] += count;
            return 0;
        }
        int before = size;
        if (size >= Math.max(4, most)) {
            thin(Math.max(4, most) / 2);
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        sorted &= size == 0 || at[size - 1] <= now;
        at[size] = now;
        lines[size] = timestamp.line();
        counts[size] = count;
        size++;
        return size - before;
    }

    private void thin(int most) {
        sort();
        while (size > most) {
            span = span < Long.MAX_VALUE / 4 ? span * 2 : span;
            int kept = 0;
            for (int from = 0; from < size; ) {
                int to = from + 1;
                long sum = counts[from];
                while (to < size && at[to] - at[from] < span) {
                    sum += counts[to++];
                }
                set(kept, from, to - from == 1 ? sum : sum - counts[to - 1]);
                kept++;
                if (to - from > 1) {
                    set(kept, to - 1, counts[to - 1]);
                    kept++;
                }
                from = to;
            }
            size = kept;
        }
    }

    private void set(int to, int from, long count) {
        at[to] = at[from];
        lines[to] = lines[from];
        counts[to] = count;
    }

    private void sort() {
        if (sorted) {
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer i) -> at[i]).thenComparingLong(i -> lines[i]));
        at = reordered(at, order);
        lines = reordered(lines, order);
        counts = reordered(counts, order);
        sorted = true;
    }

    private static long[] reordered(long[] values, Integer[] order) {
        long[] result = new long[order.length];
        Arrays.setAll(result, i -> values[order[i]]);
        return result;
    }

    public String source() {
        return source;
    }

    public Clock clock() {
        return clock;
    }

    /// How many times are kept.
    public int size() {
        return size;
    }

    /// The i-th time, from the first to the last, on the clock.
    public long at(int i) {
        sort();
        return at[i];
    }

    /// The line of the i-th time.
    public long line(int i) {
        sort();
        return lines[i];
    }

    /// How often it was seen at the i-th time.
    public long count(int i) {
        sort();
        return counts[i];
    }
}
