package dev.clew.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of the lines of one stream, in order. It remembers what goes on over several
/// lines: a private key, the data of a Secret, a variable whose value follows.
final class LineRedactor {

    private static final int DEEPEST = 3;
    private static final int LONGEST_KEY = 400;
    private static final Pattern BEGIN =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern END =
            Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern KEY_LINE =
            Pattern.compile(
                    "([A-Za-z0-9+/=]{1,200}|(?:Proc-Type|DEK-Info): .{0,100})[\"',\\\\nr]{0,6}\\s*$");
    private static final Pattern DATA =
            Pattern.compile("^(\\s*)(?:- )?[\"']?(data|stringData)[\"']?\\s*:\\s*[{|]?\\s*$");
    private static final Pattern ENTRY =
            Pattern.compile("^(\\s*)[\"']?[\\w.-]{1,253}[\"']?\\s*:\\s*");
    private static final Pattern SECRET_LINE =
            Pattern.compile("\"kind\\\\{0,7}\"\\s?:\\s?\\\\{0,7}\"Secret\\\\{0,7}\"");
    private static final Pattern SECRET_DATA =
            Pattern.compile("\"(?:data|stringData)\\\\{0,7}\"\\s?:\\s?\\{([^{}]{0,2000000})\\}");
    private static final Pattern STRING = Pattern.compile(":\\s?\\\\{0,7}\"([^\"\\\\]{1,2000000})");
    private static final Pattern NAME =
            Pattern.compile(
                    "^\\s*(?:- )?[\"']?name[\"']?\\s*:\\s*[\"']?([\\w.-]{1,100})[\"']?,?\\s*$");
    private static final Pattern VALUE = Pattern.compile("^\\s*(?:- )?[\"']?value[\"']?\\s*:\\s*");

    private final Redactor redactor;
    private int keyLines;
    private boolean encodedKey;
    private int dataIndent = -1;
    private boolean stringData;
    private boolean secretVariable;

    LineRedactor(Redactor redactor) {
        this.redactor = redactor;
    }

    /// A line without its secrets.
    ///
    /// @param line its bytes as characters, without the line end
    String redact(String line) {
        Spans spans = new Spans();
        privateKey(line, spans);
        data(line, spans);
        variable(line, spans);
        Hints hints = Hints.of(line);
        if (hints.any(line)) {
            find(line, hints, spans, 0);
        } else {
            encodedKey = false;
        }
        redactor.known().find(line, spans);
        redactor.pseudonyms().ifPresent(names -> names.find(line, spans, redactor.known()));
        return spans.isEmpty() ? line : spans.apply(line, redactor::count);
    }

    private void find(String text, Hints hints, Spans spans, int depth) {
        Shapes.find(text, hints, spans, redactor::learn);
        if (hints.hasKeys()) {
            Keyed.find(text, hints, spans, redactor::learn);
        }
        if (text.contains("Secret") && SECRET_LINE.matcher(text).find()) {
            secret(text, spans);
        }
        if (depth < DEEPEST && (hints.hasPercent() || hints.hasRun())) {
            Encoded.find(text, spans, decoded -> holds(decoded, depth + 1), Kind.SECRET_DATA);
        }
        if (depth == 0 && encodedKey) {
            rest(text, spans);
        }
    }

    /// Whether a decoded text has a secret in it.
    private boolean holds(String decoded, int depth) {
        Spans inside = new Spans();
        boolean begins = BEGIN.matcher(decoded).find();
        if (begins) {
            encodedKey = !END.matcher(decoded).find();
            return true;
        }
        find(decoded, Hints.of(decoded), inside, depth);
        redactor.known().find(decoded, inside);
        return !inside.isEmpty();
    }

