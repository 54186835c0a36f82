package dev.clew.match.jq;

import dev.clew.match.regex.RegexLiterals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A condition on a JSON text in the language of jq: paths, comparisons, `and`, `or`, `//`, `if`,
/// and the functions that conditions use. Safe for use by several threads.
public final class Query {

    private static final Comparator<List<String>> LONGER =
            Comparator.comparingInt(
                    texts -> -texts.stream().mapToInt(String::length).min().orElse(0));

    private final Filter filter;

    private Query(Filter filter) {
        this.filter = filter;
    }

    /// Reads a query.
    ///
    /// @throws IllegalArgumentException with the reason if it is none, or asks for more of the
    ///   language than is understood here
    public static Query of(String source) {
        return new Query(FilterReader.read(source));
    }

    /// Whether the text is a JSON value of which the query gives anything but null and false. A
    /// query that fails says no.
    public boolean matches(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '{' && text.charAt(at) != '[') {
            return false;
        }
        boolean[] met = new boolean[1];
        try {
            new Run().each(filter, Json.read(text), value -> met[0] |= Run.isTrue(value));
            return met[0];
        } catch (Run.Failed | Json.NotJson e) {
            return false;
        }
    }

    /// Texts of which one is in every JSON text that meets the query, unless that writes its
    /// letters as escapes; empty if none is sure.
    public Optional<List<String>> texts() {
        return needed(filter);
    }

    private static Optional<List<String>> needed(Filter filter) {
        return switch (filter) {
            case Filter.Member member -> keys(member);
            case Filter.Each(Filter of) -> needed(of);
            case Filter.Try(Filter tried) -> needed(tried);
            case Filter.Pipe(Filter first, Filter second) -> pipe(first, second);
            case Filter.Both(Filter first, Filter second) -> either(needed(first), needed(second));
            case Filter.Logic(boolean and, Filter left, Filter right) ->
                    and ? better(needed(left), needed(right)) : either(needed(left), needed(right));
            case Filter.Compare(String operator, Filter left, Filter right) ->
                    compared(operator, left, right);
            case Filter.Test test -> RegexLiterals.of(test.source());
            case Filter.Call(String name, List<Filter> arguments) ->
                    switch (name) {
                        case "select", "any" ->
                                arguments.isEmpty()
                                        ? Optional.empty()
                                        : needed(arguments.getFirst());
                        case "contains", "startswith", "endswith" -> text(arguments.getFirst());
                        default -> Optional.empty();
                    };
            case Filter.OrElse orElse -> Optional.empty();
            case Filter.Arithmetic arithmetic -> Optional.empty();
            case Filter.Choice choice -> Optional.empty();
            case Filter.Gather gather -> Optional.empty();
            case Filter.Constant constant -> Optional.empty();
            case Filter.Self self -> Optional.empty();
        };
    }

    /// Whether what a filter gives is a part of the text as it stands.
    private static boolean isPart(Filter filter) {
        return switch (filter) {
            case Filter.Self self -> true;
            case Filter.Member(Filter of, Filter name) -> isPart(of);
            case Filter.Each(Filter of) -> isPart(of);
            case Filter.Try(Filter tried) -> isPart(tried);
            case Filter.Pipe(Filter first, Filter second) -> isPart(first) && isPart(second);
            case Filter.Call(String name, List<Filter> arguments) -> name.equals("select");
            default -> false;
        };
    }

    private static Optional<List<String>> pipe(Filter first, Filter second) {
        boolean says =
                !(second instanceof Filter.Call(String name, List<Filter> arguments))
                        || name.equals("select")
                        || name.equals("any")
                        || name.equals("contains")
                        || name.equals("startswith")
                        || name.equals("endswith");
        if (!isPart(first)) {
            return Optional.empty();
        }
        return says ? better(needed(second), sure(first, second)) : Optional.empty();
    }

    /// Where a filter only lets values through, what it needs is needed.
    private static Optional<List<String>> sure(Filter first, Filter second) {
        return first instanceof Filter.Call || isPart(second) ? needed(first) : Optional.empty();
    }

    private static Optional<List<String>> compared(String operator, Filter left, Filter right) {
        if (operator.equals("==")) {
            Optional<List<String>> own =
                    isPart(left) ? text(right) : isPart(right) ? text(left) : Optional.empty();
            return own;
        }
        boolean notNull =
                operator.equals("!=")
                        && isPart(left)
                        && right instanceof Filter.Constant(Object value)
                        && value == null;
        return notNull ? needed(left) : Optional.empty();
    }

    private static Optional<List<String>> text(Filter filter) {
        return filter instanceof Filter.Constant(String text) && !text.isEmpty()
                ? Optional.of(List.of(text))
                : Optional.empty();
    }

    /// The names on a path that gives something.
    private static Optional<List<String>> keys(Filter.Member member) {
        Filter at = member;
        List<String> names = new ArrayList<>();
        while (true) {
            switch (at) {
                case Filter.Member(Filter of, Filter name) -> {
                    text(name).ifPresent(names::addAll);
                    at = of;
                }
                case Filter.Each(Filter of) -> at = of;
                case Filter.Try(Filter tried) -> at = tried;
                default -> {
                    return isPart(at)
                            ? names.stream()
                                    .max(Comparator.comparingInt(String::length))
                                    .map(List::of)
                            : Optional.empty();
                }
            }
        }
    }

    private static Optional<List<String>> better(
            Optional<List<String>> one, Optional<List<String>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return LONGER.compare(one.get(), other.get()) <= 0 ? one : other;
    }

    private static Optional<List<String>> either(
            Optional<List<String>> one, Optional<List<String>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        List<String> both = new ArrayList<>(one.get());
        both.addAll(other.get());
        return Optional.of(both);
    }
}
