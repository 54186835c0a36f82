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

    /// Whether both are known to be no further apart than that; true where nothing tells.
    public boolean within(Duration span, Timestamp other) {
        if (time != null && other.time != null) {
            return Duration.between(time, other.time).abs().compareTo(span) <= 0;
        }
        if (age != null && other.age != null) {
            return age.minus(other.age).abs().compareTo(span) <= 0;
        }
        return true;
    }
}
