package dev.clew.diagnose;

import java.util.Locale;

/// What a finding rests on.
public enum Basis {
    /// Words or fields that a signature knows.
    SIGNATURE,
    /// The state of objects, held against each other.
    STATE,
    /// The words of an error alone.
    ERROR;

    /// The word used in reports, e.g. `state`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
