package dev.clew.cli;

/// What the exit status of the command means.
final class Exit {

    /// Done, whatever was found.
    static final int DONE = 0;

    /// A finding at or above `--fail-on`, or a pack with problems.
    static final int FOUND = 1;

    /// Wrong usage.
    static final int USAGE = 2;

    /// No input could be read.
    static final int NO_INPUT = 3;

    /// The output could not be written.
    static final int OUTPUT = 4;

    /// A bug.
    static final int BUG = 70;

    private Exit() {}
}
