package dev.clew.cluster;

/// What came of a request.
sealed interface Outcome {

    /// Everything that was asked for.
    ///
    /// @param objects of a list; lines are not counted
    record Got(long objects, long bytes) implements Outcome {}

    /// The beginning of what was asked for.
    record Cut(long objects, long bytes, String reason) implements Outcome {}

    /// The user may not.
    record Denied(Rule rule, String message) implements Outcome {}

    /// The server failed, or did not answer.
    record Failed(String reason) implements Outcome {}

    /// There is no such thing, which is no fault: an API that is not installed, a log that is gone.
    record Absent(String reason) implements Outcome {}

    /// Not asked for, to stay within the bounds.
    record Left(String reason) implements Outcome {}

    /// The word used in manifests.
    default String word() {
        return switch (this) {
            case Got got -> "got";
            case Cut cut -> "cut";
            case Denied denied -> "denied";
            case Failed failed -> "failed";
            case Absent absent -> "absent";
            case Left left -> "left";
        };
    }
}
