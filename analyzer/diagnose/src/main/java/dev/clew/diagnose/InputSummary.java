package dev.clew.diagnose;

import java.util.List;

/// What was read.
///
/// @param files streams that were read, those inside archives counted one by one
/// @param bytes of those streams, unpacked
/// @param records lines, events and objects
/// @param skipped what was not read, or not to its end
public record InputSummary(long files, long bytes, long records, List<Skipped> skipped) {

    /// Something that could not be read.
    public record Skipped(String path, String reason) {}

    public InputSummary {
        skipped = List.copyOf(skipped);
    }
}
