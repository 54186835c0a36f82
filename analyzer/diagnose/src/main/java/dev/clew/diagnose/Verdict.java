package dev.clew.diagnose;

import java.util.Locale;

/// What a diagnosis comes to, in a word.
public enum Verdict {
    /// Something is or was wrong: there are incidents.
    INCIDENTS,
    /// Something failed, and nothing is known that it came from.
    ERRORS_WITHOUT_KNOWN_CAUSE,
    /// The input was read to its end and understood, and nothing known to be wrong was found.
    HEALTHY,
    /// Nothing was found, and nothing of the input was understood or not all of it could be read,
    /// so that nothing can be said of it.
    NOTHING_JUDGED;

    /// The word used in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
