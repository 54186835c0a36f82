package dev.clew.bundle.log;

import dev.clew.model.Level;
import java.util.Set;

/// A level as the first word: `[ERROR] …` of CoreDNS, `ERROR: …`, or zap's console form after its
/// stamp.
final class LevelFrame {

    private static final Set<String> IN_BRACKETS =
            Set.of(
                    "INFO",
                    "WARNING",
                    "ERROR",
                    "FATAL",
                    "DEBUG",
                    "WARN",
                    "PANIC",
                    "NOTICE",
                    "ALERT",
                    "CRITICAL",
                    "EMERG");
    private static final Set<String> WORDS =
            Set.of(
                    "TRACE",
                    "DEBUG",
                    "INFO",
                    "NOTICE",
                    "WARN",
                    "WARNING",
                    "ERROR",
                    "SEVERE",
                    "FATAL",
                    "CRITICAL",
                    "PANIC",
                    "DBG",
                    "INF",
                    "WRN",
                    "ERR",
                    "FTL");

    private LevelFrame() {}

    static Frame.Found bracket(LogLine line, String text, int start) {
        int end = capitals(text, start + 1);
        if (!Scan.isAt(text, end, ']') || !IN_BRACKETS.contains(text.substring(start + 1, end))) {
            return Frame.Found.NOTHING;
        }
        line.level = Level.of(text.substring(start + 1, end)).orElse(null);
        line.message = Escapes.resolve(text.substring(Scan.afterSpace(text, end + 1)));
        line.passed(LogLine.Layer.CONSOLE);
        return Frame.Found.WORDS;
    }

    /// A level in the place of a name, in front of a line that may have none.
    static void name(LogLine line, String name) {
        if (line.level == null && WORDS.contains(name)) {
            line.level = Level.of(name).orElse(null);
        }
    }

    static Frame.Found word(LogLine line, String text, int start) {
        int end = capitals(text, start);
        if (end - start < 3 || !WORDS.contains(text.substring(start, end))) {
            return Frame.Found.NOTHING;
        }
        int after = Scan.isAt(text, end, ']') ? end + 1 : end;
        int words = after;
        while (words < text.length()
                && (text.charAt(words) == ':' || Scan.isSpace(text.charAt(words)))) {
            words++;
        }
        if (words == after) {
            return Frame.Found.NOTHING;
        }
        line.level =
                line.level == null ? Level.of(text.substring(start, end)).orElse(null) : line.level;
        line.message = Escapes.resolve(text.substring(words));
        line.passed(LogLine.Layer.LEVEL_WORD);
        return Frame.Found.WORDS;
    }

    private static int capitals(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        return end;
    }
}
