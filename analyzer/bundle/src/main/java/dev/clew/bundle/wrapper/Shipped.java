package dev.clew.bundle.wrapper;

import dev.clew.model.Entity;
import dev.clew.model.Level;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a shipper says of a line, and the line itself.
///
/// @param line what the program wrote; null where the shipper has taken it apart, and only its
///   members are left
/// @param place the pod, container, namespace and node it comes from, as far as the shipper says
/// @param time when the shipper saw it, null if it does not say
/// @param timeAssumed whether the year of `time` is a guess
/// @param level how grave the shipper takes it to be, null if it does not say; what the line itself
///   says counts for more
/// @param program the name of the program, or empty
/// @param members what else stands beside the line and is the program's own
public record Shipped(
        @Nullable String line,
        Entity place,
        @Nullable Instant time,
        boolean timeAssumed,
        @Nullable Level level,
        String program,
        Map<String, String> members) {

    /// A line from that place.
    static Shipped of(Entity place, String line) {
        return new Shipped(line, place, null, false, null, "", Map.of());
    }

    /// The same line, seen at that time.
    Shipped at(@Nullable Instant instant, boolean assumed) {
        return new Shipped(line, place, instant, assumed, level, program, members);
    }

    /// The same line, taken to be that grave.
    Shipped as(@Nullable Level newLevel) {
        return new Shipped(line, place, time, timeAssumed, newLevel, program, members);
    }

    /// The same line, written by that program.
    Shipped by(String newProgram) {
        return new Shipped(line, place, time, timeAssumed, level, newProgram, members);
    }
}
