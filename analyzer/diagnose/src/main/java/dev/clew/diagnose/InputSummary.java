package dev.clew.diagnose;

import dev.clew.bundle.archive.SkipReasons;
import dev.clew.model.LimitReached;
import java.util.List;

/// What was read.
///
/// @param files streams that were read, those inside archives counted one by one
/// @param bytes of those streams, unpacked
/// @param records lines, events and objects
/// @param understood whether anything of them has a form that is known
/// @param skipped what was not read, or not to its end
/// @param limits the bounds that were reached, and what that cost
public record InputSummary(
        long files,
        long bytes,
        long records,
        boolean understood,
        List<Skipped> skipped,
        List<LimitReached> limits) {

    /// Something that could not be read.
    public record Skipped(String path, String reason) {

        /// What stands for everything behind the place where the user ended the run.
        public static final Skipped THE_REST =
                new Skipped("(the rest)", "not read: stopped by the user");

        /// Whether what was not read could tell of trouble.
        public boolean losesText() {
            return SkipReasons.losesText(reason);
        }
    }

    public InputSummary {
        skipped = List.copyOf(skipped);
        limits = List.copyOf(limits);
    }

    /// Inputs that reached no bound.
    public InputSummary(
            long files, long bytes, long records, boolean understood, List<Skipped> skipped) {
        this(files, bytes, records, understood, skipped, List.of());
    }

    /// Whether the user ended the run before everything was read.
    public boolean stopped() {
        return skipped.contains(Skipped.THE_REST);
    }

    /// Whether all that could tell of trouble was read and looked at.
    public boolean readToTheEnd() {
        return skipped.stream().noneMatch(Skipped::losesText)
                && limits.stream().noneMatch(limit -> limit.bound().hidesTrouble());
    }

    /// The same with these bounds reached.
    public InputSummary with(List<LimitReached> reached) {
        return new InputSummary(files, bytes, records, understood, skipped, reached);
    }
}
