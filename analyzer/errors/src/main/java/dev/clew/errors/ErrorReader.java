package dev.clew.errors;

import dev.clew.model.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads errors as the run-times of all languages write them. Takes time linear in the text, of
/// which it reads no more than the first [#LONGEST] characters and, of a longer one, the last.
public final class ErrorReader {

    /// How much of a text is read.
    public static final int LONGEST = 6000;

    private static final Pattern ACTOR =
            Pattern.compile("^([a-z][\\w.+-]{1,30}?)(?:\\[\\d+\\])?: (?=\\S)");
    private static final Pattern CODE =
            Pattern.compile(
                    "\\bcode = (\\w+)|\\bORA-\\d{5}\\b|\\bSQLSTATE\\[?\\s*(\\w{5})|\\b(?:HTTP(?:/[\\d.]+)?|status(?: code)?|returned|responded with)[ :=]+([45]\\d\\d)\\b|\\b(E[A-Z]{3,12})\\b|\\bErrno (-?\\d+)|\\((\\d{2,4})\\)");
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?:\\s+(?:to|at|on|from|for|of|in|with|by|as|via|host|address|server|the|a|an|path|file|url|called|named))*[\\s,\"'`(\\[=:]*$");
    private static final Pattern LEVEL =
            Pattern.compile(
                    "^(?:\\*\\d+ |\\(\\d+\\) |-?\\d+ (?=connecting)|\\[?(?:ERROR|Error|error|FATAL|Fatal|fatal|PANIC|panic|WARN|WARNING|CRITICAL|E!|ERR|emerg|alert|crit)\\]?:?\\s+)+");

    /// Where a proxy begins to name the request that it speaks of.
    private static final Pattern CONTEXT =
            Pattern.compile(", (?:client|server|request|upstream|host|referrer): ");

    /// Words in front of an error that say who speaks, how bad it is or what sort of error it is,
    /// and not what was tried.
    private static final Pattern NO_OPERATION =
            Pattern.compile(
                    "(?:Exception in thread \"[^\"]*\" )?(?:[\\w$]+\\.)*\\w*(?:Exception|Error|Failure|Warning|Timeout|NotFound|Refused|gaierror|Disconnected|Available)(?: \\(0x\\w+\\))?(?: \\[\\w-]+\\])?"
                            + "|(?:[\\w-]+::)+\\w+|(?i:rpc error|code = \\w+|panic|fatal|(?:fatal|runtime|remote|tls) error|error|err|warning|unhandled exception\\.?|caused by|exception in thread \"[^\"]*\"?|curl|cause|reason|description)"
                            + "|\\(?\\d+\\)?|thread '[^']*'? panicked.*|\\[Errno -?\\d+\\].*|(?:/\\S*/)?(?:ba|da|a|z)?sh|\\S+\\.sh|The|(?i:connection (?:refused|reset|in use)\\b.*|name or service not known|address already in use|permission denied|read-only file system)|[\\w.-]+\\[\\d+\\]|PHP (?:Fatal error|Parse error|Warning)|Uncaught(?: \\w+)?|\\w+Pool\\(host|\\d+(?::.*| \\(\\w+\\))|[\\d/: .,-]+\\[\\w+\\] \\S+|line \\d+|.*/");

    /// The call that Node names behind what went wrong with it.
    private static final Pattern CALL = Pattern.compile("[A-Za-z][A-Za-z -]+, ([a-z]+)");

    /// One word alone is the name of a package, not of what was tried.
    private static final Pattern ONE_WORD = Pattern.compile("\\S+");

    private static final List<String> ERROR_FIELDS =
            List.of(
                    "error",
                    "err",
                    "exception",
                    "exception.message",
                    "stack_trace",
                    "stacktrace",
                    "stack",
                    "cause",
                    "reason",
                    "detail",
                    "error.message",
                    "errmsg",
                    "error.errmsg",
                    "attr.error.errmsg",
                    "attr.error.reason",
                    "desc");

    /// Fields that tell how long something took, in milliseconds.
    private static final List<String> TIME_FIELDS =
            List.of("responseTime", "response_time", "responseTimeMs", "response_time_ms");

    private ErrorReader() {}

    /// Reads the error that a record tells of.
    public static ErrorReading read(LogRecord record) {
        return read(words(record));
    }

    /// What a record says, with the errors that stand in fields of their own behind it.
    public static String words(LogRecord record) {
        String raw = record.raw();
        StringBuilder words =
                new StringBuilder(
                        switch (record.kind()) {
                            case LOG -> record.message();
                            case TEXT, COMMAND -> raw;
                            default -> record.message();
                        });
        Map<String, String> fields = record.fields();
        for (String name : ERROR_FIELDS) {
            String value = fields.get(name);
            if (value != null && !value.isBlank() && words.indexOf(value) < 0) {
                words.append(words.isEmpty() ? "" : ": ").append(value);
            }
        }
        for (String name : TIME_FIELDS) {
            String value = fields.get(name);
            if (value != null) {
                words.append(' ').append(name).append('=').append(value);
            }
        }
        return words.toString();
    }

    /// Reads the text of an error.
    public static ErrorReading read(String given) {
        String whole = JsonErrors.words(given);
        String text =
                whole.length() <= LONGEST
                        ? whole
                        : whole.substring(0, LONGEST / 2)
                                + "\n"
                                + whole.substring(whole.length() - LONGEST / 2);
        List<Span> links = Chains.of(text);
        List<Target> targets = Targets.of(text);
        return new ErrorReading(
                text, links, operation(text, links, targets), actor(text), targets, code(text));
    }

    private static @Nullable Span actor(String text) {
        Matcher matcher = ACTOR.matcher(text);
        return matcher.find() && !LEVEL.matcher(matcher.group()).find()
                ? new Span(matcher.start(1), matcher.end(1))
                : null;
    }

    private static @Nullable String code(String text) {
        Matcher matcher = CODE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return matcher.group();
    }

    /// What was tried: the words before the target in its link, or else the link before.
    private static @Nullable Span operation(String text, List<Span> links, List<Target> targets) {
        if (targets.isEmpty()) {
            for (int i = links.size() - 2; i >= 0; i--) {
                Span words = trimmed(text, links.get(i));
                if (words != null && !ONE_WORD.matcher(words.of(text)).matches()) {
                    return words;
                }
            }
            return null;
        }
        Span target = targets.getFirst().span();
        Span before = null;
        for (Span link : links) {
            if (link.from() <= target.from() && target.from() < link.to()) {
                Span words = trimmed(text, new Span(link.from(), target.from()));
                return words != null ? words : before;
            }
            if (link.to() <= target.from()) {
                Span words = trimmed(text, link);
                before = words == null ? before : words;
            }
        }
        return before;
    }

    private static @Nullable Span trimmed(String text, Span span) {
        String whole = span.of(text);
        Matcher context = CONTEXT.matcher(whole);
        String words = context.find() ? whole.substring(0, context.start()) : whole;
        Matcher level = LEVEL.matcher(words);
        int from = level.find() ? level.end() : 0;
        Matcher tail = TAIL.matcher(words);
        int to = tail.find(from) ? tail.start() : words.length();
        Matcher call = CALL.matcher(words).region(from, to);
        if (call.matches()) {
            from = call.start(1);
        }
        return to - from < 2 || NO_OPERATION.matcher(words.substring(from, to)).matches()
                ? null
                : new Span(span.from() + from, span.from() + to);
    }
}
