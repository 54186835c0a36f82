package dev.clew.redact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets by what they are called: `password=…`, `"token": "…"`, `--api-key …`,
/// `<password>…`, the name and value of an environment variable; in JSON, YAML, logfmt, URLs, and
/// in JSON inside strings of JSON.
final class Keyed {

    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?i)(?:name|key)\\\\{0,7}[\"']?\\s{0,2}[:=]\\s{0,2}\\\\{0,7}[\"']?([\\w.-]{1,100})\\\\{0,7}[\"']?\\s{0,2},\\s{0,40}\\\\{0,7}[\"']?value\\\\{0,7}[\"']?\\s{0,2}[:=]\\s{0,2}");
    private static final Pattern VALUE_FIRST =
            Pattern.compile(
                    "(?i)value\\\\{0,7}[\"']?\\s{0,2}[:=]\\s{0,2}(\\\\{0,7}[\"']?)([^\"'\\\\,]{1,4000})\\1,\\s{0,40}\\\\{0,7}[\"']?(?:name|key)\\\\{0,7}[\"']?\\s{0,2}[:=]\\s{0,2}\\\\{0,7}[\"']?([\\w.-]{1,100})");
    private static final Pattern LINE_START =
            Pattern.compile("[\\s>+|#]*(?:-\\s+)?(?:export\\s+|set\\s+|local\\s+)?[\"':]?");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PHRASE = Pattern.compile("[\\w'!?-]+(?: [\\w'!?-]+){1,7}");
    private static final Pattern NOT_SAID =
            Pattern.compile(
                    "(?i).*\\b(?:is|are|was|not|must|for|be|by|of|in|the|has|failed|invalid|incorrect|required|expired|expected|missing|mismatch|authentication|policy|error|cannot|unable|from|to|set)\\b.*");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_START = 200;

    private final String line;
    private final Names names;
    private final Spans spans;
    private final Learning learning;

    private Keyed(String line, Names names, Spans spans, Learning learning) {
        this.line = line;
        this.names = names;
        this.spans = spans;
        this.learning = learning;
    }

    /// Marks what is found.
    ///
    /// @param hints where names may stand
    /// @param learning takes each value
    static void find(String line, Hints hints, Names names, Spans spans, Learning learning) {
        Keyed keyed = new Keyed(line, names, spans, learning);
        int done = -1;
        for (int at : hints.keys()) {
            if (at >= done) {
                done = keyed.name(at);
            }
        }
        if (line.contains("alue")) {
            keyed.variables();
        }
    }

    /// Looks at the name around a word.
    ///
    /// @return the end of the name
    private int name(int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_NAME && isName(line.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < line.length() && to - at < LONGEST_NAME && isName(line.charAt(to))) {
            to++;
        }
        int slash = line.lastIndexOf('/', to - 1);
        from = slash >= from ? Math.min(slash + 1, at) : from;
        Names.Strength strength = names.of(line.substring(from, to));
        if (strength == Names.Strength.WEAK && isSaidBefore(from, to)) {
            strength = Names.Strength.STRONG;
        }
        if (strength != Names.Strength.NONE) {
            int value = valueAt(from, to);
            if (value >= 0) {
                value(from, to, value, strength == Names.Strength.STRONG);
            } else if (line.charAt(from) == '-') {
                flag(from, to, strength == Names.Strength.STRONG);
            }
        }
        return to;
    }

    /// `API key`.
    private boolean isSaidBefore(int from, int to) {
        if (from < 2 || line.charAt(from - 1) != ' ' || to - from > 4) {
            return false;
        }
        int begin = from - 1;
        while (begin > 0 && from - begin < 20 && Character.isLetter(line.charAt(begin - 1))) {
            begin--;
        }
        return names.of(line.substring(begin, to).replace(' ', '_')) == Names.Strength.STRONG;
    }

    /// Where the value behind a name stands, or -1 if none follows.
    private int valueAt(int from, int to) {
        int at = to;
        boolean quoted = false;
        while (at < line.length() && at - to < 9 && "\\\"'".indexOf(line.charAt(at)) >= 0) {
            quoted |= line.charAt(at) != '\\';
            at++;
        }
        int blanks = skipBlanks(at, 4);
        if (blanks >= line.length()) {
            return -1;
        }
        char mark = line.charAt(blanks);
        boolean lined = blanks + 1 < line.length();
        if (mark == '=' || mark == ':') {
            at = blanks + 1;
            if (mark == '=' && lined && "=~".indexOf(line.charAt(at)) >= 0) {
                return -1;
            }
            if (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == '=')) {
                at++;
            }
        } else if (mark == '>' && from > 0 && line.charAt(from - 1) == '<') {
            return blanks + 1;
        } else if (mark == ','
                && (line.startsWith(" <<\"", blanks + 1) || (quoted && isPair(from)))) {
            at = blanks + 1;
        } else {
            return -1;
        }
        at = skipBlanks(at, 60);
        if (line.startsWith("<<", at)) {
            at += 2;
        } else if (at + 1 < line.length()
                && line.charAt(at) == '['
                && "\"'\\".indexOf(line.charAt(at + 1)) >= 0) {
            at++;
        }
        while (at + 1 < line.length()
                && (line.charAt(at) == '&' || line.charAt(at) == '!')
                && line.indexOf(' ', at) > 0
                && line.indexOf(' ', at) < at + 40) {
            at = skipBlanks(line.indexOf(' ', at), 60);
        }
        return at < line.length() ? at : -1;
    }

    private boolean isPair(int from) {
        int at = from - 1;
        while (at >= 0 && "\"'\\".indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && (line.charAt(at) == '[' || line.charAt(from) == '-');
    }

    private int skipBlanks(int at, int most) {
        int end = at;
        while (end < line.length()
                && end - at < most
                && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private void value(int from, int to, int at, boolean strong) {
        Value value = Value.at(line, at);
        boolean start = isLineStart(from);
        if (start && !value.quoted() && strong) {
            value = wholeRest(from, to, value);
        }
        String text = value.text(line);
        char before = line.charAt(at - 1);
        boolean telling =
                before == '='
                        || before == '>'
                        || value.quoted()
                        || line.charAt(from) == '-'
                        || (start && value.isLast(line))
                        || (line.lastIndexOf('=', at) >= to)
                        || Looks.isMade(text)
                        || isNumberOfJson(to, text);
        if (telling && isSecret(text, strong, isPassword(from, to))) {
            mark(value, line.substring(from, to));
        }
    }

    private boolean isNumberOfJson(int to, String text) {
        return to < line.length() && line.charAt(to) == '"' && Looks.digits(text) == text.length();
    }

    private boolean isPassword(int from, int to) {
        return line.substring(from, to).toLowerCase(Locale.ROOT).contains("pass");
    }

    /// A value that nothing ends but the line: of a description, of a file of variables.
    private Value wholeRest(int from, int to, Value value) {
        int end = line.length();
        while (end > value.from() && line.charAt(end - 1) <= ' ') {
            end--;
        }
        String rest = line.substring(value.from(), end);
        if (rest.isEmpty()
                || value.to() >= end
                || rest.startsWith("<")
                || rest.startsWith("{")
                || rest.startsWith("[")) {
            return value;
        }
        if (rest.indexOf(' ') < 0) {
            boolean flow = rest.endsWith("}") && value.to() == end - 1;
            return flow || rest.startsWith("\\") ? value : new Value(value.from(), end, false);
        }
        boolean phrase =
                isPassword(from, to)
                        && PHRASE.matcher(rest).matches()
                        && !NOT_SAID.matcher(rest).matches();
        return phrase ? new Value(value.from(), end, false) : value;
    }

    private void flag(int from, int to, boolean strong) {
        int at = skipBlanks(to, 4);
        if (at == to || at >= line.length() || line.charAt(at) == '-') {
            return;
        }
        Value value = Value.at(line, at);
        String text = value.text(line);
        if (isSecret(text, strong, isPassword(from, to))
                && (value.quoted() || Looks.isMade(text))) {
            mark(value, line.substring(from, to));
        }
    }

    private void variables() {
        Matcher variable = VARIABLE.matcher(line);
        while (variable.find()) {
            Names.Strength strength = names.of(variable.group(1));
            if (strength != Names.Strength.NONE) {
                Value value = Value.at(line, variable.end());
                boolean strong = strength == Names.Strength.STRONG;
                if (isSecret(value.text(line), strong, true)) {
                    mark(value, variable.group(1));
                }
            }
        }
        Matcher before = VALUE_FIRST.matcher(line);
        while (before.find()) {
            Names.Strength strength = names.of(before.group(3));
            if (strength != Names.Strength.NONE
                    && isSecret(before.group(2), strength == Names.Strength.STRONG, true)) {
                mark(new Value(before.start(2), before.end(2), true), before.group(3));
            }
        }
    }

    private boolean isLineStart(int from) {
        return from <= LONGEST_START && LINE_START.matcher(line.substring(0, from)).matches();
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '/';
    }

    private void mark(Value value, String name) {
        Kind kind = kind(name);
        spans.add(value.from(), value.to(), kind);
        learning.learn(kind, value.text(line));
    }

    static Kind kind(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.contains("token") || lower.contains("auth")
                ? Kind.TOKEN
                : lower.contains("private")
                                || lower.contains("key-data")
                                || lower.contains("key_data")
                        ? Kind.PRIVATE_KEY
                        : Kind.PASSWORD;
    }

    /// Whether a value can be one at all, and not a reference, a mark, a path, or the name of an
    /// object.
    ///
    /// @param strong whether its name leaves no doubt
    /// @param password whether it may be a word or a number
    static boolean isSecret(String value, boolean strong, boolean password) {
        if (Looks.isOpen(value) || value.contains("://") || value.startsWith("-----BEGIN")) {
            return false;
        }
        if (!strong) {
            return Looks.isMade(value)
                    && !Looks.isPlainName(value)
                    && value.indexOf(':') < 0
                    && value.indexOf(' ') < 0
                    && value.replaceFirst("={1,2}$", "").indexOf('=') < 0
                    && value.length() >= 8;
        }
        if (password) {
            return !Looks.isPath(value) && !value.startsWith("key ");
        }
        return !Looks.isPublic(value) && (!Looks.isPlainName(value) || isLetters(value));
    }

    /// Letters and digits only, or a number of 128 bits, as no name of an object in a cluster of
    /// any size is.
    private static boolean isLetters(String value) {
        return UUID.matcher(value).matches()
                || value.chars().allMatch(Character::isLetterOrDigit)
                        && (Looks.digits(value) > 0 || value.length() >= 12);
    }
}
