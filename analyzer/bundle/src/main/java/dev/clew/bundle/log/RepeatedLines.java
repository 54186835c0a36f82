package dev.clew.bundle.log;

import dev.clew.bundle.Source;
import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Remembers the records of lines that a program prints again and again with nothing but another
/// stamp, so that each of them is read once. What it remembers of one source it forgets with the
/// next one. For use by one thread.
public final class RepeatedLines {

    private static final int CAPACITY = 4_000;
    private static final int SEEN_CAPACITY = 20_000;
    private static final int LONGEST = 4_000;

    private final Map<Long, Repeated> records = new HashMap<>();

    /// Hashes of lines that were seen once.
    private final Set<Long> seen = new HashSet<>();

    private final LineStamps stamps = new LineStamps();
    private @Nullable Source source;

    /// A line that came more than once.
    ///
    /// @param stamp which of its stamps is the time of the record, -1 if it has none
    /// @param start how far from its beginning that one begins
    private record Repeated(LogRecord first, int length, int stamp, int start) {}

    /// Begins, or goes on with, a source.
    void of(Source next) {
        if (!next.equals(source)) {
            source = next;
            records.clear();
            seen.clear();
        }
    }

    /// The record of a line if one was read that differs in no more than its stamps; null if none
    /// was.
    ///
    /// @param number of the line in its source
    @Nullable LogRecord again(byte[] bytes, int from, int to, long number) {
        Source of = source;
        if (of == null || to - from > LONGEST) {
            return null;
        }
        stamps.look(bytes, from, to);
        Repeated known = records.get(stamps.hash());
        if (known == null || known.length != to - from) {
            return null;
        }
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        Stamp time = known.stamp < 0 ? null : stamp(of, raw, known.start);
        boolean same = (time == null) == (known.stamp < 0);
        return same
                ? known.first.again(
                        new Origin(of.path(), number), raw, time == null ? null : time.instant())
                : null;
    }

    /// Takes the record of the line that was asked for last, a record of this line alone.
    void add(LogRecord record) {
        Source of = source;
        String raw = record.raw();
        if (of == null || raw.length() > LONGEST) {
            return;
        }
        long hash = stamps.hash();
        if (seen.add(hash)) {
            if (seen.size() > SEEN_CAPACITY) {
                seen.clear();
            }
            return;
        }
        if (!isAscii(raw)) {
            return; // its places in bytes are not those in the text
        }
        if (record.time() == null) {
            remember(hash, new Repeated(record, raw.length(), -1, 0));
            return;
        }
        for (int i = stamps.size() - 1; i >= 0; i--) {
            Stamp stamp = stamp(of, raw, stamps.start(i));
            if (stamp != null
                    && stamp.instant().equals(record.time())
                    && (stamp.assumed() ? of.yearFrom() : null) == record.yearFrom()) {
                remember(hash, new Repeated(record, raw.length(), i, stamps.start(i)));
                return;
            }
        }
    }

    private void remember(long hash, Repeated repeated) {
        if (records.size() >= CAPACITY) {
            records.clear();
        }
        records.put(hash, repeated);
    }

    private static @Nullable Stamp stamp(Source source, String raw, int start) {
        Stamp iso = Stamps.iso(raw, start);
        return iso == null ? Stamps.klog(raw, start, source.year()) : iso;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
