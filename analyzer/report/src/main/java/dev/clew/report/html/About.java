package dev.clew.report.html;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a report comes from, for its footer.
///
/// @param version of the program
/// @param pack what names the signatures that judged; empty if unknown
/// @param made when the report was made
/// @param inputs what was read
/// @param redacted whether secrets were taken out first
public record About(
        String version, String pack, Instant made, List<Input> inputs, boolean redacted) {

    public About {
        inputs = List.copyOf(inputs);
    }

    /// Something that was read.
    ///
    /// @param name as the user gave it
    /// @param bytes its size; -1 if unknown
    /// @param sha256 in hexadecimal digits; null if it was not computed
    public record Input(String name, long bytes, @Nullable String sha256) {}
}
