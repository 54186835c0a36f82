package dev.clew.bundle;

import dev.clew.bundle.log.LogRecords;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the year for stamps that leave it out, as those of klog and syslog do, in the stamps that
/// stand beside them: in the same source, or else in one that was read before it.
final class Years {

    private static final int MOST_LINES = 400;
    private static final Pattern DATED =
            Pattern.compile(
                    "\\b(2\\d{3})[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d|\\b[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} (2\\d{3}) \\d\\d:\\d\\d");

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

    /// Whether the text may have a date: an expression would take ten times as long to say no.
    private static boolean hasYear(String text) {
        for (int at = text.indexOf('2'); at >= 0; at = text.indexOf('2', at + 1)) {
            char after = at + 4 < text.length() ? text.charAt(at + 4) : 0;
            if ((after == '-' || after == '/' || after == ' ')
                    && Character.isDigit(text.charAt(at + 1))
                    && Character.isDigit(text.charAt(at + 2))
                    && Character.isDigit(text.charAt(at + 3))) {
                return true;
            }
        }
        return false;
    }

    /// The year of the first line that has one in its stamp; where no line has, the latest one that
    /// is named in the text and not to come: certificates tell when they will end.
    private static @Nullable Year in(Source source, String text) {
        if (!hasYear(text)) {
            return null;
        }
        Matcher dated = DATED.matcher(text);
        if (!dated.find()) {
            return null;
        }
        LogRecords log = new LogRecords(source);
        int at = 0;
        for (int i = 0; i < MOST_LINES && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            Year year = log.year(text.substring(at, end));
            if (year != null) {
                return year;
            }
            at = end + 1;
        }
        int current = Year.now(ZoneOffset.UTC).getValue();
        int found = 0;
        do {
            int year = Integer.parseInt(dated.group(1) == null ? dated.group(2) : dated.group(1));
            found = year <= current ? Math.max(found, year) : found;
        } while (dated.find());
        return found == 0 ? null : Year.of(found);
    }
}