    /// The rest of an encoded key whose base64 is broken into lines.
    private void rest(String line, Spans spans) {
        int from = 0;
        while (from < line.length()) {
            int to = from;
            while (to < line.length() && Hints.isBase64(line.charAt(to))) {
                to++;
            }
            if (to - from >= Hints.RUN * 2) {
                spans.add(from, to, Kind.PRIVATE_KEY);
            }
            from = to + 1;
        }
    }

    private void privateKey(String line, Spans spans) {
        Matcher begin = BEGIN.matcher(line);
        int from = 0;
        if (keyLines == 0) {
            if (line.indexOf("PRIVATE KEY") < 0 || !begin.find()) {
                return;
            }
            from = begin.start();
        }
        Matcher end = END.matcher(line);
        if (end.find(from)) {
            spans.add(
                    keyLines > 0 ? keyStart(line, end.start()) : from, end.end(), Kind.PRIVATE_KEY);
            keyLines = 0;
            if (begin.find(end.end())) {
                privateKey(line.substring(end.end()), new Spans());
                spans.add(begin.start(), line.length(), Kind.PRIVATE_KEY);
            }
            return;
        }
        if (keyLines == 0) {
            spans.add(from, line.length(), Kind.PRIVATE_KEY);
            keyLines = 1;
            return;
        }
        Matcher part = KEY_LINE.matcher(line);
        if (++keyLines > LONGEST_KEY || !part.find()) {
            keyLines = 0; // the key was never ended
        } else {
            spans.add(part.start(), part.end(), Kind.PRIVATE_KEY);
        }
    }

    private static int keyStart(String line, int end) {
        int from = end;
        while (from > 0 && !Character.isWhitespace(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Values below `data:` that are base64 and mean something, as only Secrets have them.
    private void data(String line, Spans spans) {
        Matcher entry = ENTRY.matcher(line);
        boolean isEntry = entry.find();
        if (dataIndent >= 0 && isEntry && entry.group(1).length() > dataIndent) {
            Value value = Value.at(line, entry.end());
            String text = value.text(line);
            boolean secret = stringData ? !text.isEmpty() : isSecretData(text);
            if (secret) {
                spans.add(value.from(), value.to(), Kind.SECRET_DATA);
                redactor.learn(
                        Kind.SECRET_DATA, stringData ? text : Encoded.decoded(stripped(text)));
            }
            return;
        }
        Matcher data = DATA.matcher(line);
        if (data.matches()) {
            dataIndent = data.group(1).length();
            stringData = data.group(2).equals("stringData");
        } else if (isEntry) {
            dataIndent = -1;
        }
    }

    private static boolean isSecretData(String text) {
        String run = stripped(text);
        if (text.length() < 8
                || text.length() % 4 != 0
                || !run.chars().allMatch(c -> Hints.isBase64((char) c))) {
            return false;
        }
        return run.startsWith("SDRzS") || run.startsWith("H4sI") || !Encoded.decoded(run).isEmpty();
    }

    private static String stripped(String text) {
        return text.replaceFirst("={1,2}$", "");
    }

    private void secret(String line, Spans spans) {
        Matcher data = SECRET_DATA.matcher(line);
        while (data.find()) {
            Matcher string = STRING.matcher(data.group(1));
            while (string.find()) {
                int base = data.start(1);
                spans.add(base + string.start(1), base + string.end(1), Kind.SECRET_DATA);
                String value = string.group(1);
                redactor.learn(
                        Kind.SECRET_DATA,
                        isSecretData(value) ? Encoded.decoded(stripped(value)) : value);
            }
        }
    }

    private void variable(String line, Spans spans) {
        Matcher value = VALUE.matcher(line);
        if (secretVariable && value.find()) {
            Value secret = Value.at(line, value.end());
            if (Keyed.isSecret(secret.text(line), true)) {
                spans.add(secret.from(), secret.to(), Kind.PASSWORD);
                redactor.learn(Kind.PASSWORD, secret.text(line));
            }
        }
        Matcher name = NAME.matcher(line);
        secretVariable = name.matches() && Keyed.isSensitive(name.group(1));
    }
}
