package dev.clew.match.jq;

import dev.clew.match.regex.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a query: takes a value and gives none, one or many.
sealed interface Filter {

    /// The value itself.
    record Self() implements Filter {}

    /// A text, number or truth value, or null.
    record Constant(@Nullable Object value) implements Filter {}

    /// A member, by name or place, of what another filter gives.
    record Member(Filter of, Filter name) implements Filter {}

    /// Every member of what another filter gives.
    record Each(Filter of) implements Filter {}

    /// What a filter gives until it fails.
    record Try(Filter filter) implements Filter {}

    /// What the second makes of each value of the first.
    record Pipe(Filter first, Filter second) implements Filter {}

    /// What the first gives, then what the second does.
    record Both(Filter first, Filter second) implements Filter {}

    /// What the first gives other than null and false, or else what the second does.
    record OrElse(Filter first, Filter second) implements Filter {}

    /// Two truth values joined.
    record Logic(boolean and, Filter left, Filter right) implements Filter {}

    /// Two values compared.
    record Compare(String operator, Filter left, Filter right) implements Filter {}

    /// Two values reckoned with.
    record Arithmetic(char operator, Filter left, Filter right) implements Filter {}

    /// One filter or another, as a condition says.
    record Choice(Filter condition, Filter then, Filter otherwise) implements Filter {}

    /// All values of a filter as a list.
    record Gather(Filter filter) implements Filter {}

    /// A text in which an expression matches.
    record Test(Expression expression, String source) implements Filter {}

    /// A function of the language.
    record Call(String name, List<Filter> arguments) implements Filter {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
