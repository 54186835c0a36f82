package dev.clew.packs.cre;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go writes them: `1h30m`, `300ms`, `-1.5s`.
final class GoDuration {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "[+-]?(?:(?:\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})(?:ns|us|µs|ms|s|m|h)){1,6}");
    private static final Pattern PART = Pattern.compile("([\\d.]+)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Long> NANOS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "µs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);

    /// Longer than any log, and far from where sums of nanoseconds overflow.
    private static final Duration LONGEST = Duration.ofDays(3650);

    private GoDuration() {}

    /// The duration, or empty if the text is none or an absurd one.
    static Optional<Duration> of(String text) {
        String bare = text.strip();
        if (bare.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (!WHOLE.matcher(bare).matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(bare);
        while (part.find()) {
            nanos =
                    nanos.add(
                            new BigDecimal(part.group(1))
                                    .multiply(
                                            BigDecimal.valueOf(
                                                    NANOS.getOrDefault(part.group(2), 1L))));
        }
        if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toSeconds()).scaleByPowerOfTen(9)) > 0) {
            return Optional.empty();
        }
        Duration duration = Duration.ofNanos(nanos.longValue());
        return Optional.of(bare.startsWith("-") ? duration.negated() : duration);
    }

    /// The duration as Go writes it.
    static String write(Duration duration) {
        if (duration.isNegative()) {
            return "-" + write(duration.negated());
        }
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds > 0 && seconds % 3600 == 0
                ? seconds / 3600 + "h"
                : seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
