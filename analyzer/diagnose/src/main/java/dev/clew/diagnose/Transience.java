package dev.clew.diagnose;

import java.util.Locale;

/// Whether a finding goes on where the input ends.
public enum Transience {
    /// Goes on: seen in a live cluster just now, or shortly before the input was taken from one.
    ONGOING,
    /// Seen more than once, up to the end of its log. What came after that, nobody can tell.
    UNTIL_THE_END,
    /// Came and went more than once.
    RECURRING,
    /// Over: the input shows that what it was about works again.
    HEALED,
    /// Not seen any more in the rest of its source, and nothing shows why.
    STOPPED,
    /// The input does not tell.
    UNKNOWN;

    /// The word used for machines, such as `until-the-end`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The words used for people.
    public String words() {
        return this == UNTIL_THE_END ? "until the end of the log" : word();
    }

    /// The same where the input ends now, for it is a live cluster.
    Transience live() {
        return this == UNTIL_THE_END ? ONGOING : this;
    }
}
