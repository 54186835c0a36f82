package dev.clew.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of the lines of one stream, in order. It remembers what goes on over several
/// lines: a private key, the data of a Secret, a variable whose value follows.
final class LineRedactor {

    private static final int DEEPEST = 4;
    private static final int LONGEST_WRAPPED = 4000;
    private static final Pattern SECRET_LINE =
            Pattern.compile("\"kind\\\\{0,7}\"\\s?:\\s?\\\\{0,7}\"Secret(?:List)?\\\\{0,7}\"");
    private static final Pattern SECRET_DATA =
            Pattern.compile("\"(?:data|stringData)\\\\{0,7}\"\\s?:\\s?\\{([^{}]{0,2000000})\\}");
    private static final Pattern STRING = Pattern.compile(":\\s?\\\\{0,7}\"([^\"\\\\]{1,2000000})");
    private static final Pattern PART =
            Pattern.compile(
                    "^(?:\\d{4}-\\d\\d-\\d\\dT\\S{1,30} std(?:out|err) [PF] )?([\\w.+/-]{8,}={0,2})(.*)$");

    private final Redactor redactor;
    private final RedactionRules rules;
    private final PrivateKeyLines keys = new PrivateKeyLines();
    private final SecretDataLines data;
    private final FollowingLines following;
    private final Columns columns;
    private boolean encodedKey;
    private boolean open;

    LineRedactor(Redactor redactor) {
        this.redactor = redactor;
        this.rules = redactor.rules();
        this.data = new SecretDataLines(redactor::learn);
        this.following = new FollowingLines(rules.names(), redactor::learn);
        this.columns = new Columns(rules.names(), redactor::learn);
    }

    /// The line `[from, to)` without its secrets, or null if it has none. Most lines have nothing
    /// that needs a closer look.
    byte @Nullable [] change(byte[] bytes, int from, int to) {
        Hints hints = Hints.of(bytes, from, to, rules);
        if (isIdle() && hints.isQuiet() && !redactor.mayKnow(bytes, from, to)) {
            following.pass();
            return null;
        }
        String line = new String(bytes, from, to - from, ISO_8859_1);
        Spans spans = spans(line, hints);
        return spans.isEmpty() ? null : redactor.apply(spans, line).getBytes(ISO_8859_1);
    }

    /// A line without its secrets.
    ///
    /// @param line its bytes as characters, without the line end
    String redact(String line) {
        Spans spans = spans(line, Hints.of(line, rules));
        return spans.isEmpty() ? line : redactor.apply(spans, line);
    }

    /// Whether nothing goes on from the lines before.
    private boolean isIdle() {
        return !open
                && !encodedKey
                && keys.isIdle()
                && data.isIdle()
                && following.isIdle()
                && columns.isIdle();
    }

    private Spans spans(String line, Hints hints) {
        Spans spans = new Spans();
        if (Cleaned.isNeeded(line)) {
            Cleaned cleaned = Cleaned.of(line);
            look(cleaned.text(), Hints.of(cleaned.text(), rules), spans);
            spans.move(cleaned.places());
        } else {
            look(line, hints, spans);
        }
        redactor.known().find(line, spans);
        redactor.pseudonyms().ifPresent(names -> names.find(line, spans, redactor.known()));
        return spans;
    }

    private void look(String line, Hints hints, Spans spans) {
        keys.find(line, spans);
        data.find(line, spans);
        following.find(line, spans);
        columns.find(line, hints.hasKeys(), spans);
        if (open && !hints.hasKeys() && spans.isEmpty()) {
            continued(line, spans);
        }
        if (hints.any()) {
            find(line, hints, spans, 0);
        } else {
            encodedKey = false;
        }
        open = spans.reaches(line);
    }

    /// The rest of a value that was cut where its line ended.
    private void continued(String line, Spans spans) {
        Matcher part = PART.matcher(line);
        if (line.length() <= LONGEST_WRAPPED
                && part.matches()
                && Looks.isMade(part.group(1))
                && !Looks.isPlainName(part.group(1))
                && (part.group(2).isBlank() || part.start(1) > 0)) {
            spans.add(part.start(1), part.end(1), Kind.TOKEN);
        }
    }

    private void find(String text, Hints hints, Spans spans, int depth) {
        BitSet worth = hints.rules();
        for (int rule = worth.nextSetBit(0); rule >= 0; rule = worth.nextSetBit(rule + 1)) {
            rules.list().get(rule).find(text, spans, redactor::learn);
        }
        if (hints.hasKeys()) {
            Keyed.find(text, hints, rules.names(), spans, redactor::learn);
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
        if (PrivateKeyLines.begins(decoded)) {
            encodedKey = !PrivateKeyLines.ends(decoded);
            return true;
        }
        for (String line : decoded.split("\n", -1)) {
            find(line, Hints.of(line, rules), inside, depth);
            redactor.known().find(line, inside);
            if (!inside.isEmpty()) {
                return true;
            }
        }
        return false;
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

    private void secret(String line, Spans spans) {
        Matcher found = SECRET_DATA.matcher(line);
        while (found.find()) {
            Matcher string = STRING.matcher(found.group(1));
            while (string.find()) {
                int base = found.start(1);
                String value = string.group(1);
                if (value.startsWith("<")) {
                    continue;
                }
                spans.add(base + string.start(1), base + string.end(1), Kind.SECRET_DATA);
                redactor.learn(
                        Kind.SECRET_DATA,
                        SecretDataLines.isSecretData(value)
                                ? Encoded.decoded(SecretDataLines.stripped(value))
                                : value);
            }
        }
    }
}
