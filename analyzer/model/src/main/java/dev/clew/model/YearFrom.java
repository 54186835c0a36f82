package dev.clew.model;

import java.util.Locale;

/// Where the year of a stamp comes from that leaves it out, as those of klog and syslog do, and
/// that no stamp beside it tells.
public enum YearFrom {
    /// Dates that the same text or one read before it names.
    DATES_BESIDE,
    /// The time at which the file was last written to.
    FILE_TIME,
    /// The time of the entry of an archive.
    ENTRY_TIME,
    /// The current year, for nothing tells another.
    CLOCK;

    /// The word used in reports for programs.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
