package dev.clew.redact;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets by what they are called: `password=…`, `"token": "…"`, `--api-key …`, the name and
/// value of an environment variable; in JSON, YAML, logfmt, URLs, and in JSON inside strings of
/// JSON.
final class Keyed {

    private static final String STRONG =
            "passphrase|password|passwd|passwort|pwd|token|api[-_.]?key|apikey|access[-_.]?key(?:[-_.]?id)?"
                    + "|secret[-_.]?(?:access[-_.]?)?key|private[-_.]?key|account[-_.]?key|encryption[-_.]?key"
                    + "|signing[-_.]?key|key[-_.]?data|dockerconfigjson|dockercfg|connection[-_.]?string"
                    + "|pre[-_.]?shared[-_.]?key|psk";
    private static final String WEAK = "secret|credentials?|auth";
    private static final Pattern KEY =
            Pattern.compile(
                    "(?i)(?:("
                            + STRONG
                            + ")|"
                            + WEAK
                            + ")(?:\\\\{0,7}[\"'])?\\s{0,3}(=|:)\\s{0,3}(?!=)");
    private static final Pattern FLAG =
            Pattern.compile(
                    "(?i)(?<![\\w-])--?[\\w-]{0,40}?(?:"
                            + STRONG
                            + ")(?:\\\\{0,7}[\"']\\s{0,2},\\s{0,2}(?=\\\\{0,7}[\"'])|\\s{1,3})(?![-\\s])");
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?i)\"?name\\\\{0,7}\"?\\s{0,2}:\\s{0,2}\\\\{0,7}[\"']?([\\w.-]{1,100})\\\\{0,7}[\"']?\\s{0,2},\\s{0,40}\\\\{0,7}\"?value\\\\{0,7}\"?\\s{0,2}:\\s{0,2}");
    private static final Pattern SENSITIVE_NAME =
            Pattern.compile("(?i).*(?:" + STRONG + "|secret|credentials?|auth)");
    private static final Pattern PLAIN_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9.-]{0,100}[a-z0-9])?(/[a-z0-9.-]{1,100})?");
    private static final Pattern LINE_START = Pattern.compile("\\s*(?:-\\s+)?[\"']?[\\w./-]*");

    private static final int LONGEST_KEY = 80;
    private static final int LONGEST_START = 200;

    private Keyed() {}

    /// Whether a variable of that name holds a secret.
    static boolean isSensitive(String name) {
        return SENSITIVE_NAME.matcher(name).matches();
    }

    /// Marks what is found.
    ///
    /// @param hints where names may stand
    /// @param learn takes each value
    static void find(String line, Hints hints, Spans spans, BiConsumer<Kind, String> learn) {
        Matcher key = KEY.matcher(line);
        int done = 0;
        for (int at : hints.keys()) {
            if (at >= done
                    && key.region(at, Math.min(line.length(), at + LONGEST_KEY)).lookingAt()) {
                key(line, key, spans, learn);
                done = key.end(2);
            }
        }
        if (line.contains("-")) {
            flags(line, spans, learn);
        }
        if (line.contains("alue")) {
            variables(line, spans, learn);
        }
    }

    private static void key(String line, Matcher key, Spans spans, BiConsumer<Kind, String> learn) {
        Value value = Value.at(line, key.end());
        String text = value.text(line);
        boolean telling =
                key.group(2).equals("=")
                        || value.quoted()
                        || (isLineStart(line, key.start()) && value.isLast(line))
                        || looksMade(text);
        if (telling && isSecret(text, key.group(1) != null)) {
            mark(line, value, kind(key.group()), spans, learn);
        }
    }

    private static void flags(String line, Spans spans, BiConsumer<Kind, String> learn) {
        Matcher flag = FLAG.matcher(line);
        while (flag.find()) {
            Value value = Value.at(line, flag.end());
            if (isSecret(value.text(line), true)
                    && (value.quoted() || looksMade(value.text(line)))) {
                mark(line, value, kind(flag.group()), spans, learn);
            }
        }
    }

    private static void variables(String line, Spans spans, BiConsumer<Kind, String> learn) {
        Matcher variable = VARIABLE.matcher(line);
        while (variable.find()) {
            Value value = Value.at(line, variable.end());
            if (isSensitive(variable.group(1)) && isSecret(value.text(line), true)) {
                mark(line, value, kind(variable.group(1)), spans, learn);
            }
        }
    }

    private static boolean isLineStart(String line, int end) {
        return end <= LONGEST_START && LINE_START.matcher(line.substring(0, end)).matches();
    }

    private static void mark(
            String line, Value value, Kind kind, Spans spans, BiConsumer<Kind, String> learn) {
        spans.add(value.from(), value.to(), kind);
        learn.accept(kind, value.text(line));
    }

    static Kind kind(String key) {
        String lower = key.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("token") || lower.contains("auth")
                ? Kind.TOKEN
                : lower.contains("private")
                                || lower.contains("key-data")
                                || lower.contains("key_data")
                        ? Kind.PRIVATE_KEY
                        : Kind.PASSWORD;
    }

    /// Whether a value can be one at all, and not a reference, a mark, or the name of a secret.
    static boolean isSecret(String value, boolean strong) {
        if (value.length() < 3
                || value.startsWith("<")
                || value.startsWith("[")
                || value.startsWith("{")
                || value.startsWith("***")
                || value.startsWith("$(")
                || value.startsWith("${")
                || value.equals("true")
                || value.equals("false")
                || value.equals("null")
                || value.equals("nil")
                || value.equals("none")) {
            return false;
        }
        return strong || !PLAIN_NAME.matcher(value).matches() && value.length() >= 6;
    }

    /// Whether it is no word of a sentence.
    private static boolean looksMade(String value) {
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean letter = value.chars().anyMatch(Character::isLetter);
        return value.length() >= 6 && digit && letter && !value.contains("://");
    }
}
