package dev.clew.bundle.wrapper;

import java.util.regex.Pattern;

/// Tells whether a log line begins somewhere, so that what stands before it can be taken for a
/// prefix.
final class Frames {

    private static final Pattern BEGIN =
            Pattern.compile(
                    "\\{\"|level=|time=|ts=|msg=|[IWEF]\\d{4} \\d\\d:|\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]|\\[\\d{4}-|"
                            + "\\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC)\\b");

    private Frames() {}

    static boolean begins(String text, int at) {
        return BEGIN.matcher(text).region(at, text.length()).lookingAt();
    }
}
