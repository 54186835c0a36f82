package dev.clew.match;

import dev.clew.match.jq.Query;
import dev.clew.match.regex.Expression;
import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import dev.clew.model.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A clause made ready to judge records.
interface CompiledClause {

    /// Whether the record may meet the clause, by a look that costs next to nothing.
    default boolean mayMeet(MatchContext context) {
        return true;
    }

    /// Whether the record meets the clause; if so, values by name are put into `captures`, unless
    /// that is null because nobody asks for them.
    boolean meets(MatchContext context, @Nullable Map<String, String> captures);

    /// The judge for a clause.
    ///
    /// @param texts gives lists of texts, of each of which one is in everything an expression
    ///   matches
    static CompiledClause of(Clause clause, Function<String, List<List<String>>> texts) {
        return switch (clause) {
            case Clause.Text(String field, String text) ->
                    new Contains(field, FoldedText.Part.all(List.of(text)));
            case Clause.Regex(String field, String source) ->
                    new Matches(
                            field,
                            texts.apply(source).stream()
                                    .map(FoldedText.Part::all)
                                    .toArray(FoldedText.Part[][]::new),
                            source);
            case Clause.In(String field, List<String> words) -> {
                List<String> lower =
                        words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
                yield new Is(
                        field,
                        value ->
                                lower.contains(
                                        value == null
                                                ? ""
                                                : value.strip().toLowerCase(Locale.ROOT)));
            }
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    new Is(field, value -> value != null && isBound(value, bound, amount));
            case Clause.Exists(String field, boolean expected) ->
                    new Is(field, value -> (value != null && !value.isBlank()) == expected);
            case Clause.Jq(String query) -> new Asks(Query.of(query));
            case Clause.All(List<Clause> clauses) -> new All(of(clauses, texts));
            case Clause.Any(List<Clause> clauses) -> new Any(of(clauses, texts));
            case Clause.None(List<Clause> clauses) -> {
                Any any = new Any(of(clauses, texts));
                yield (context, captures) -> !(any.mayMeet(context) && any.meets(context, null));
            }
        };
    }

    private static CompiledClause[] of(
            List<Clause> clauses, Function<String, List<List<String>>> texts) {
        return clauses.stream().map(clause -> of(clause, texts)).toArray(CompiledClause[]::new);
    }

    private static boolean isBound(String value, Clause.Bound bound, String amount) {
        OptionalDouble difference = Quantity.difference(value, amount);
        return difference.isPresent()
                && (bound == Clause.Bound.AT_LEAST
                        ? difference.getAsDouble() >= 0
                        : difference.getAsDouble() <= 0);
    }

    /// The field contains a text.
    @SuppressWarnings("ArrayRecordComponent")
    record Contains(String field, FoldedText.Part[] part) implements CompiledClause {
        @Override
        public boolean mayMeet(MatchContext context) {
            return context.mayContainAny(field, part);
        }

        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            return context.folded(field).containsAny(part);
        }
    }

    /// An expression matches a part of the field. It is compiled when it is first needed.
    final class Matches implements CompiledClause {
        private final String field;
        private final FoldedText.Part[][] parts;
        private final String source;
        private volatile @Nullable Expression expression;

        /// @param parts of each of these lists one is in everything it matches
        Matches(String field, FoldedText.Part[][] parts, String source) {
            this.field = field;
            this.parts = parts;
            this.source = source;
        }

        @Override
        public boolean mayMeet(MatchContext context) {
            for (FoldedText.Part[] some : parts) {
                if (!context.mayContainAny(field, some)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            String value = context.record().value(field);
            if (value == null || !mayMeet(context)) {
                return false;
            }
            return captures == null
                    ? expression().matches(value)
                    : expression().find(value, captures);
        }

        private Expression expression() {
            Expression known = expression;
            if (known == null) {
                known = Expression.checked(source);
                expression = known;
            }
            return known;
        }
    }

    /// The value of a field, null if it is absent, is such a one.
    record Is(String field, Predicate<@Nullable String> test) implements CompiledClause {
        @Override
        public boolean mayMeet(MatchContext context) {
            return !context.isSettled(field) || test.test(context.record().value(field));
        }

        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            return test.test(context.record().value(field));
        }
    }

    /// The record is a JSON object of which a query says yes.
    record Asks(Query query) implements CompiledClause {
        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            LogRecord record = context.record();
            return query.matches(record.raw())
                    || !record.raw().equals(record.text()) && query.matches(record.text());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record All(CompiledClause[] parts) implements CompiledClause {
        @Override
        public boolean mayMeet(MatchContext context) {
            for (CompiledClause part : parts) {
                if (!part.mayMeet(context)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            for (CompiledClause part : parts) {
                if (!part.meets(context, captures)) {
                    return false;
                }
            }
            return true;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Any(CompiledClause[] parts) implements CompiledClause {
        @Override
        public boolean mayMeet(MatchContext context) {
            for (CompiledClause part : parts) {
                if (part.mayMeet(context)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean meets(MatchContext context, @Nullable Map<String, String> captures) {
            for (CompiledClause part : parts) {
                if (part.meets(context, captures)) {
                    return true;
                }
            }
            return false;
        }
    }
}
