package dev.clew.errors;

import dev.clew.match.regex.Expression;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells from the words of a line that something failed, in whatever style it is written.
public final class Failures {

    private static final int LONGEST = 3000;

    /// The program is at its end.
    private static final Expression FATAL =
            Expression.of(
                    "(?m)^(?:[^\\n]{0,80}[\\s:|\\]])?(?:panic: |fatal error: |FATAL\\b|\\[fatal\\]|\\[(?:emerg|crit|alert)\\]|[Ff]atal: |PHP Fatal error|Traceback \\(most recent call last\\)|Exception in thread|Unhandled exception|Uncaught |thread '[^\\n]+' panicked|terminate called after|java\\.lang\\.OutOfMemoryError|Segmentation fault|core dumped|general protection ip:|segfault at |Aborted \\(core|Out of memory: Kill|C \\| )"
                            + "|\\bkilled by signal\\b|\\bfatal signal\\b|SIG(?:SEGV|ABRT|BUS|ILL|KILL)\\b|exit(?:s|ed) with (?:non-zero )?(?:code|status) [1-9]|Main process exited|\\bstatus=(?:[1-9]\\d*)/|Failed with result '|\\bcode=(?:exited|killed|dumped), status=[^0]");

    /// Something failed.
    private static final Expression ERROR =
            Expression.of(
                    "(?m)(?:^|[\\s\\[(|:\"'>])(?:ERROR|Error|error|ERR!?|SEVERE|CRITICAL|E!)(?:\\]|:|\\s+[\\[(\\w]|\\s*-|\\s*\\|)"
                            + "|(?:^|[\\s.(\\[])[A-Z]\\w*(?:Exception|Error|Failure|Fault)(?:[:()\\s]|$)|^\\s*Caused by:|\\bexit(?:ed)?(?: with)? (?:status|code):? ?[1-9]|\\breturned exit code [1-9]|\\bcommand terminated with|command not found|: not found\\b"
                            + "|(?:^|\\s)(?:FAILED|FAIL)(?:[\\s:!\\[]|$)|\\b\\d+/\\d+ tests? (?:failed|\\([^\\n]*failed)|\\b[1-9]\\d* (?:failed|failures?|errors?)\\b|\\b(?:Failures|Errors): [1-9]|(?:^|\\s)E \\| |\"status(?:_?[cC]ode)?\": ?5\\d\\d\\b"
                            + "|\\b(?:HTTP/[\\d.]+\"?|status(?:[ _]?code)?[=: ]+) ?5\\d\\d\\b|\\[error\\]|\\bHEALTH_(?:WARN|ERR)\\b|(?i:\\b(?:failed|failure|unable|could not|couldn't|cannot|can't|refused|denied|unreachable|timed out|timeout (?:exceeded|reached|expired|waiting)|no such file|not found|unbound variable|exceeded|stale file handle|provided but not defined|signal: killed|has been reached|format error|not permitted|is (?:undefined|not recognized|not (?:set|defined)|required but)|unauthorized|forbidden|has expired|no space left|too many open files|out of memory|exhausted|aborted|rejected|corrupt(?:ed)?|invalid|missing required|does not exist|no available connection|unavailable|connection reset|broken pipe|unexpected eof|deadlock|dropping packets?|table full|bad (?:file )?format|not valid any ?more|too open|is down)\\b)");

    private static final Expression WARNED =
            Expression.of("(?m)(?:^|[\\s\\[(|])(?:WARN|WARNING|Warning|warning)(?:\\]|:|\\s)");

    /// It works, and took seconds where others take milliseconds.
    private static final Expression SLOW =
            Expression.of(
                    "(?i)\\b(?:call|query|request|response|statement|operation|transaction|rendered|message|task|batch|e-?mail|upload|download|fetch\\w*|process(?:ed|ing)|executed|sent|handled|served)\\b[^\\n]{0,60}\\b(?:took|in|after|duration|elapsed|latency)[ :=]{1,3}(?:[5-9]|[1-9]\\d{1,3})(?:\\.\\d+)? ?(?:s|sec|secs|seconds)\\b"
                            + "|\\bslow (?:query|request|sql|operation|response|log)|\\bresponse_?time(?:_?ms)?\\W{1,4}(?:[2-9]\\d{3}|[1-9]\\d{4,6})\\b");

