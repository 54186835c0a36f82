package dev.clew.diagnose.frame;

import dev.clew.model.LogRecord;
import java.util.List;
import java.util.Map;

/// A record that a pattern of a frame met.
///
/// @param record the record
/// @param captures the values that the pattern took from it
/// @param beside places in the book of the other signatures that matched it
/// @param suppressedBy place in the book of the benign message that it is, or -1
public record Seen(
        LogRecord record, Map<String, String> captures, List<Integer> beside, int suppressedBy) {
    public Seen {
        captures = Map.copyOf(captures);
        beside = List.copyOf(beside);
    }
}
