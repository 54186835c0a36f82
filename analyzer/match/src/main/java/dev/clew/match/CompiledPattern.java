package dev.clew.match;

import dev.clew.match.literal.Fold;
import dev.clew.match.regex.Expression;
import dev.clew.model.Clause;
import dev.clew.model.Pattern;
import dev.clew.model.Quantity;
import dev.clew.model.Record;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A pattern made ready to judge records. Safe for use by several threads.
public final class CompiledPattern {

    private final Pattern pattern;
    private final Judge judge;

    @FunctionalInterface
    private interface Judge {
        boolean meets(Look look, Map<String, String> captures);
    }

    private CompiledPattern(Pattern pattern, Judge judge) {
        this.pattern = pattern;
        this.judge = judge;
    }

    /// Compiles a pattern.
    ///
    /// @throws IllegalArgumentException if it holds an expression that is none
    public static CompiledPattern of(Pattern pattern) {
        return new CompiledPattern(pattern, compile(pattern.clause()));
    }

    public Pattern pattern() {
        return pattern;
    }

    /// The named captures if the record meets the pattern, or empty if it does not.
    public Optional<Map<String, String>> match(Record record) {
        return match(new Look(record));
    }

    Optional<Map<String, String>> match(Look look) {
        if (!pattern.reads(look.record())) {
            return Optional.empty();
        }
        Map<String, String> captures = new HashMap<>();
        return judge.meets(look, captures) ? Optional.of(captures) : Optional.empty();
    }

    private static boolean anyIn(String folded, List<String> literals) {
        for (String literal : literals) {
            if (folded.contains(literal)) {
                return true;
            }
        }
        return false;
    }

    private static Judge compile(Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) -> {
                String folded = Fold.lower(text);
                yield (look, captures) -> look.folded(field).contains(folded);
            }
            case Clause.Regex(String field, String source) -> {
                Expression expression = Expression.of(source);
                List<String> literals = RequiredLiterals.inAnyMatch(source);
                yield (look, captures) -> {
                    String value = look.record().value(field);
                    return value != null
                            && (literals.isEmpty() || anyIn(look.folded(field), literals))
                            && expression.find(value, captures);
                };
            }
            case Clause.In(String field, List<String> words) -> {
                List<String> folded = words.stream().map(Fold::lower).toList();
                yield (look, captures) -> {
                    String value = look.record().value(field);
                    return folded.contains(
                            value == null ? "" : value.strip().toLowerCase(Locale.ROOT));
                };
            }
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    (look, captures) -> {
                        String value = look.record().value(field);
                        OptionalDouble difference =
                                value == null
                                        ? OptionalDouble.empty()
                                        : Quantity.difference(value, amount);
                        return difference.isPresent()
                                && (bound == Clause.Bound.AT_LEAST
                                        ? difference.getAsDouble() >= 0
                                        : difference.getAsDouble() <= 0);
                    };
            case Clause.Exists(String field, boolean expected) ->
                    (look, captures) -> {
                        String value = look.record().value(field);
                        return (value != null && !value.isBlank()) == expected;
                    };
            case Clause.All(List<Clause> clauses) -> {
                List<Judge> judges = clauses.stream().map(CompiledPattern::compile).toList();
                yield (look, captures) ->
                        judges.stream().allMatch(each -> each.meets(look, captures));
            }
            case Clause.Any(List<Clause> clauses) -> {
                List<Judge> judges = clauses.stream().map(CompiledPattern::compile).toList();
                yield (look, captures) ->
                        judges.stream().anyMatch(each -> each.meets(look, captures));
            }
            case Clause.None(List<Clause> clauses) -> {
                List<Judge> judges = clauses.stream().map(CompiledPattern::compile).toList();
                yield (look, captures) ->
                        judges.stream().noneMatch(each -> each.meets(look, new HashMap<>()));
            }
        };
    }
}
