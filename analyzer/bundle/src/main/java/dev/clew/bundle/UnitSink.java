package dev.clew.bundle;

/// Takes the units of inputs as they are found, and word of what could not be read.
public interface UnitSink {

    /// A stream begins; its units follow.
    void source(Source source);

    /// The next unit of the source that began last.
    ///
    /// @throws InterruptedException if reading is to stop
    void unit(Unit unit) throws InterruptedException;

    /// Something is not read, or not to its end.
    ///
    /// @param path as reports print it
    /// @param reason what kept it from being read, in words a person can act on
    void skipped(String path, String reason);
}
