package dev.clew.bundle;

import dev.clew.bundle.log.LogRecords;
import dev.clew.model.YearFrom;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the year for stamps that leave it out, as those of klog and syslog do, in the stamps that
/// stand beside them: in the same source, or else in one that was read before it.
final class Years {

    private static final int LINES_LOOKED_AT = 400;

    /// Files that are said to be older have lost their time.
    private static final int FIRST_YEAR = 2014;

    /// `2026-11-22T10:00`, from the year on.
    private static final Pattern DAY =
            Pattern.compile("2\\d{3}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d");

    /// `Sun, 22 Nov 2026 10:00`, and how far its year is from its beginning.
    private static final Pattern WEEKDAY =
            Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} 2\\d{3} \\d\\d:\\d\\d");

    private static final int WEEKDAY_YEAR = 12;

    /// `Log file created at: 2026/11/22 10:00:00`, what klog writes over a file.
    private static final Pattern CREATED =
            Pattern.compile("^Log file created at: (2\\d{3})/\\d\\d/\\d\\d ", Pattern.MULTILINE);

    private @Nullable Year latest;
    private @Nullable Year ofFile;
    private YearFrom fileFrom = YearFrom.FILE_TIME;

    /// The year of the source read last that has any, or else that of its file, or the current one.
    Year latest() {
        Year known = latest != null ? latest : ofFile;
        return known != null ? known : Year.now(ZoneOffset.UTC);
    }

    /// Where [#latest()] comes from.
    YearFrom from() {
        return latest != null ? YearFrom.DATES_BESIDE : ofFile != null ? fileFrom : YearFrom.CLOCK;
    }

    /// Takes when the file that comes next was last written to.
    ///
    /// @param from what says so
    void written(Instant time, YearFrom from) {
        fileFrom = from;
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        ofFile = year < FIRST_YEAR || time.isAfter(Instant.now()) ? null : Year.of(year);
    }

    /// The source with the year that the stamps in its head have, if they have any.
    ///
    /// @param length how many bytes of `head` are filled
    Source refine(Source source, byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.UTF_8);
        Matcher created = CREATED.matcher(text);
        Year told =
                created.find()
                        ? Year.of(Integer.parseInt(created.group(1)))
                        : stamped(source, text);
        Year year = told != null ? told : named(text);
        if (year == null) {
            return source;
        }
        latest = year;
        return source.in(year, told != null ? null : YearFrom.DATES_BESIDE);
    }

    /// The year of the first line that has one in its stamp.
    private static @Nullable Year stamped(Source source, String text) {
        if (nextDate(text, 0) < 0) {
            return null;
        }
        LogRecords log = new LogRecords(source);
        int at = 0;
        for (int i = 0; i < LINES_LOOKED_AT && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            Year year = LogRecords.year(log.parse(text.substring(at, end)));
            if (year != null) {
                return year;
            }
            at = end + 1;
        }
        return null;
    }

    /// The latest year that is named in the text and not to come: certificates tell when they will
    /// end.
    private static @Nullable Year named(String text) {
        int current = Year.now(ZoneOffset.UTC).getValue();
        int found = 0;
        for (int date = nextDate(text, 0); date >= 0; date = nextDate(text, date + 1)) {
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
