package dev.clew.bundle;

import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.text.DocumentReader;
import dev.clew.bundle.wrapper.Exports;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells from its first bytes what a stream holds.
final class Sniffer {

    /// How many bytes it looks at, at most.
    static final int HEAD = 64 << 10;

    /// What a stream can hold.
    enum Content {
        /// Nothing but log lines.
        LOG,
        /// Documents of JSON.
        JSON,
        /// Documents of YAML.
        YAML,
        /// Anything else that people can read.
        PAGE
    }

    private static final int LINES_LOOKED_AT = 200;
    private static final int ESCAPE = 0x1b;

    /// Percent of NULs and control characters that a text may have: crashes leave them in logs.
    private static final long PERCENT_OF_CONTROLS = 6;

    /// After so many lines, only every so many are looked at, each for as many.
    private static final int ALL_OF_THE_FIRST = 16;

    private static final int STEP = 4;
    private static final Pattern YAML_START =
            Pattern.compile(
                    "\\A(?:[ \\t\\r\\f]*+(?:#[^\n"
                            + "]*+)?+\n"
                            + ")*+(?:---[^\n"
                            + "]*\n"
                            + ")?(?:apiVersion|kind|items|metadata|spec|status|data|- apiVersion|-"
                            + " metadata): ?");

    /// An answer of Prometheus and its kin, all of it on one line.
    private static final Pattern ANSWER =
            Pattern.compile("\\{\"status\":\\s*\"(?:success|error)\",\\s*\"data\":");

    private Sniffer() {}

    /// Whether a stream is not text.
    ///
    /// @param head its first bytes
    static boolean isBinary(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            odd += b >= 0 && b < ' ' && (b < '\b' || b > '\r') && b != ESCAPE ? 1 : 0;
        }
        return odd * 100L > head.length * PERCENT_OF_CONTROLS || startsWithMagic(head, head.length);
    }

    /// Whether there is nothing to read in a stream.
    ///
    /// @param head its first bytes
    static boolean isEmpty(byte[] head) {
        for (byte b : head) {
            if (b != ' ' && (b < '\t' || b > '\r')) {
                return false;
            }
        }
        return true;
    }

    /// Judges the head of a text that is not empty.
    static Content sniff(Source source, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        String stripped = text.stripLeading();
        if (source.format() != null && isLog(source, text, head.length)) {
            return Content.LOG;
        }
        boolean brackets =
                !stripped.isEmpty() && (stripped.charAt(0) == '{' || stripped.charAt(0) == '[');
        if (brackets && !oneObjectPerLine(stripped) && !looksLikeEnvoy(stripped)) {
            return Content.JSON;
        }
        if (YAML_START.matcher(text).find()) {
            return Content.YAML;
        }
        return isLog(source, text, head.length) ? Content.LOG : Content.PAGE;
    }

    /// Whether one of the first lines has the form of a log line.
    ///
    /// @param length how many bytes of `text` are filled
    static boolean hasFrames(Source source, byte[] text, int length) {
        String head = new String(text, 0, Math.min(length, HEAD), StandardCharsets.UTF_8);
        LogRecords records = new LogRecords(source);
        return head.lines()
                .limit(LINES_LOOKED_AT)
                .anyMatch(line -> LogRecords.isFramedWhole(records.parse(line)));
    }

    private static boolean startsWithMagic(byte[] head, int length) {
        if (length < 4) {
            return false;
        }
        int magic =
                (head[0] & 0xff) << 24
                        | (head[1] & 0xff) << 16
                        | (head[2] & 0xff) << 8
                        | (head[3] & 0xff);
        return magic == 0x7f454c46
                || magic == 0x89504e47
                || magic == 0x25504446
                || magic == 0xffd8ffe0
                || magic == 0x0a0d0d0a;
    }

    /// The same of a text of which more is known than its head.
    static boolean isLinesOfObjects(byte[] text) {
        int from = 0;
        while (from < text.length && text[from] <= ' ') {
            from++;
        }
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end < text.length
                && oneObjectPerLine(
                        new String(text, from, end - from, StandardCharsets.UTF_8) + "\n");
    }

    /// Whether each line is an object of its own, as logs write them. Flows of Hubble, and lines
    /// that are objects of the API, as `jq -c` writes them, are documents; those of the API
    /// server's audit log are not.
    private static boolean oneObjectPerLine(String text) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        boolean ofTheApi =
                first.contains("\"apiVersion\":")
                        && first.contains("\"kind\":")
                        && (first.contains("\"metadata\":") || first.contains("\"items\":"))
                        && !first.contains("audit.k8s.io");
        boolean flow = first.contains("\"verdict\":\"") && first.contains("\"source\":{");
        return first.startsWith("{")
                && first.endsWith("}")
                && !ofTheApi
                && !flow
                && !ANSWER.matcher(first).lookingAt()
                && !Exports.isOne(first);
    }

    private static boolean looksLikeEnvoy(String text) {
        return text.length() > 2
                && text.charAt(0) == '['
                && (Character.isLetterOrDigit(text.charAt(1)) || text.charAt(1) == ' ');
    }

    private static boolean isLog(Source source, String text, int length) {
        if (DocumentReader.beginsPage(text.lines().findFirst().orElse(""))) {
            return false;
        }
        LogRecords records = new LogRecords(source);
        int framed = 0;
        int filled = 0;
        int at = 0;
        for (int i = 0; i < LINES_LOOKED_AT && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            if (end < 0 && length == HEAD && i > 0) {
                break; // the head ends in the middle of a line
            }
            String line = text.substring(at, end < 0 ? text.length() : end);
            int weight = i < ALL_OF_THE_FIRST ? 1 : STEP;
            if (i % weight == 0 && !line.isBlank()) {
                LogLine parsed = records.parse(line);
                boolean isFramed = LogRecords.isFramedWhole(parsed);
                if (isFramed || framed == 0 || !LogRecords.continues(parsed)) {
                    filled += weight;
                    framed += isFramed ? weight : 0;
                }
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return filled > 0 && framed * 10 >= filled * 9;
    }
}
