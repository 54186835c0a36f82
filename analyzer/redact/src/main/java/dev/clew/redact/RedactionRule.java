package dev.clew.redact;

import dev.clew.match.regex.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A rule that finds secrets by an expression.
///
/// @param id names it in reports of problems
/// @param kind what it takes out
/// @param hints words of which one is in every line it matches, in any letter case; with none every
///   line is looked at that has a long run of letters and digits, with an empty one every line
/// @param expression its groups are taken out, or all it matches if it has none
/// @param check what the value must look like to be taken out
/// @param learned whether the same value is taken out wherever else it stands
/// @param hits texts it matches, with what is to be made up in them
/// @param misses texts it does not match
public record RedactionRule(
        String id,
        Kind kind,
        List<String> hints,
        Expression expression,
        Check check,
        boolean learned,
        List<String> hits,
        List<String> misses) {

    /// What a value must look like.
    public enum Check {
        /// Like anything.
        ANY,
        /// Like no word, path or address.
        MADE,
        /// Like a key: long and without order.
        RANDOM,
        /// Like an address of a person, and not of a service.
        EMAIL;

        private static final Expression NO_PERSON =
                Expression.of(
                        "^(?i:git|gitlab|hg|svn|org-\\d+)@|\\.(?:service|socket|mount|slice|scope|timer|target|path|svc|local|internal|device|swap|automount)$");

        /// The word for it in files of rules.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(String value) {
            return switch (this) {
                case EMAIL -> !NO_PERSON.matches(value);
                case ANY -> !value.startsWith("<redacted:") && !value.startsWith("***");
                case MADE -> Looks.isMade(value) && !Looks.isPlainName(value);
                case RANDOM -> Looks.isRandom(value);
            };
        }
    }

    public RedactionRule {
        hints = List.copyOf(hints);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    /// The rule, tried on every line if it has no hints.
    RedactionRule everywhere() {
        return hints.isEmpty()
                ? new RedactionRule(id, kind, List.of(""), expression, check, learned, hits, misses)
                : this;
    }

    /// Marks what it finds.
    void find(String line, Spans spans, Learning learning) {
        if (!expression.matches(line)) {
            return;
        }
        int[] found = expression.bounds(line, 0);
        while (found != null) {
            boolean marked = false;
            int first = found.length == 2 ? 0 : 2;
            for (int group = first; group < found.length; group += 2) {
                if (found[group] < 0) {
                    continue;
                }
                String value = line.substring(found[group], found[group + 1]);
                if (check.holds(value)) {
                    spans.add(found[group], found[group + 1], kind);
                    marked = true;
                    if (learned) {
                        learning.learn(kind, value);
                    }
                }
            }
            // a value that was none may stand before one
            int end = marked || first == 0 ? found[1] : found[first];
            int from = Math.max(found[0] + 1, end);
            found = from <= line.length() ? expression.bounds(line, from) : null;
        }
    }

    /// What it would take out of a text for later, too.
    public List<String> secrets(String line) {
        List<String> secrets = new ArrayList<>();
        find(line, new Spans(), (kind, value) -> secrets.add(value));
        return secrets;
    }

    /// Whether it takes something out of a text.
    boolean matches(String line) {
        Spans spans = new Spans();
        find(line, spans, (kind, value) -> {});
        return !spans.isEmpty();
    }
}
