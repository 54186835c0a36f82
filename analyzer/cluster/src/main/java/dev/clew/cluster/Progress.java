package dev.clew.cluster;

/// Is told how gathering goes on. Called on several threads.
@FunctionalInterface
public interface Progress {

    /// Tells nobody.
    Progress SILENT = (done, planned, bytes) -> {};

    /// Some requests are done.
    ///
    /// @param planned as far as is known by now
    /// @param bytes gathered so far
    void now(int done, int planned, long bytes);
}
