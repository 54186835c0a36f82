package dev.clew.diagnose;

/// Looks on while an analysis runs, and may end it early. Called by the thread that runs the
/// analysis.
public interface Progress {

    /// Nobody looks on.
    Progress UNSEEN =
            new Progress() {
                @Override
                public void at(long files, long bytes, int findings) {}

                @Override
                public boolean stopped() {
                    return false;
                }
            };

    /// How far it is, told about ten times a second.
    ///
    /// @param files files begun
    /// @param bytes bytes judged, unpacked
    /// @param findings signatures that have matched so far; what they come to is judged at the end
    void at(long files, long bytes, int findings);

    /// Whether to stop reading. What was read by then is diagnosed.
    boolean stopped();
}
