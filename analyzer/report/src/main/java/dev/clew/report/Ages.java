package dev.clew.report;

import java.time.Duration;

/// Spans of time the way kubectl prints them.
public final class Ages {

    private Ages() {}

    /// `45s`, `4m43s`, `3h12m`, `12d`.
    public static String words(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 7200) {
            return seconds / 60
                    + "m"
                    + (seconds % 60 == 0 || seconds >= 600 ? "" : seconds % 60 + "s");
        }
        if (seconds < 172_800) {
            return seconds / 3600 + "h" + (seconds % 3600 < 60 ? "" : seconds % 3600 / 60 + "m");
        }
        return seconds / 86_400 + "d";
    }
}
