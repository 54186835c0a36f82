package dev.clew.diagnose;

import java.util.Locale;

/// Whether a finding goes on where the input ends.
public enum Transience {
    /// Seen up to the end of its source.
    ONGOING,
    /// Came and went more than once.
    RECURRING,
    /// Over: the input shows that what it was about works again.
    HEALED,
    /// Not seen any more in the rest of its source, and nothing shows why.
    STOPPED,
    /// The input does not tell.
    UNKNOWN;

    /// The word used in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
