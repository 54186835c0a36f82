package dev.clew.match;

import dev.clew.match.literal.Fold;
import dev.clew.match.literal.LiteralScanner;
import dev.clew.match.regex.RegexLiterals;
import dev.clew.model.Clause;
import dev.clew.model.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds, for a pattern, literals one of which is in the text of every record it matches.
///
/// A literal must look the same in the raw bytes of any log format as in the text made from them.
/// Formats escape quotes, backslashes, angle brackets, ampersands, control and non-ASCII
/// characters, so literals are cut at those.
public final class RequiredLiterals {

    /// Fields that are told by the place of a record or derived from it, so that its text need not
    /// contain them.
    private static final Set<String> DERIVED =
            Set.of(
                    "kind",
                    "level",
                    "component",
                    "namespace",
                    "pod",
                    "container",
                    "node",
                    "workload",
                    "source",
                    "age",
                    "count");

    private RequiredLiterals() {}

    /// The literals in lower case, or empty if the pattern has to be tried on every record it
    /// reads.
    public static Optional<Set<String>> of(Pattern pattern) {
        return of(pattern.clause()).map(TreeSet::new);
    }

    private static Optional<List<String>> of(Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) ->
                    DERIVED.contains(field) ? Optional.empty() : best(text).map(List::of);
            case Clause.Regex(String field, String pattern) ->
                    DERIVED.contains(field)
                            ? Optional.empty()
                            : RegexLiterals.of(pattern).flatMap(RequiredLiterals::bestOfEach);
            case Clause.In(String field, List<String> words) ->
                    DERIVED.contains(field) ? Optional.empty() : bestOfEach(words);
            case Clause.All all ->
                    all.clauses().stream()
                            .map(RequiredLiterals::of)
                            .flatMap(Optional::stream)
                            .max(Comparator.comparingInt(RequiredLiterals::worth));
            case Clause.Any any -> union(any.clauses());
            case Clause.Compare compare -> Optional.empty();
            case Clause.Exists exists -> Optional.empty();
            case Clause.None none -> Optional.empty();
        };
    }

    private static Optional<List<String>> union(List<Clause> clauses) {
        List<String> all = new ArrayList<>();
        for (Clause clause : clauses) {
            Optional<List<String>> one = of(clause);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(one.get());
        }
        return Optional.of(all);
    }

    private static Optional<List<String>> bestOfEach(List<String> texts) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            Optional<String> one = best(text);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return Optional.of(all);
    }

    /// The longest part of a text that every format writes the same way.
    private static Optional<String> best(String text) {
        String longest = "";
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isEscaped(text.charAt(i))) {
                if (i - from > longest.length()) {
                    longest = text.substring(from, i);
                }
                from = i + 1;
            }
        }
        String folded = Fold.lower(longest);
        return folded.getBytes(StandardCharsets.UTF_8).length >= LiteralScanner.SHORTEST
                ? Optional.of(folded)
                : Optional.empty();
    }

    private static boolean isEscaped(char c) {
        return c < ' ' || c > '~' || c == '"' || c == '\'' || c == '\\' || c == '<' || c == '>'
                || c == '&';
    }

    private static int worth(List<String> literals) {
        int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
        return Math.min(shortest, 24) * 64 - Math.min(63, literals.size());
    }
}
