package dev.clew.bundle.format;

import dev.clew.bundle.time.Stamp;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shape of time stamps in the manner of `strptime`, with the conversions that lnav adds: `%L` is
/// milliseconds, `%f` microseconds, `%N` nanoseconds, `%i`, `%6` and `%9` are those since 1970.
final class TimeFormat {

    /// The conversions there are.
    static final String KNOWN = "aAbBdeDfHIijklLmMNpqsSyYzZ69";

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private static final int MIDDLE_OF_CENTURY = 69;

    /// Hours from UTC of zones that logs name; others are not guessed.
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("Z", 0),
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7),
                    Map.entry("CET", 1),
                    Map.entry("CEST", 2));

    private final String format;

    private TimeFormat(String format) {
        this.format = format;
    }

    /// A shape.
    ///
    /// @throws IllegalArgumentException if it has a conversion that is not known
    static TimeFormat of(String format) {
        for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
            String conversion = format.substring(i, Math.min(format.length(), i + 2));
            if (conversion.length() < 2
                    || KNOWN.indexOf(conversion.charAt(1)) < 0 && !conversion.equals("%%")) {
                throw new IllegalArgumentException("'" + conversion + "' is no conversion");
            }
        }
        return new TimeFormat(format);
    }

    /// Reads a stamp that takes the whole text, but for a fraction of a second at its end.
    ///
    /// @param year for stamps that leave it out
    /// @return null if the text is none, or has no day
    @Nullable Stamp read(String text, Year year) {
        Reader reader = new Reader(text);
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean read =
                    c == '%' && i + 1 < format.length()
                            ? reader.convert(format.charAt(++i))
                            : reader.literal(c);
            if (!read) {
                return null;
            }
        }
        return reader.finish(year);
    }

    /// The time so many nanoseconds after 1970.
    ///
    /// @throws ArithmeticException if it is too far off
    static Instant ofNanos(BigInteger nanos) {
        BigInteger[] parts = nanos.divideAndRemainder(BILLION);
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /// Goes through a text, and keeps what it finds.
    private static final class Reader {
        private final String text;
        private int at;
        private int yearRead = -1;
        private int month = -1;
        private int day = -1;
        private int dayOfYear = -1;
        private int hour;
        private int minute;
        private int second;
        private int nanos;
        private boolean afternoon;
        private boolean twelve;
        private int offset;
        private @Nullable Instant epoch;

        Reader(String text) {
            this.text = text;
        }

        boolean literal(char c) {
            if (c == ' ') {
                int from = at;
                skipSpaces();
                return at > from || at == text.length();
            }
            boolean same = at < text.length() && text.charAt(at) == c;
            at += same ? 1 : 0;
            return same;
        }

        boolean convert(char conversion) {
            return switch (conversion) {
                case 'Y' -> (yearRead = number(4, 4)) >= 0;
                case 'y' -> {
                    int two = number(2, 2);
                    yearRead = two < MIDDLE_OF_CENTURY ? 2000 + two : 1900 + two;
                    yield two >= 0;
                }
                case 'm' -> (month = number(1, 2)) >= 0;
                case 'd', 'e' -> {
                    skipSpaces();
                    yield (day = number(1, 2)) >= 0;
                }
                case 'j' -> (dayOfYear = number(1, 3)) >= 0;
                case 'H', 'k' -> {
                    skipSpaces();
                    yield (hour = number(1, 2)) >= 0;
                }
                case 'I', 'l' -> {
                    skipSpaces();
                    twelve = true;
                    yield (hour = number(1, 2)) >= 0;
                }
                case 'M' -> (minute = number(2, 2)) >= 0;
                case 'S' -> (second = number(2, 2)) >= 0;
                case 'L' -> fraction(3);
                case 'f' -> fraction(6);
                case 'N' -> fraction(9);
                case 'a', 'A' -> letters() > 0;
                case 'b', 'B' -> month();
                case 'p' -> half();
                case 'z', 'Z' -> zone();
                case 's' -> since(BILLION, 10);
                case 'i' -> since(BigInteger.valueOf(1_000_000), 10);
                case '6' -> since(BigInteger.valueOf(1_000), 10);
                case '9' -> since(BigInteger.ONE, 10);
                case 'q' -> since(BILLION, 16);
                case 'D' ->
                        convert('m')
                                && literal('/')
                                && convert('d')
                                && literal('/')
                                && convert('y');
                default -> literal(conversion);
            };
        }

        private void skipSpaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        /// A number of so many digits, or -1.
        private int number(int least, int most) {
            int value = 0;
            int from = at;
            while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            return at - from < least ? -1 : value;
        }

        /// Programs write fewer or more digits than a shape says.
        private boolean fraction(int least) {
            int from = at;
            int scale = 100_000_000;
            nanos = 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                nanos += (text.charAt(at++) - '0') * scale;
                scale /= 10;
            }
            return at > from && (least == 3 || at - from >= 3);
        }

        private int letters() {
            int from = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return at - from;
        }

        private boolean month() {
            int from = at;
            if (letters() < 3) {
                return false;
            }
            int found = MONTHS.indexOf(text.substring(from, from + 3).toLowerCase(Locale.ROOT));
            month = found / 3 + 1;
            return found >= 0 && found % 3 == 0;
        }

        private boolean half() {
            afternoon = text.regionMatches(true, at, "PM", 0, 2);
            boolean read = afternoon || text.regionMatches(true, at, "AM", 0, 2);
            twelve |= read && hour <= 12;
            at += read ? 2 : 0;
            return read;
        }

        private boolean zone() {
            int from = at;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                int sign = text.charAt(at++) == '-' ? -60 : 60;
                int hours = number(2, 2);
                boolean colon = at < text.length() && text.charAt(at) == ':';
                at += colon ? 1 : 0;
                int minutes =
                        colon || at < text.length() && isDigit(text.charAt(at)) ? number(2, 2) : 0;
                offset = (hours * 60 + minutes) * sign;
                return hours >= 0 && minutes >= 0;
            }
            Integer hours =
                    letters() == 0
                            ? null
                            : ZONES.get(text.substring(from, at).toUpperCase(Locale.ROOT));
            offset = hours == null ? 0 : hours * 3600;
            return hours != null;
        }

        private boolean since(BigInteger unit, int radix) {
            int from = at;
            while (at < text.length()
                    && at - from < 20
                    && Character.digit(text.charAt(at), radix) >= 0) {
                at++;
            }
            if (at == from) {
                return false;
            }
            try {
                epoch = ofNanos(new BigInteger(text.substring(from, at), radix).multiply(unit));
                return true;
            } catch (ArithmeticException | DateTimeException e) {
                return false; // further off than time goes
            }
        }

        @Nullable Stamp finish(Year year) {
            if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                at++;
                if (!fraction(3)) {
                    return null;
                }
            }
            if (at < text.length()) {
                return null;
            }
            Instant since = epoch;
            if (since != null) {
                return new Stamp(since.plusNanos(nanos), at, false);
            }
            boolean assumed = yearRead < 0;
            try {
                int of = assumed ? year.getValue() : yearRead;
                LocalDate date = date(of);
                int hours = twelve ? hour % 12 + (afternoon ? 12 : 0) : hour;
                return date == null
                        ? null
                        : new Stamp(
                                date.atTime(LocalTime.of(hours, minute, second, nanos))
                                        .toInstant(ZoneOffset.ofTotalSeconds(offset)),
                                at,
                                assumed);
            } catch (DateTimeException e) {
                return null; // 31 February, 25 o'clock
            }
        }

        private @Nullable LocalDate date(int year) {
            if (dayOfYear >= 0) {
                return LocalDate.ofYearDay(year, dayOfYear);
            }
            return month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
