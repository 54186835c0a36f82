package dev.clew.errors;

import dev.clew.match.RuleBook;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names the mechanism of an error: how it failed, whoever says it in whatever language. Mechanisms
/// are signatures whose ids begin with [#PREFIX] and that read records of the kind `error`.
public final class Mechanisms {

    /// How the ids of mechanisms begin.
    public static final String PREFIX = "error-";

    private static final Origin NOWHERE = new Origin("", 1);

    private final RuleBook book;

    public Mechanisms(RuleBook book) {
        this.book = book;
    }

    /// A mechanism that was recognised.
    ///
    /// @param link the error of the chain whose words say it
    public record Named(Rule.Signature signature, Span link) {}

    /// Whether a signature is a mechanism.
    public static boolean isMechanism(Rule rule) {
        return rule instanceof Rule.Signature && rule.id().startsWith(PREFIX);
    }

    /// The mechanism of the innermost error of a chain whose words tell one.
    public Optional<Named> of(ErrorReading reading) {
        List<Span> links = reading.links();
        for (int i = links.size() - 1; i >= 0; i--) {
            Optional<Named> named = named(links.get(i).of(reading.text()), links.get(i));
            if (named.isPresent()) {
                return Optional.of(better(named.get(), reading));
            }
        }
        return named(reading.text(), new Span(0, reading.text().length()));
    }

    /// What all of the words say together, where that is more precise than those of the link.
    private Named better(Named ofLink, ErrorReading reading) {
        return named(reading.text(), ofLink.link())
                .filter(whole -> whole.signature().supersedes().contains(ofLink.signature().id()))
                .orElse(ofLink);
    }

    private Optional<Named> named(String words, Span link) {
        LogRecord record =
                LogRecord.of(RecordKind.ERROR, NOWHERE, words).text(words).message(words).build();
        List<Rule.Signature> all = new ArrayList<>(2);
        for (RuleBook.Hit hit : book.match(record)) {
            if (hit.matches()
                    && hit.rule().rule() instanceof Rule.Signature signature
                    && isMechanism(signature)) {
                all.add(signature);
            }
        }
        return all.stream()
                .filter(each ->
                        all.stream().noneMatch(other -> other.supersedes().contains(each.id())))
                .findFirst()
                .map(signature -> new Named(signature, link));
    }
}