    /// Signs that test runners and installers set before what failed.
    private static final String CROSSES = "✗✘❌×";

    /// Words that speak of failures without telling of one.
    private static final Pattern NONE =
            Pattern.compile(
                    "(?i)\\b(?:0|no|without(?: any)?|zero) (?:errors?|failures?|failed)\\b|\\berrors?[=:]\\s?(?:0|null|nil|none|<nil>|\"\")(?:\\b|$)|\\bfailed[=:]\\s?0\\b|on ?failure|on[-_]error|failure[-_ ]?(?:threshold|policy|domain)|error[-_ ]?(?:log|page|handler|level|rate|code=0)|backoffLimit|--[\\w-]*(?:error|fail|timeout)|if (?:\\[|this|you)|\\bretry(?:ing)? on\\b|max unavailable|\\b\\d+ (?:max )?unavailable|node\\.kubernetes\\.io/\\w+|Pods Statuses:.*");

    /// What was asked for in vain while the input was gathered, and requests that were answered.
    private static final Expression HARMLESS =
            Expression.of(
                    "(?i)\\(e\\.g\\. |most common reasons|previous terminated container [^\\n]* not found|unable to retrieve container logs|has prevented the request from succeeding \\(get pods|error from server \\((?:BadRequest|NotFound)\\)|\\bcode 4\\d\\d, message\\b|does not exist\\. Installing|(?:^|[\\] ])(?:LOG|NOTICE|STATEMENT|DETAIL):  |\"(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS) \\S+(?: HTTP/[\\d.]+)?\"?,? [1-4]\\d\\d\\b");

    private static final Expression PASSED = Expression.of("(?i)\\bPASS(?:ED)?\\b");

    private Failures() {}

    /// How bad the failure is that a record tells of, or null where it tells of none.
    public static @Nullable Level level(LogRecord record) {
        Level own = record.level();
        if (own != null && own.compareTo(Level.WARN) >= 0) {
            return own;
        }
        if (!isWords(record.kind())) {
            return States.level(record);
        }
        String text = shortened(record.kind() == RecordKind.LOG ? record.text() : record.raw());
        if (own == null) {
            return told(text);
        }
        if (FATAL.matches(text) && !isHarmless(text)) {
            return Level.FATAL;
        }
        return SLOW.matches(text) ? Level.WARN : null;
    }

    /// How bad the failure is that a text tells of, or null where it tells of none.
    public static @Nullable Level level(String whole) {
        return told(shortened(whole));
    }

    private static String shortened(String whole) {
        return whole.length() <= LONGEST
                ? whole
                : whole.substring(0, LONGEST / 2)
                        + "\n"
                        + whole.substring(whole.length() - LONGEST / 2);
    }

    private static @Nullable Level told(String text) {
        boolean fatal = FATAL.matches(text);
        if (!fatal && !failed(text)) {
            return SLOW.matches(text) || WARNED.matches(text) && !isHarmless(text)
                    ? Level.WARN
                    : null;
        }
        return isHarmless(text) ? null : fatal ? Level.FATAL : Level.ERROR;
    }

    private static boolean failed(String text) {
        return isCrossed(text) || ERROR.matches(text) && !isDenied(text);
    }

    private static boolean isCrossed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f
                    && CROSSES.indexOf(c) >= 0
                    && isBlank(text, i - 1)
                    && (isBlank(text, i + 1) || ":![".indexOf(text.charAt(i + 1)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(String text, int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    /// Whether what fails is a question of the collector's, or a test passed.
    private static boolean isHarmless(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return PASSED.matches(first) && !first.contains("FAIL") || HARMLESS.matches(text);
    }

    /// Whether all that a text says of failures is that there are none.
    private static boolean isDenied(String text) {
        String rest = NONE.matcher(text).replaceAll(" ");
        return rest.length() != text.length() && !ERROR.matches(rest);
    }

    /// Whether the text of a record says that something ended for good: a panic, a crash, an exit.
    public static boolean isEnd(String text) {
        return FATAL.matches(text.toLowerCase(Locale.ROOT)) || FATAL.matches(text);
    }

    private static boolean isWords(RecordKind kind) {
        return kind == RecordKind.LOG || kind == RecordKind.TEXT;
    }
}
