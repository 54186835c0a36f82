package dev.clew.bundle.log;

import dev.clew.model.Level;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How bad a line is by the word that the loggers of applications put between stamps, threads and
/// names: `- ledger - INFO -`, `10:00:00 [main] WARN`, `[info] <0.7.0>`, `{db.py:7} ERROR`. It is
/// looked for only where nothing but those stands before it, so that a word of the message is not
/// taken.
public final class LevelWords {

    /// Levels stand in so many characters from the front.
    private static final int WINDOW = 220;

    private static final String NAMES =
            "TRACE|TRC|DEBUG|DBG|VERBOSE|INFO|INF|INFORMATION|NOTICE|WARNING|WARN|WRN|ERROR|ERR|SEVERE|CRITICAL|CRIT|FATAL|FTL|EMERG|ALERT|PANIC";

    /// Stamps, numbers, threads, places in the source, and names between dashes or bars.
    private static final String FIELD =
            "[-|;,:\\s]++"
                    + "|\\[[^\\[\\]\\n]{0,80}+\\]|\\{[^{}\\n]{0,80}+\\}|\\([^()\\n]{0,40}+\\)|<[^<>\\n]{0,40}+>"
                    + "|\\d[\\d:.,/TZ+-]{0,40}+(?:\\s?[AP]M\\b)?+|\\+\\d[\\d:]{3,5}|UTC\\b"
                    + "|(?<=^|[-|]\\s?)[\\w.$/@-]{1,80}+(?=\\s*[-|]\\s?)";

    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:(?:"
                            + FIELD
                            + "){0,10}?)(?:"
                            + "(?<=^|[-|;,:\\s\\]})>])(?<bare>"
                            + NAMES
                            + "|LOG(?=\\s+\\[))(?=[-|:,/\\s\\])]|$)"
                            + "|[\\[(](?:\\d[\\d:.,/TZ+ -]{0,40}?[:\\s]\\s*)?(?<boxed>(?i:"
                            + NAMES
                            + "|NOTE|SYSTEM))\\s*(?=[\\])/|,:])"
                            + "|\\[(?<letter>[TDIWEFC])(?=\\]|\\s\\d)"
                            + "|(?<ruby>[DIWEF]), \\["
                            + "|=(?<erlang>INFO|WARNING|ERROR|CRASH) REPORT="
                            + "|[a-z]\\w{0,20}\\.(?<php>"
                            + NAMES
                            + "): "
                            + "|(?<dotnet>trce|dbug|info|warn|fail|crit): (?=[A-Z][\\w.]{2,120}\\[\\d{1,6}\\])"
                            + ")[^\\n\\w]{0,8}");

    private static final String[] GROUPS = {
        "bare", "boxed", "letter", "ruby", "erlang", "php", "dotnet"
    };

    private LevelWords() {}

    /// A level, and where the words behind it begin.
    record Found(Level level, int end) {}

    /// The level that a line tells in front of its words, null where it tells none.
    public static @Nullable Level of(String line) {
        Found found = in(line, 0);
        return found == null ? null : found.level();
    }

    static @Nullable Found in(String text, int from) {
        if (from >= text.length()) {
            return null;
        }
        Matcher head = HEAD.matcher(text).region(from, Math.min(text.length(), from + WINDOW));
        if (!head.lookingAt()) {
            return null;
        }
        for (String group : GROUPS) {
            String word = head.group(group);
            if (word != null) {
                return new Found(level(word), head.end());
            }
        }
        return null;
    }

    private static Level level(String word) {
        return Level.of(word)
                .orElseGet(() ->
                        switch (word.toUpperCase(Locale.ROOT)) {
                            case "T", "TRCE" -> Level.TRACE;
                            case "DBUG", "VERBOSE" -> Level.DEBUG;
                            case "FAIL" -> Level.ERROR;
                            case "EMERG", "CRASH" -> Level.FATAL;
                            default -> Level.INFO;
                        });
    }
}
