package dev.clew.match;

import dev.clew.match.jq.Query;
import dev.clew.match.literal.Fold;
import dev.clew.match.literal.LiteralScanner;
import dev.clew.match.literal.Rarity;
import dev.clew.match.regex.RegexLiterals;
import dev.clew.model.Clause;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.SchedulerMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
                    "subject",
                    "source",
                    "age",
                    "count");

    /// Whether a field is told by the place of a record or derived from it.
    static boolean isDerived(String field) {
        return DERIVED.contains(field) || field.startsWith(SchedulerMessage.PREFIX);
    }

    /// Literals that are met less often come first.
    private static final Comparator<List<String>> RARER =
            Comparator.comparingLong(
                    texts -> bestOfEach(texts).map(Rarity::cost).orElse(Long.MAX_VALUE));

    private final boolean lines;

    private RequiredLiterals(boolean lines) {
        this.lines = lines;
    }

    /// The literals in lower case for lines of text, none if the pattern matches no line, or empty
    /// if it has to be tried on every line.
    static Optional<Set<String>> ofLines(RecordPattern pattern) {
        return new RequiredLiterals(true).of(pattern.clause()).map(TreeSet::new);
    }

    /// The same for records that are not lines of text.
    static Optional<Set<String>> ofObjects(RecordPattern pattern) {
        return new RequiredLiterals(false).of(pattern.clause()).map(TreeSet::new);
    }

    /// Lists of texts in lower case, of each of which one text is in everything an expression
    /// matches. Unlike triggers they need not look the same in raw bytes.
    public static List<List<String>> inAnyMatch(String expression) {
        return RegexLiterals.all(expression);
    }

    /// The tests of a clause that have a literal looked for in lines of text.
    static Stream<Clause> sources(Clause clause, String literal) {
        return new RequiredLiterals(true).testsFor(literal, clause);
    }

    private Stream<Clause> testsFor(String literal, Clause clause) {
        return switch (clause) {
            case Clause.Any any -> any.clauses().stream().flatMap(each -> testsFor(literal, each));
            case Clause.All all -> rarest(all).flatMap(each -> testsFor(literal, each));
            case Clause.None none -> Stream.empty();
            case Clause.Text text -> Stream.of(clause).filter(each -> needs(each, literal));
            case Clause.Regex regex -> Stream.of(clause).filter(each -> needs(each, literal));
            case Clause.In in -> Stream.of(clause).filter(each -> needs(each, literal));
            case Clause.Compare compare -> Stream.empty();
            case Clause.Exists exists -> Stream.empty();
            case Clause.Jq jq -> Stream.of(clause).filter(each -> needs(each, literal));
        };
    }

    private boolean needs(Clause test, String literal) {
        return of(test).filter(literals -> literals.contains(literal)).isPresent();
    }

    /// The part of it whose literals are met least often, if any has some.
    private Stream<Clause> rarest(Clause.All all) {
        return all.clauses().stream()
                .filter(each -> of(each).isPresent())
                .min(Comparator.comparingLong(each -> Rarity.cost(of(each).orElseThrow())))
                .stream();
    }

    private Optional<List<String>> of(Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) ->
                    inField(field, () -> best(text).map(List::of));
            case Clause.Regex(String field, String pattern) ->
                    inField(
                            field,
                            () ->
                                    RegexLiterals.of(pattern, RARER)
                                            .flatMap(RequiredLiterals::bestOfEach));
            case Clause.In(String field, List<String> words) ->
                    field.equals("kind") && !asksForMine(words)
                            ? Optional.of(List.of())
                            : inField(field, () -> bestOfEach(words));
            case Clause.All all ->
                    all.clauses().stream()
                            .map(this::of)
                            .flatMap(Optional::stream)
                            .min(Comparator.comparingLong(Rarity::cost));
            case Clause.Any any -> union(any.clauses());
            case Clause.Compare compare -> Optional.empty();
            case Clause.Exists exists -> Optional.empty();
            case Clause.Jq(String query) ->
                    Query.of(query).texts().flatMap(RequiredLiterals::bestOfEach);
            case Clause.None none -> Optional.empty();
        };
    }

    /// Whether some of these kinds are such records as the literals are for.
    private boolean asksForMine(List<String> kinds) {
        return kinds.stream()
                .map(RecordKind::of)
                .flatMap(Optional::stream)
                .anyMatch(kind -> Triggers.isLine(kind) == lines);
    }

    /// The literals of a test of a field. A line that has a field with a dash in its name has that
    /// name in it, which is rarer than a value such as `true`.
    private Optional<List<String>> inField(
            String field, Supplier<Optional<List<String>>> literals) {
        if (isDerived(field)) {
            return Optional.empty();
        }
        if (lines && field.indexOf('-') > 0) {
            return best(field).map(List::of);
        }
        return literals.get();
    }

    private Optional<List<String>> union(List<Clause> clauses) {
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

    /// The rarest part of a text that every format writes the same way.
    private static Optional<String> best(String text) {
        String folded = Fold.lower(text);
        Optional<String> best = Optional.empty();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || isEscaped(folded.charAt(i))) {
                if (i - from >= LiteralScanner.SHORTEST) {
                    String part = folded.substring(from, i);
                    if (best.isEmpty() || Rarity.cost(part) < Rarity.cost(best.get())) {
                        best = Optional.of(part);
                    }
                }
                from = i + 1;
            }
        }
        return best;
    }

    /// The longest part of a text that every format writes the same way, in lower case; empty if
    /// there is none.
    static String longestPart(String text) {
        String folded = Fold.lower(text);
        String longest = "";
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || isEscaped(folded.charAt(i))) {
                if (i - from > longest.length()) {
                    longest = folded.substring(from, i);
                }
                from = i + 1;
            }
        }
        return longest;
    }

    private static boolean isEscaped(char c) {
        return c < ' ' || c > '~' || c == '"' || c == '\'' || c == '\\' || c == '<' || c == '>'
                || c == '&';
    }
}
