package dev.clew.bundle.log;

import dev.clew.bundle.time.ProgramStamps;
import dev.clew.bundle.time.Stamp;
import dev.clew.model.Level;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Time and level in the forms that databases, web servers and runtimes have of their own, for
/// lines whose frames told none: what stands between a stamp and the words of the program.
final class ProgramForms {

    /// How far behind a stamp a level may stand.
    private static final int HEAD = 200;

    private static final String LEVELS =
            "TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|CRIT|ALERT|EMERG|PANIC"
                    + "|ERR|WRN|INF|DBG|FTL";

    /// Groups, numbers, pairs and marks that stand between stamp and level.
    private static final String BETWEEN =
            "^(?:(?:\\[[^\\[\\]]{0,60}\\]|\\{[^{}]{0,60}\\}|<[\\d.]{1,20}>|#?\\d{1,10}|\\w{1,20}=\\S{1,60}"
                    + "|UTC|[-|:,\\]])\\s*){0,8}?";

    private static final Pattern LEVEL =
            Pattern.compile(
                    BETWEEN
                            + "(?:[\\[<](?:[\\w-]{1,30}:)?(?<bracket>(?i:"
                            + LEVELS
                            + "))\\s*[\\]>]"
                            + "|(?:[\\w.$-]{1,60} - |\\w{1,20}\\.)?(?<upper>"
                            + LEVELS
                            + ")(?=[:\\]|/\\s(])"
                            + "|(?:[\\w-]{1,20}(?:\\[[\\d:]{1,12}\\])?:? )?(?<lower>error|warning|warn|fatal|critical"
                            + "|info|debug|notice)(?:: |\\t)"
                            + "|PHP (?<php>Fatal error|Parse error|Warning|Notice|Deprecated):"
                            + "|(?<letter>[DIWEF])\\s+[A-Z]{3,10}\\s+\\[)");

    /// `09:15:16.887 `, `[09:15:16 `, `9:15AM `: a clock alone.
    private static final Pattern CLOCK =
            Pattern.compile("^\\[?\\d{1,2}:\\d\\d(?:AM |PM |:\\d\\d(?:[.,]\\d{1,9})? )");

    /// `fail: Category[13]`, as .NET writes to the console.
    private static final Pattern DOTNET =
            Pattern.compile("^(fail|crit|warn|info|dbug|trce): [\\w.]+(?:\\[\\d+\\])?$");

    /// The letter of Redis' role and the mark of its level.
    private static final Pattern REDIS =
            Pattern.compile("^\\d{1,7}:[A-Z] .{12,24}:\\d\\d\\.\\d{3} ([.*#-]) ");

    /// Severity and code in a row of PostgreSQL's `csvlog`.
    private static final Pattern POSTGRES =
            Pattern.compile(",(DEBUG|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC),[0-9A-Z]{5},");

    private static final Pattern REQUEST =
            Pattern.compile("\"[A-Z]{3,8} [^\"]{1,2000} HTTP/[\\d.]{1,3}\" (\\d{3}) ");

    private ProgramForms() {}

    /// Adds what the line tells.
    static void look(LogLine line) {
        String text = line.text();
        int from = line.at();
        while (from < text.length() && Scan.isSpace(text.charAt(from))) {
            from++;
        }
        if (from == text.length() || from > line.at() && line.layers == 0) {
            return; // what is indented goes on with the line before
        }
        int at = from;
        if (line.time == null || line.timeAssumed) {
            Stamp stamp = mayHaveStamp(text, from) ? ProgramStamps.in(text, from) : null;
            if (stamp != null) {
                line.at(stamp.instant(), stamp.assumed());
                line.passed(LogLine.Layer.CONSOLE);
                at = stamp.end();
            }
        }
        if (line.level == null) {
            line.level = level(line, text, from, at);
        }
    }

    /// Cheap, and true for all lines that have one.
    private static boolean mayHaveStamp(String text, int from) {
        char first = text.charAt(from);
        return Scan.isDigit(first)
                || first == '['
                || first >= 'A' && first <= 'Z'
                || text.startsWith("type=", from);
    }

    private static @Nullable Level level(LogLine line, String text, int from, int at) {
        String head = text.substring(at, Math.min(text.length(), at + HEAD));
        String start = text.substring(from, Math.min(text.length(), from + HEAD));
        Matcher dotnet = DOTNET.matcher(start);
        if (dotnet.find()) {
            line.passed(LogLine.Layer.CONSOLE);
            return Level.of(
                            switch (dotnet.group(1)) {
                                case "fail" -> "error";
                                case "dbug" -> "debug";
                                case "trce" -> "trace";
                                default -> dotnet.group(1);
                            })
                    .orElse(null);
        }
        if (line.time == null) {
            Matcher clock = CLOCK.matcher(start);
            if (!clock.find()) {
                return null;
            }
            Level level = named(start.substring(clock.end()));
            if (level != null) {
                line.passed(LogLine.Layer.CONSOLE);
            }
            return level;
        }
        Matcher redis = REDIS.matcher(start);
        if (redis.find()) {
            return switch (redis.group(1)) {
                case "#" -> null; // for what matters: its words tell whether it is good or bad
                case "*" -> Level.INFO;
                default -> Level.DEBUG;
            };
        }
        Matcher row = POSTGRES.matcher(text);
        if (row.find()) {
            return Level.of(row.group(1)).orElse(null);
        }
        Matcher request = REQUEST.matcher(text);
        if (request.find()) {
            return request.group(1).charAt(0) == '5' ? Level.ERROR : Level.INFO;
        }
        Level ahead = at > from ? named(start) : null;
        return ahead == null ? named(head) : ahead;
    }

    /// The level that a text begins with, behind groups and marks; null if it does with none.
    private static @Nullable Level named(String text) {
        Matcher matcher = LEVEL.matcher(text.stripLeading());
        if (!matcher.find()) {
            return null;
        }
        String php = matcher.group("php");
        if (php != null) {
            return switch (php) {
                case "Fatal error", "Parse error" -> Level.ERROR;
                case "Warning" -> Level.WARN;
                default -> Level.INFO;
            };
        }
        for (String group : new String[] {"bracket", "upper", "lower", "letter"}) {
            String word = matcher.group(group);
            if (word != null) {
                return Level.of(word.toLowerCase(Locale.ROOT)).orElse(null);
            }
        }
        return null;
    }
}
