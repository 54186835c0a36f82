package dev.clew.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out private keys that go over several lines, also when their head was cut off, when other
/// lines stand between theirs, and when they are in base64 whose lines are broken.
final class PrivateKeyLines {

    private static final int LONGEST_KEY = 400;
    private static final int MOST_BETWEEN = 3;
    private static final Pattern BEGIN =
            Pattern.compile(
                    "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|^\\s*Private-Lines: \\d{1,4}");
    private static final Pattern END =
            Pattern.compile(
                    "-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|^\\s*Private-MAC:");
    private static final Pattern KEY_LINE =
            Pattern.compile(
                    "(?:^|[\\s>+|\"'])([A-Za-z0-9+/=]{1,200}|(?:Proc-Type|DEK-Info): .{0,100})[\"',\\\\nr]{0,6}\\s*$");

    private int lines;
    private int between;
    private boolean certificate;
    private boolean body;

    /// Whether a decoded text begins a key, and does not end it.
    static boolean begins(String text) {
        return BEGIN.matcher(text).find();
    }

    static boolean ends(String text) {
        return END.matcher(text).find();
    }

    /// Whether no key goes on.
    boolean isIdle() {
        return lines == 0 && !body;
    }

    void find(String line, Spans spans) {
        Matcher begin = BEGIN.matcher(line);
        int from = 0;
        if (lines == 0) {
            if (!(line.contains("PRIVATE KEY") || line.contains("Private-Lines"))
                    || !begin.find()) {
                body(line, spans);
                return;
            }
            from = begin.start();
        }
        Matcher end = END.matcher(line);
        if (end.find(from)) {
            int start = lines > 0 ? keyStart(line, end.start()) : from;
            spans.add(start, end.end(), Kind.PRIVATE_KEY);
            lines = 0;
            if (begin.find(end.end())) {
                spans.add(begin.start(), line.length(), Kind.PRIVATE_KEY);
                lines = END.matcher(line).find(begin.end()) ? 0 : 1;
            }
            return;
        }
        if (lines == 0) {
            spans.add(from, line.length(), Kind.PRIVATE_KEY);
            lines = 1;
            between = 0;
            return;
        }
        Matcher part = KEY_LINE.matcher(line);
        if (part.find() && isPart(line, part)) {
            spans.add(part.start(1), part.end(), Kind.PRIVATE_KEY);
            between = 0;
        } else if (++between > MOST_BETWEEN) {
            lines = 0; // the key was never ended
        }
        lines = lines == 0 || ++lines > LONGEST_KEY ? 0 : lines;
    }

    /// Words at the end of an ordinary line are no part of a key.
    private static boolean isPart(String line, Matcher part) {
        String text = part.group(1);
        return text.length() >= 24
                || text.indexOf(':') > 0
                || line.strip().equals(text)
                || text.endsWith("=")
                || line.indexOf(" F ") >= 0;
    }

    private static int keyStart(String line, int end) {
        int from = end;
        while (from > 0 && !Character.isWhitespace(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Lines of a key whose head is not there: 64 or 76 letters of base64 and nothing else.
    private void body(String line, Spans spans) {
        if (line.contains("-----")) {
            certificate = line.contains("BEGIN ");
            body = false;
            return;
        }
        if (line.length() < 4 || line.length() > 200) {
            body = false;
            return;
        }
        int from = 0;
        int to = line.length();
        while (from < to && line.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && line.charAt(to - 1) <= ' ') {
            to--;
        }
        boolean full = isFull(to - from);
        if ((!full && !body) || certificate || to - from > 76) {
            body = false;
            return;
        }
        String text = line.substring(from, to);
        boolean base64 = text.chars().allMatch(c -> isStandard((char) c));
        body = base64 && (body ? text.length() >= 8 : Looks.isTangled(text));
        if (body) {
            spans.add(from, to, Kind.PRIVATE_KEY);
        }
    }

    /// Whether whole lines of a key are so long.
    static boolean isFull(int length) {
        return length == 64 || length == 76;
    }

    private static boolean isStandard(char c) {
        return Hints.isBase64(c) && c != '-' && c != '_' || c == '=';
    }
}
