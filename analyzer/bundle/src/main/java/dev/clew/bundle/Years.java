package dev.clew.bundle;

import dev.clew.bundle.log.LogRecords;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the year for stamps that leave it out, as those of klog and syslog do, in the stamps that
/// stand beside them: in the same source, or else in one that was read before it.
final class Years {

    private static final int MOST_LINES = 400;

    /// `2026-11-22T10:00`, from the year on.
    private static final Pattern DAY =
            Pattern.compile("2\\d{3}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d");

    /// `Sun, 22 Nov 2026 10:00`, and how far its year is from its beginning.
    private static final Pattern WEEKDAY =
            Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} 2\\d{3} \\d\\d:\\d\\d");

    private static final int WEEKDAY_YEAR = 12;

    private Year latest = Year.now(ZoneOffset.UTC);

    /// The year of the source read last that has any, or else the current one.
    Year latest() {
        return latest;
    }

    /// The source with the year that the stamps in its head have, if they have any.
    ///
    /// @param length how many bytes of `head` are filled
    Source refine(Source source, byte[] head, int length) {
        Year year = in(source, new String(head, 0, length, StandardCharsets.UTF_8));
        if (year == null) {
            return source;
        }
        latest = year;
        return source.in(year);
    }

    /// The year of the first line that has one in its stamp; where no line has, the latest one that
    /// is named in the text and not to come: certificates tell when they will end.
    private static @Nullable Year in(Source source, String text) {
        int first = nextDate(text, 0);
        if (first < 0) {
            return null;
        }
        LogRecords log = new LogRecords(source);
        int at = 0;
        for (int i = 0; i < MOST_LINES && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            Year year = LogRecords.year(log.parse(text.substring(at, end)));
            if (year != null) {
                return year;
            }
            at = end + 1;
        }
        int current = Year.now(ZoneOffset.UTC).getValue();
        int found = 0;
        for (int date = first; date >= 0; date = nextDate(text, date + 1)) {
            int year = Integer.parseInt(text, date, date + 4, 10);
            found = year <= current ? Math.max(found, year) : found;
        }
        return found == 0 ? null : Year.of(found);
    }

    /// Where the year of the next date stands, or -1. One expression for the whole text would take
    /// ten times as long.
    private static int nextDate(String text, int from) {
        for (int at = text.indexOf('2', from); at >= 0; at = text.indexOf('2', at + 1)) {
            char after = at + 4 < text.length() ? text.charAt(at + 4) : 0;
            if ((after == '-' || after == '/') && isAt(DAY, text, at)
                    || after == ' ' && isAt(WEEKDAY, text, at - WEEKDAY_YEAR)) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the words that begin there match.
    private static boolean isAt(Pattern pattern, String text, int at) {
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && pattern.matcher(text).region(at, text.length()).lookingAt();
    }
}
