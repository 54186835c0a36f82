package dev.clew.match;

import dev.clew.match.regex.Expression;
import java.util.List;
import java.util.stream.Collectors;

/// What shows that a line is of level warning or worse, in the formats logs are written in and in
/// the words of those that have no levels. At least six bytes each, so that the scanner can take
/// large steps. Lines of klog show it by their first letter, which is no text to look for.
public final class LevelWords {

    static final List<String> ALL =
            List.of(
                    "level=warn",
                    "level=error",
                    "level=fatal",
                    "level=panic",
                    "level=crit",
                    "\"level\":\"warn",
                    "\"level\":\"error",
                    "\"level\":\"fatal",
                    "\"level\":\"panic",
                    "\"level\": \"warn",
                    "\"level\": \"error",
                    "\"severity\":\"warn",
                    "\"severity\":\"error",
                    "severity=error",
                    "[warning]",
                    "[warn]",
                    "warning: ",
                    " warning ",
                    " warn ",
                    "[critical]",
                    "[error][",
                    "[error] ",
                    "[fatal] ",
                    " error ",
                    " error:",
                    "error: ",
                    "]error ",
                    "|error|",
                    " severe ",
                    " fatal ",
                    "fatal: ",
                    "fatal error",
                    " critical ",
                    "panic: ",
                    "panicked",
                    "traceback (",
                    "exception:",
                    "exception in thread",
                    "unhandled exception",
                    "caused by: ",
                    "uncaught ",
                    "command not found",
                    "exit status ",
                    "exit code",
                    "main process exited",
                    "segmentation fault",
                    "killed by signal",
                    "sigsegv",
                    "sigabrt",
                    "core dumped",
                    "terminate called",
                    "out of memory",
                    "outofmemoryerror",
                    "failed with result",
                    "connection refused",
                    "no such file",
                    "permission denied",
                    "timed out",
                    "responsetime\":",
                    "slow query",
                    "slow request");

    private static final Expression ANY =
            Expression.of(
                    "(?i)" + ALL.stream().map(Expression::quoted).collect(Collectors.joining("|")));

    private LevelWords() {}

    /// Whether one of the words stands in a text.
    public static boolean areIn(String text) {
        return ANY.matches(text);
    }
}
