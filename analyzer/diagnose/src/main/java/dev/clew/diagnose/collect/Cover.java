package dev.clew.diagnose.collect;

import java.util.Map;
import java.util.TreeMap;

/// The times at which a clause is met by some further record: spans of a clock that do not overlap.
/// Exact up to a bound of spans; with more, the narrowest gaps between them close.
public final class Cover {

    private final TreeMap<Long, Long> spans = new TreeMap<>();
    private long gap;

    /// Adds a span, both ends included.
    ///
    /// @param most how many spans are kept
    /// @return how many gaps were closed that were none
    int add(long from, long to, int most) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = spans.floorEntry(from);
        if (before != null && before.getValue() >= reach(from, -gap)) {
            if (before.getValue() >= to) {
                return 0;
            }
            start = before.getKey();
        }
        for (Map.Entry<Long, Long> next = spans.ceilingEntry(start);
                next != null && next.getKey() <= reach(end, gap);
                next = spans.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            spans.remove(next.getKey());
        }
        spans.put(start, end);
        return spans.size() > most ? widen(most) : 0;
    }

    private int widen(int most) {
        int before = spans.size();
        while (spans.size() > Math.max(1, most / 2)) {
            gap = gap == 0 ? 1_000_000 : gap < Long.MAX_VALUE / 4 ? gap * 2 : gap;
            TreeMap<Long, Long> old = new TreeMap<>(spans);
            spans.clear();
            long start = old.firstKey();
            long end = start;
            for (Map.Entry<Long, Long> span : old.entrySet()) {
                if (span.getKey() > reach(end, gap)) {
                    spans.put(start, end);
                    start = span.getKey();
                }
                end = Math.max(end, span.getValue());
            }
            spans.put(start, end);
        }
        return before - spans.size();
    }

    private static long reach(long at, long by) {
        long sum = at + by;
        return ((at ^ sum) & (by ^ sum)) < 0 ? (by < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /// Adds all of another.
    public void add(Cover other) {
        other.spans.forEach((from, to) -> add(from, to, Integer.MAX_VALUE));
    }

    /// Whether a record at that time meets the clause.
    public boolean contains(long at) {
        Map.Entry<Long, Long> span = spans.floorEntry(at);
        return span != null && at <= span.getValue();
    }
}
