package dev.clew.bundle.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stamps with a year in the forms that web servers, databases and runtimes have of their own, at
/// the beginning of a line or in the brackets there. Expressions are tried one after the other, so
/// this is for lines that no cheaper reader knows.
public final class ProgramStamps {

    /// How far into a line a stamp may begin and end.
    private static final int HEAD = 160;

    private static final String CLOCK = "(\\d{1,2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?";

    /// What may stand before: `1:M `, `[17] `, `E, [`, `[`, `ERROR [main] `.
    private static final String LEAD =
            "^(?:\\d{1,7}:[A-Z] |\\[\\d{1,7}\\] |[DIWEFA], |[A-Z]{4,8} +\\[[^\\]]{1,60}\\] )?\\[?";

    private static final Pattern ISO = Pattern.compile(LEAD + "(?=\\d{4}[-/]\\d\\d[-/]\\d\\d[T ])");

    private static final List<Form> FORMS =
            List.of(
                    // 21-Mar-2026 09:15:16.887, [21/Mar/2026:09:15:16 +0000], 21 Mar 2026 09:15:16
                    new Form(
                            "(?:^|\\[|"
                                    + LEAD
                                    + ")(\\d{1,2}[-/ ][A-Z][a-z]{2}[-/ ]\\d{4})[ :]"
                                    + CLOCK
                                    + "(?: ([+-]\\d{4}))?",
                            "d[-][/][ ]MMM[-][/][ ]uuuu H:mm:ss"),
                    // [Sat Mar 21 09:15:16.887702 2026]
                    new Form(
                            "^\\[?[A-Z][a-z]{2} ([A-Z][a-z]{2} +\\d{1,2}) "
                                    + CLOCK
                                    + "() (?<year>\\d{4})",
                            "MMM d uuuu H:mm:ss"),
                    // Mar 21, 2026 9:15:16 AM
                    new Form(
                            "^([A-Z][a-z]{2} \\d{1,2}, \\d{4}) " + CLOCK + "() (?<half>[AP]M)",
                            "MMM d, uuuu h:mm:ss a"),
                    // 26/03/21 09:15:16
                    new Form(
                            "^(\\d\\d/\\d\\d/\\d\\d) " + CLOCK + "()(?= [A-Z])",
                            "uu/MM/dd H:mm:ss"),
                    // 2026.03.21 09:15:16.887702
                    new Form("^(\\d{4}\\.\\d\\d\\.\\d\\d) " + CLOCK + "()", "uuuu.MM.dd H:mm:ss"),
                    // 2026-03-21  9:15:16
                    new Form("^(\\d{4}-\\d\\d-\\d\\d)  " + CLOCK + "()", "uuuu-MM-dd H:mm:ss"));

    /// `[1774084516] name[17:0]`, `audit(1774084516.887:17)`.
    private static final Pattern EPOCH =
            Pattern.compile("(?:^\\[|\\baudit\\()(\\d{10}(?:\\.\\d{1,6})?)(?:\\] |:\\d+\\))");

    private ProgramStamps() {}

    private record Form(Pattern pattern, DateTimeFormatter formatter) {
        Form(String pattern, String formatter) {
            this(
                    Pattern.compile(pattern),
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(formatter)
                            .toFormatter(Locale.ENGLISH));
        }

        @Nullable Stamp in(String head, int from) {
            Matcher matcher = pattern.matcher(head);
            if (!matcher.find()) {
                return null;
            }
            boolean year = pattern.namedGroups().containsKey("year");
            boolean half = pattern.namedGroups().containsKey("half");
            String text =
                    matcher.group(1).replaceAll(" +", " ")
                            + (year ? " " + matcher.group("year") : "")
                            + " "
                            + matcher.group(2)
                            + (half ? " " + matcher.group("half") : "");
            try {
                LocalDateTime time = LocalDateTime.parse(text, formatter);
                String zone = matcher.group(4);
                OffsetDateTime at =
                        time.atOffset(
                                zone == null || zone.isEmpty()
                                        ? ZoneOffset.UTC
                                        : ZoneOffset.of(zone));
                return new Stamp(
                        at.toInstant().plusNanos(nanos(matcher.group(3))),
                        from + matcher.end(),
                        false);
            } catch (DateTimeException e) {
                return null; // it only looks like a stamp
            }
        }

        private static long nanos(@Nullable String fraction) {
            return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
        }
    }

    /// The stamp of a line that begins there, or null. A stamp without a zone is taken for UTC.
    public static @Nullable Stamp in(String text, int from) {
        String head = text.substring(from, Math.min(text.length(), from + HEAD));
        Matcher iso = ISO.matcher(head);
        Stamp plain = iso.find() ? Stamps.iso(text, from + iso.end()) : null;
        if (plain != null) {
            return plain;
        }
        for (Form form : FORMS) {
            Stamp stamp = form.in(head, from);
            if (stamp != null) {
                return stamp;
            }
        }
        Matcher epoch = EPOCH.matcher(head);
        if (epoch.find()) {
            Instant time = Stamps.epoch(epoch.group(1));
            return time == null ? null : new Stamp(time, from + epoch.end(), false);
        }
        return null;
    }
}
