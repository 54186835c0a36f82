package dev.clew.bundle.log;

/// A name that `docker compose`, `talosctl`, `stern` or `grep` puts in front: `web-1 | `,
/// `10.0.1.3: `, `pods/agent.log:12:`.
final class NameFrame {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PATH = 200;

    private NameFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        int end = start == line.at() ? Scan.words(text, start, "./-") : start;
        if (end == start) {
            return Frame.Found.NOTHING;
        }
        int words = afterFile(text, start, end);
        if (words > 0) {
            line.goOn(text, words);
            return Frame.Found.WRAPPER;
        }
        words = end - start > LONGEST_NAME ? 0 : afterName(text, end);
        if (words == 0 || !isLogLine(text, words)) {
            return Frame.Found.NOTHING;
        }
        LevelFrame.name(line, text.substring(start, end));
        line.goOn(text, words);
        line.passed(LogLine.Layer.PREFIX);
        return Frame.Found.WRAPPER;
    }

    /// Where the line begins that `grep` found in a file, or 0. Whether it is a log line, it has to
    /// show itself.
    private static int afterFile(String text, int start, int end) {
        if (!Scan.isAt(text, end, ':')) {
            return 0;
        }
        int dot = text.lastIndexOf('.', end - 1);
        if (dot <= start || dot - start > LONGEST_PATH || !isExtension(text, dot + 1, end)) {
            return 0;
        }
        int number = Scan.digits(text, end + 1);
        if (number > end + 1 && Scan.isAt(text, number, ':')) {
            return number + 1;
        }
        return isFilled(text, end + 1) ? end + 1 : 0;
    }

    private static boolean isExtension(String text, int start, int end) {
        return end - start == 3 && (text.startsWith("log", start) || text.startsWith("txt", start))
                || end - start == 4 && text.startsWith("json", start);
    }

    private static boolean isFilled(String text, int at) {
        return at < text.length() && !Scan.isSpace(text.charAt(at));
    }

    /// Where the line begins behind a name that ends there, or 0.
    private static int afterName(String text, int end) {
        int bar = Scan.spaces(text, end);
        if (Scan.isAt(text, bar, '|')) {
            return Scan.afterSpace(text, bar + 1);
        }
        if (Scan.isAt(text, end, ':')) {
            return Scan.afterSpace(text, end + 1);
        }
        return Scan.isAt(text, end, ' ') ? end + 1 : 0;
    }

    private static boolean isLogLine(String text, int at) {
        return text.startsWith("{\"", at)
                || text.startsWith("level=", at)
                || text.startsWith("time=\"", at)
                || isKlog(text, at);
    }

    private static boolean isKlog(String text, int at) {
        return at < text.length()
                && "IWEF".indexOf(text.charAt(at)) >= 0
                && Scan.digits(text, at + 1) == at + 5
                && Scan.isAt(text, at + 5, ' ')
                && Scan.digits(text, at + 6) == at + 8
                && Scan.isAt(text, at + 8, ':');
    }
}
