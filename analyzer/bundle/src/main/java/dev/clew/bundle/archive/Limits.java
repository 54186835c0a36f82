package dev.clew.bundle.archive;

/// How much of an input is read at most. The defaults let every honest bundle through.
///
/// @param deepest archives inside archives
/// @param mostEntries files in all archives of a run
/// @param mostBytes bytes of all archives of a run, unpacked
/// @param highestRatio unpacked bytes for each packed one, of a single stream
/// @param ratioFrom unpacked bytes from which on the ratio counts
public record Limits(
        int deepest, long mostEntries, long mostBytes, long highestRatio, long ratioFrom) {

    /// What the program uses.
    public static final Limits DEFAULT = new Limits(5, 500_000, 1L << 40, 400, 256L << 20);
}
