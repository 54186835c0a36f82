package dev.clew.redact;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
/// @param expression tells quickly whether there is a match
/// @param pattern the same, for its groups: the first one is taken out, or all without one
/// @param check what the value must look like to be taken out
/// @param learned whether the same value is taken out wherever else it stands
/// @param hits texts it matches, with what is to be made up in them
/// @param misses texts it does not match
public record RedactionRule(
        String id,
        Kind kind,
        List<String> hints,
        Expression expression,
        Pattern pattern,
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

        private static final Pattern NO_PERSON =
                Pattern.compile(
                        "^(?i:git|gitlab|hg|svn|org-\\d+)@|\\.(?:service|socket|mount|slice|scope|timer|target|path|svc|local|internal|device|swap|automount)$");

        /// The word for it in files of rules.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(String value) {
            return switch (this) {
                case EMAIL -> !NO_PERSON.matcher(value).find();
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
                ? new RedactionRule(
                        id, kind, List.of(""), expression, pattern, check, learned, hits, misses)
                : this;
    }

    /// Marks what it finds.
    void find(String line, Spans spans, Learning learning) {
        if (!expression.matches(line)) {
            return;
        }
        Matcher matcher = pattern.matcher(line);
        int from = 0;
        while (from <= line.length() && matcher.find(from)) {
            boolean marked = false;
            int first = matcher.groupCount() == 0 ? 0 : 1;
            for (int group = first; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0 && check.holds(matcher.group(group))) {
                    spans.add(matcher.start(group), matcher.end(group), kind);
                    marked = true;
                    if (learned) {
                        learning.learn(kind, matcher.group(group));
                    }
                }
            }
            // a value that was none may stand before one
            int end = marked || first == 0 ? matcher.end() : matcher.start(first);
            from = Math.max(matcher.start() + 1, end);
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
