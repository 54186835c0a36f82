package dev.clew.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of streams of text: passwords, tokens, private keys, headers, what Secrets
/// keep, addresses of people; plain, in base64, with percent signs, in JSON inside of JSON. What it
/// has seen by its name it takes out wherever else it stands, so that a second pass finds more.
///
/// It counts what it takes out, and keeps no value beyond its own life. For use by several threads.
public final class Redactor {

    private static final Pattern ENDING =
            Pattern.compile(
                    "(?i)(?:\\.(?:log|txt|out|err|json|yaml|yml|gz|xz|zst|bz2|zip|tar|\\d{1,3})){1,3}$");

    private final Known known = new Known(this::mark);
    private final RedactionRules rules;
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final Optional<Pseudonyms> pseudonyms;

    private Redactor(RedactionRules rules, Optional<Pseudonyms> pseudonyms) {
        this.rules = rules;
        this.pseudonyms = pseudonyms;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /// A redactor of secrets by the shipped rules.
    ///
    /// @param pseudonyms whether addresses and names of nodes get other ones, too, and each secret
    ///   a mark of its own
    public static Redactor create(boolean pseudonyms) {
        return create(RedactionRules.shipped(), pseudonyms);
    }

    /// A redactor of secrets.
    ///
    /// @param rules what secrets look like and what they are called
    /// @param pseudonyms whether addresses and names of nodes get other ones, too, and each secret
    ///   a mark of its own
    public static Redactor create(RedactionRules rules, boolean pseudonyms) {
        if (!pseudonyms) {
            return new Redactor(rules, Optional.empty());
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Redactor(rules, Optional.of(new Pseudonyms(key)));
    }

    /// The stream without secrets, with as many lines.
    public InputStream reading(InputStream in) {
        return new RedactedInput(in, new LineRedactor(this)::change);
    }

    /// A stream that writes on without secrets. Closing it closes the other.
    public OutputStream writing(OutputStream out) {
        return new RedactedOutput(out, new LineRedactor(this)::change);
    }

    /// The stream without the secrets that are known by now, for what was redacted before they
    /// were.
    public InputStream again(InputStream in) {
        return known.isEmpty() ? in : new RedactedInput(in, this::change);
    }

    /// A short text without secrets.
    public String text(String text) {
        return new LineRedactor(this).redact(text);
    }

    /// The name of a file without secrets, as it can be one: of letters that every system takes.
    public String name(String path) {
        StringBuilder name = new StringBuilder(path.length());
        for (String part : path.split("/", -1)) {
            Matcher end = ENDING.matcher(part);
            int stem = end.find() ? end.start() : part.length();
            String bytes = new String(part.substring(0, stem).getBytes(UTF_8), ISO_8859_1);
            String other = new String(text(bytes).getBytes(ISO_8859_1), UTF_8);
            boolean same = part.startsWith(other) && other.length() == stem;
            name.append(name.isEmpty() ? "" : "/");
            name.append(same ? other : other.replace('<', '(').replace('>', ')').replace(':', '-'));
            name.append(part, stem, part.length());
        }
        return path.startsWith("/") ? "/" + name : name.toString();
    }

    private byte @Nullable [] change(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, to - from, ISO_8859_1);
        Spans spans = new Spans();
        known.find(line, spans);
        return spans.isEmpty() ? null : apply(spans, line).getBytes(ISO_8859_1);
    }

    /// A text without the secrets, and with the other names, that are known by now.
    public String again(String line) {
        Spans spans = new Spans();
        known.find(line, spans);
        return spans.isEmpty() ? line : apply(spans, line);
    }

    /// How often what was taken out, by the word for its sort; sorts that did not occur are not in
    /// it.
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((kind, count) -> {
            if (count.sum() > 0) {
                all.put(kind.word(), count.sum());
            }
        });
        return all;
    }

    /// Forgets the counts, not the secrets: for a second pass over the same.
    public void restart() {
        counts.values().forEach(LongAdder::reset);
    }

    /// How many secrets were taken out where they stood, but not elsewhere, because there are too
    /// many to remember.
    public long notRemembered() {
        return known.leftOut();
    }

    String apply(Spans spans, String line) {
        return spans.apply(line, this::count, this::mark);
    }

    private String mark(Kind kind, String value) {
        return pseudonyms.map(names -> names.mark(kind, value)).orElse(kind.mark());
    }

    RedactionRules rules() {
        return rules;
    }

    Known known() {
        return known;
    }

    Optional<Pseudonyms> pseudonyms() {
        return pseudonyms;
    }

    /// Whether something that was seen before may stand in the line `[from, to)`.
    boolean mayKnow(byte[] bytes, int from, int to) {
        return pseudonyms.isPresent() || known.mayStand(bytes, from, to);
    }

    void count(Kind kind) {
        LongAdder count = counts.get(kind);
        if (count != null) {
            count.increment();
        }
    }

    void learn(Kind kind, String value) {
        known.learn(kind, value);
    }
}
