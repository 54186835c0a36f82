package dev.clew.bundle.format;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the stamp of a format becomes a time.
final class Times {

    private static final int LONGEST = 100;
    private static final int NANOS_DIGITS = 9;

    /// Shapes of stamps that are tried where a format names none, beside those that are known
    /// anyway.
    private static final List<TimeFormat> USUAL =
            Stream.of(
                            "%Y-%m-%d %H:%M:%S:%f %z",
                            "%Y-%m-%d %H:%M:%S:%L",
                            "%Y-%m-%d %k:%M:%S",
                            "%Y-%m-%d %H:%M",
                            "%Y-%m-%dT%H:%M",
                            "%Y-%jT%H:%M:%S",
                            "%Y/%m/%d %H:%M",
                            "%Y %b %d %H:%M:%S",
                            "%a %b %e %H:%M:%S %Y",
                            "%a %b %e %H:%M:%S:%f %Y",
                            "%a %b %e %H:%M:%S %Z %Y",
                            "%a %b %e %I:%M:%S %p %Z %Y",
                            "%d.%m.%Y %H:%M:%S",
                            "%d/%b/%Y:%H:%M:%S %z",
                            "%d-%b-%Y %H:%M:%S %Z",
                            "%d-%b-%Y %H:%M:%S",
                            "%d/%b/%Y %H:%M:%S",
                            "%d %b %Y %H:%M:%S",
                            "%d %b %Y %H:%M",
                            "%b %d, %Y %l:%M:%S %p",
                            "%b %d %H:%M:%S",
                            "%b-%d %H:%M:%S",
                            "%m/%d/%Y %I:%M:%S:%L %p %Z",
                            "%m/%d/%Y %I:%M:%S %p %Z",
                            "%m/%d/%Y %I:%M:%S %p",
                            "%m/%d/%Y %H:%M:%S",
                            "%m/%d/%y %H:%M:%S",
                            "%m/%d %H:%M:%S",
                            "%m.%d %H:%M:%S",
                            "%Y%m%d %H:%M:%S",
                            "%Y%m%d %H%M%S",
                            "%y%m%d %H:%M:%S",
                            "%y%m%d %H%M%S",
                            "%m%d %H:%M:%S")
                    .map(TimeFormat::of)
                    .toList();

    private final List<TimeFormat> formats;
    private final @Nullable BigDecimal divisor;
    private final int subsecondDigits;

    /// @param formats shapes that are tried first
    /// @param divisor what of a number makes seconds; null if that is told by its size
    /// @param subsecondDigits how many digits of a second the field of the fraction counts
    Times(List<TimeFormat> formats, @Nullable BigDecimal divisor, int subsecondDigits) {
        this.formats = List.copyOf(formats);
        this.divisor = divisor;
        this.subsecondDigits = subsecondDigits;
    }

    /// The time of a line; null where it has none that can be read.
    @Nullable Stamp read(Fields.Found found, Year year) {
        String text = found.time() == null ? "" : found.time().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        Stamp stamp = divisor == null ? null : divided(text, divisor);
        if (stamp == null) {
            stamp = first(formats, text, year);
        }
        if (stamp == null) {
            Instant known = Stamps.any(text);
            stamp =
                    known != null
                            ? new Stamp(known, text.length(), false)
                            : first(USUAL, text, year);
        }
        return stamp == null || found.subsecond() == null
                ? stamp
                : withFraction(stamp, found.subsecond().strip());
    }

    private static @Nullable Stamp first(List<TimeFormat> formats, String text, Year year) {
        for (TimeFormat format : formats) {
            Stamp stamp = format.read(text, year);
            if (stamp != null) {
                return stamp;
            }
        }
        return null;
    }

    private static @Nullable Stamp divided(String text, BigDecimal divisor) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return null;
        }
        try {
            BigDecimal seconds =
                    new BigDecimal(text).divide(divisor, NANOS_DIGITS, RoundingMode.FLOOR);
            return new Stamp(
                    TimeFormat.ofNanos(seconds.movePointRight(NANOS_DIGITS).toBigInteger()),
                    text.length(),
                    false);
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return null; // not a number, or one that is no time
        }
    }

    private Stamp withFraction(Stamp stamp, String digits) {
        if (digits.isEmpty()
                || digits.length() > subsecondDigits
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return stamp;
        }
        long nanos = Long.parseLong(digits);
        for (int i = subsecondDigits; i < NANOS_DIGITS; i++) {
            nanos *= 10;
        }
        return new Stamp(
                Instant.ofEpochSecond(stamp.instant().getEpochSecond(), nanos),
                stamp.end(),
                stamp.assumed());
    }
}
