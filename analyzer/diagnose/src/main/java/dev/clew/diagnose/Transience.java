package dev.clew.diagnose;

import java.util.Locale;

/// Whether a finding goes on where the input ends.
public enum Transience {
    /// Seen up to the end of its source.
    ONGOING,
    /// Came and went more than once.
    RECURRING,
    /// Over: what it was about works again.
    HEALED,
    /// The input does not tell.
    UNKNOWN;

    /// The word used in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
