package dev.clew.diagnose.collect;

import dev.clew.model.LogRecord;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When something was seen, as far as the input tells: by the clock, by its age, or at least by its
/// place in a file.
///
/// @param time by the clock, null where unknown
/// @param age how long before the input was taken, null where unknown
/// @param source file it stands in
/// @param line in that file
public record Timestamp(@Nullable Instant time, @Nullable Duration age, String source, long line) {

    static Timestamp of(LogRecord record) {
        return new Timestamp(
                record.time(), record.age(), record.origin().source(), record.origin().line());
    }

    /// What tells when it was.
    public Clock clock() {
        return time != null ? Clock.TIME : age != null ? Clock.AGE : Clock.LINE;
    }

    /// Where it stands on its clock; later is more.
    public long at() {
        return time != null
                ? nanos(time.getEpochSecond(), time.getNano())
                : age != null ? -nanos(age.getSeconds(), age.getNano()) : line;
    }

    /// A span on the clock of [#at()], or of a length that no input reaches.
    public static long nanos(Duration span) {
        return nanos(span.getSeconds(), span.getNano());
    }

    private static long nanos(long seconds, int nanos) {
        long most = Long.MAX_VALUE / 4 / 1_000_000_000L;
        return Math.clamp(seconds, -most, most) * 1_000_000_000L + nanos;
    }

    /// Negative if this is before the other, positive if after, 0 if at the same time or if nothing
    /// tells the order.
    public int order(Timestamp other) {
        if (time != null && other.time != null) {
            return time.compareTo(other.time);
        }
        if (age != null && other.age != null) {
            return other.age.compareTo(age);
        }
        return source.equals(other.source) ? Long.compare(line, other.line) : 0;
    }
}
