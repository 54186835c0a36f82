package dev.clew.redact;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/// Takes secrets out of streams of text: passwords, tokens, private keys, headers, what Secrets
/// keep, addresses of people; plain, in base64, with percent signs, in JSON inside of JSON. What it
/// has seen by its name it takes out wherever else it stands, so that a second pass finds more.
///
/// It counts what it takes out, and keeps no value beyond its own life. For use by several threads.
public final class Redactor {

    private final Known known = new Known();
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final Optional<Pseudonyms> pseudonyms;

    private Redactor(Optional<Pseudonyms> pseudonyms) {
        this.pseudonyms = pseudonyms;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /// A redactor of secrets.
    ///
    /// @param pseudonyms whether addresses and names of nodes get other ones, too
    public static Redactor create(boolean pseudonyms) {
        if (!pseudonyms) {
            return new Redactor(Optional.empty());
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Redactor(Optional.of(new Pseudonyms(key)));
    }

    /// The stream without secrets, with as many lines.
    public InputStream reading(InputStream in) {
        return new RedactedInput(in, new LineRedactor(this)::redact);
    }

    /// A stream that writes on without secrets. Closing it closes the other.
    public OutputStream writing(OutputStream out) {
        return new RedactedOutput(out, new LineRedactor(this)::redact);
    }

    /// The stream without the secrets that are known by now, for what was redacted before they
    /// were.
    public InputStream again(InputStream in) {
        return known.isEmpty() ? in : new RedactedInput(in, this::again);
    }

    /// A short text without secrets.
    public String text(String text) {
        return new LineRedactor(this).redact(text);
    }

    /// A text without the secrets, and with the other names, that are known by now.
    public String again(String line) {
        Spans spans = new Spans();
        known.find(line, spans);
        return spans.isEmpty() ? line : spans.apply(line, this::count);
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

    Known known() {
        return known;
    }

    Optional<Pseudonyms> pseudonyms() {
        return pseudonyms;
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
