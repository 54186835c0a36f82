package dev.clew.bundle.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads time stamps at a given place of a text. Each method gives null where the text has no such
/// stamp there.
public final class Stamps {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Stamps() {}

    /// `2022-08-22T16:34:16.123456789Z`, `2022-08-22 16:34:16,123 +0200`, `2022/08/22 16:34:16`,
    /// without a zone too.
    public static @Nullable Stamp iso(String text, int from) {
        if (text.length() < from + 19 || !digits(text, from, 4)) {
            return null;
        }
        char dash = text.charAt(from + 4);
        char between = text.charAt(from + 10);
        if ((dash != '-' && dash != '/')
                || text.charAt(from + 7) != dash
                || (between != 'T' && between != ' ')) {
            return null;
        }
        if (!digits(text, from + 5, 2) || !digits(text, from + 8, 2) || !isClock(text, from + 11)) {
            return null;
        }
        int at = from + 19;
        int nanos = 0;
        if (at < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && digits(text, at + 1, 1)) {
            int scale = 100_000_000;
            for (at++; at < text.length() && isDigit(text.charAt(at)); at++) {
                nanos += (text.charAt(at) - '0') * scale;
                scale /= 10;
            }
        }
        int offset = 0;
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
        } else {
            int sign = at;
            if (sign + 1 < text.length() && text.charAt(sign) == ' ') {
                sign++;
            }
            if (sign + 4 < text.length()
                    && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
                    && digits(text, sign + 1, 2)) {
                int minutes = text.charAt(sign + 3) == ':' ? sign + 4 : sign + 3;
                if (digits(text, minutes, 2)) {
                    offset =
                            (number(text, sign + 1, 2) * 60 + number(text, minutes, 2))
                                    * (text.charAt(sign) == '-' ? -60 : 60);
                    at = minutes + 2;
                }
            } else if (text.startsWith(" UTC", at)) {
                at += 4;
            }
        }
        return stamp(
                number(text, from, 4),
                number(text, from + 5, 2),
                number(text, from + 8, 2),
                text,
                from + 11,
                nanos,
                offset,
                at,
                false);
    }

    /// `0805 12:00:01.123456`, the stamp of klog after its level letter.
    public static @Nullable Stamp klog(String text, int from, Year year) {
        if (text.length() < from + 13
                || !digits(text, from, 4)
                || text.charAt(from + 4) != ' '
                || !isClock(text, from + 5)) {
            return null;
        }
        int at = from + 13;
        int nanos = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int scale = 100_000_000;
            for (at++; at < text.length() && isDigit(text.charAt(at)); at++) {
                nanos += (text.charAt(at) - '0') * scale;
                scale /= 10;
            }
        }
        return stamp(
                year.getValue(),
                number(text, from, 2),
                number(text, from + 2, 2),
                text,
                from + 5,
                nanos,
                0,
                at,
                true);
    }

    /// `Aug 5 12:00:01`, `Aug 05 12:00:01.123`, the stamp of syslog and `journalctl`.
    public static @Nullable Stamp syslog(String text, int from, Year year) {
        int month = month(text, from);
        if (month == 0 || text.length() < from + 14) {
            return null;
        }
        int at = from + 3;
        while (at < text.length() && text.charAt(at) == ' ' && at < from + 6) {
            at++;
        }
        int length = digits(text, at, 2) ? 2 : digits(text, at, 1) ? 1 : 0;
        int clock = at + length + 1;
        if (length == 0
                || clock >= text.length()
                || text.charAt(clock - 1) != ' '
                || !isClock(text, clock)) {
            return null;
        }
        int end = clock + 8;
        int nanos = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            int scale = 100_000_000;
            for (end++; end < text.length() && isDigit(text.charAt(end)); end++) {
                nanos += (text.charAt(end) - '0') * scale;
                scale /= 10;
            }
        }
        return stamp(
                year.getValue(), month, number(text, at, length), text, clock, nanos, 0, end, true);
    }

    /// `Thu, 19 Dec 2024 08:58:13 +0000`, as `kubectl describe` prints times.
    public static @Nullable Stamp rfc1123(String text, int from) {
        int comma = from + 3;
        if (text.length() < from + 25 || text.charAt(comma) != ',' || !digits(text, from + 5, 2)) {
            return null;
        }
        int month = month(text, from + 8);
        if (month == 0 || !digits(text, from + 12, 4) || !isClock(text, from + 17)) {
            return null;
        }
        int at = from + 25;
        int offset = 0;
        if (text.length() >= at + 6
                && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-')
                && digits(text, at + 2, 4)) {
            offset =
                    (number(text, at + 2, 2) * 60 + number(text, at + 4, 2))
                            * (text.charAt(at + 1) == '-' ? -60 : 60);
            at += 6;
        }
        return stamp(
                number(text, from + 12, 4),
                month,
                number(text, from + 5, 2),
                text,
                from + 17,
                0,
                offset,
                at,
                false);
    }

    /// A number of seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by its
    /// size.
    public static @Nullable Instant epoch(String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return null;
        }
        double seconds =
                number > 1e17
                        ? number / 1e9
                        : number > 1e14 ? number / 1e6 : number > 1e11 ? number / 1e3 : number;
        if (!(seconds > 1e8 && seconds < 1e10)) {
            return null;
        }
        return Instant.ofEpochSecond(
                (long) seconds, Math.round((seconds - Math.floor(seconds)) * 1e6) * 1000);
    }

    /// A stamp in any shape that a field of a log line or object may have.
    public static @Nullable Instant any(String text) {
        String stripped = text.strip();
        Stamp stamp = iso(stripped, 0);
        if (stamp == null) {
            stamp = rfc1123(stripped, 0);
        }
        if (stamp == null) {
            stamp = kibana(stripped);
        }
        return stamp != null ? stamp.instant() : epoch(stripped);
    }

    /// `Mar 21, 2026 @ 09:15:16.887`, as Kibana prints times.
    private static @Nullable Stamp kibana(String text) {
        int comma = text.indexOf(',');
        int at = text.indexOf(" @ ");
        if (comma < 5 || comma > 6 || at != comma + 6 || !isClock(text, at + 3)) {
            return null;
        }
        boolean read = digits(text, 4, comma - 4) && digits(text, comma + 2, 4);
        Stamp stamp =
                read
                        ? syslog(
                                text.substring(0, comma) + text.substring(at + 2),
                                0,
                                Year.of(number(text, comma + 2, 4)))
                        : null;
        return stamp == null ? null : new Stamp(stamp.instant(), text.length(), false);
    }

    /// The span of an age column: `4m43s`, `3d2h`. Null for `<unknown>` and the like.
    public static @Nullable Duration age(String text) {
        OptionalDouble seconds = dev.clew.model.Quantity.seconds(text);
        return seconds.isPresent()
                ? Duration.ofMillis((long) (seconds.getAsDouble() * 1000))
                : null;
    }

    private static @Nullable Stamp stamp(
            int year,
            int month,
            int day,
            String text,
            int clock,
            int nanos,
            int offsetSeconds,
            int end,
            boolean assumed) {
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            year,
                            month,
                            day,
                            number(text, clock, 2),
                            number(text, clock + 3, 2),
                            number(text, clock + 6, 2),
                            nanos);
            return new Stamp(
                    local.toInstant(ZoneOffset.ofTotalSeconds(offsetSeconds)), end, assumed);
        } catch (DateTimeException e) {
            return null; // 31 February, 25 o'clock, an offset of 99 hours: not a stamp after all
        }
    }

    private static int month(String text, int from) {
        if (text.length() < from + 3) {
            return 0;
        }
        for (int at = 0; at < MONTHS.length(); at += 3) {
            if (text.regionMatches(true, from, MONTHS, at, 3)) {
                return at / 3 + 1;
            }
        }
        return 0;
    }

    private static boolean isClock(String text, int at) {
        return digits(text, at, 2)
                && text.length() >= at + 8
                && text.charAt(at + 2) == ':'
                && digits(text, at + 3, 2)
                && text.charAt(at + 5) == ':'
                && digits(text, at + 6, 2);
    }

    private static boolean digits(String text, int at, int count) {
        if (at + count > text.length()) {
            return false;
        }
        for (int i = at; i < at + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
