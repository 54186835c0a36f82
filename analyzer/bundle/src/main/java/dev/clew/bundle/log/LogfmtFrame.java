package dev.clew.bundle.log;

import java.util.List;

/// `time="…" level=info msg="…" subsys=daemon` of logrus and slog.
final class LogfmtFrame {

    private static final List<String> STARTS =
            List.of("time=", "level=", "ts=", "lvl=", "msg=", "timestamp=", "caller=", "logger=");

    /// How far from its beginning a line shows that it is one.
    private static final int HEAD = 400;

    private LogfmtFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        if (!isStart(text, start) && !hasLevelAndMessage(text, start)
                || Logfmt.read(text, start, line.fields) < 2) {
            return Frame.Found.NOTHING;
        }
        CommonFields.tell(line, line.fields);
        String message = line.fields.get("msg");
        line.message = message == null ? Escapes.resolve(text.substring(line.at())) : message;
        line.passed(LogLine.Layer.LOGFMT);
        return Frame.Found.WORDS;
    }

    private static boolean isStart(String text, int at) {
        if (text.startsWith("t=", at)) {
            return Scan.digits(text, at + 2) > at + 2;
        }
        for (String start : STARTS) {
            if (text.startsWith(start, at)) {
                return true;
            }
        }
        return false;
    }

    /// Whether `level=word` and, after it, `msg=` stand in the first part of the line.
    private static boolean hasLevelAndMessage(String text, int start) {
        int end = Math.min(text.length(), start + HEAD);
        for (int level = next(text, "level=", start, start, end);
                level >= 0;
                level = next(text, "level=", start, level + 1, end)) {
            int word = level + "level=".length();
            int wordEnd = Scan.words(text, word, "");
            if (wordEnd > word && wordEnd < end && text.charAt(wordEnd) == ' ') {
                int message = next(text, "msg=", start, wordEnd + 1, end);
                return message >= 0 && isOneLine(text, wordEnd, message);
            }
        }
        return false;
    }

    /// Where a name stands that no letter or digit is in front of, or -1.
    private static int next(String text, String name, int start, int from, int end) {
        for (int at = text.indexOf(name, from, end);
                at >= 0;
                at = text.indexOf(name, at + 1, end)) {
            if (at == start || !Scan.isWord(text.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOneLine(String text, int from, int to) {
        int end = text.indexOf('\n', from);
        return end < 0 || end >= to;
    }
}
