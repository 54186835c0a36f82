package dev.clew.match.jq;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Puts a query to one value. Takes no more than a number of steps.
final class Run {

    private static final int MOST_STEPS = 100_000;

    private int steps;

    /// The query does not fit the value, or takes too long.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed() {
            super("fails", null, false, false);
        }
    }

    /// Whether a value stands for yes.
    static boolean isTrue(@Nullable Object value) {
        return value != null && !value.equals(false);
    }

    /// Tells the sink each value that the filter gives.
    ///
    /// @throws Failed if it does not fit
    void each(Filter filter, @Nullable Object input, Consumer<@Nullable Object> sink) {
        if (++steps > MOST_STEPS) {
            throw new Failed();
        }
        switch (filter) {
            case Filter.Self self -> sink.accept(input);
            case Filter.Constant(Object value) -> sink.accept(value);
            case Filter.Member(Filter of, Filter name) ->
                    each(
                            of,
                            input,
                            in -> each(name, input, key -> sink.accept(Values.member(in, key))));
            case Filter.Each(Filter of) -> each(of, input, in -> Values.members(in).forEach(sink));
            case Filter.Try(Filter tried) -> {
                List<@Nullable Object> before = new ArrayList<>();
                try {
                    each(tried, input, before::add);
                } catch (Failed e) {
                    limit(e);
                }
                before.forEach(sink);
            }
            case Filter.Pipe(Filter first, Filter second) ->
                    each(first, input, value -> each(second, value, sink));
            case Filter.Both(Filter first, Filter second) -> {
                each(first, input, sink);
                each(second, input, sink);
            }
            case Filter.OrElse(Filter first, Filter second) -> orElse(first, second, input, sink);
            case Filter.Logic(boolean and, Filter left, Filter right) ->
                    each(
                            left,
                            input,
                            one -> {
                                if (isTrue(one) != and) {
                                    sink.accept(!and);
                                } else {
                                    each(right, input, other -> sink.accept(isTrue(other)));
                                }
                            });
            case Filter.Compare(String operator, Filter left, Filter right) ->
                    each(
                            right,
                            input,
                            other ->
                                    each(
                                            left,
                                            input,
                                            one ->
                                                    sink.accept(
                                                            Values.compare(operator, one, other))));
            case Filter.Arithmetic(char operator, Filter left, Filter right) ->
                    each(
                            right,
                            input,
                            other ->
                                    each(
                                            left,
                                            input,
                                            one ->
                                                    sink.accept(
                                                            Values.reckon(operator, one, other))));
            case Filter.Choice(Filter condition, Filter then, Filter otherwise) ->
                    each(
                            condition,
                            input,
                            met -> each(isTrue(met) ? then : otherwise, input, sink));
            case Filter.Gather(Filter inner) -> sink.accept(all(inner, input));
            case Filter.Test test -> sink.accept(test.expression().matches(text(input)));
            case Filter.Call call -> call(call, input, sink);
        }
    }

    private void limit(Failed failed) {
        if (steps > MOST_STEPS) {
            throw failed;
        }
    }

    private void orElse(
            Filter first, Filter second, @Nullable Object input, Consumer<@Nullable Object> sink) {
        List<@Nullable Object> found = new ArrayList<>();
        try {
            each(
                    first,
                    input,
                    value -> {
                        if (isTrue(value)) {
                            found.add(value);
                        }
                    });
        } catch (Failed e) {
            limit(e);
        }
        if (found.isEmpty()) {
            each(second, input, sink);
        } else {
            found.forEach(sink);
        }
    }

    private List<@Nullable Object> all(Filter filter, @Nullable Object input) {
        List<@Nullable Object> values = new ArrayList<>();
        each(filter, input, values::add);
        return values;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new Failed();
    }

    private void call(Filter.Call call, @Nullable Object input, Consumer<@Nullable Object> sink) {
        List<Filter> arguments = call.arguments();
        switch (call.name()) {
            case "empty" -> {}
            case "select" ->
                    each(
                            arguments.getFirst(),
                            input,
                            met -> {
                                if (isTrue(met)) {
                                    sink.accept(input);
                                }
                            });
            case "map" -> {
                List<@Nullable Object> mapped = new ArrayList<>();
                for (Object member : Values.members(input)) {
                    each(arguments.getFirst(), member, mapped::add);
                }
                sink.accept(mapped);
            }
            case "any", "all" -> {
                boolean any = call.name().equals("any");
                Filter condition = arguments.isEmpty() ? new Filter.Self() : arguments.getFirst();
                Predicate<@Nullable Object> met =
                        member -> all(condition, member).stream().anyMatch(Run::isTrue);
                List<@Nullable Object> members = Values.members(input);
                sink.accept(any ? members.stream().anyMatch(met) : members.stream().allMatch(met));
            }
            default -> {
                if (arguments.isEmpty()) {
                    sink.accept(plain(call.name(), input));
                } else {
                    each(
                            arguments.getFirst(),
                            input,
                            value -> sink.accept(with(call.name(), input, value)));
                }
            }
        }
    }

    private static List<Object> split(String text, String by) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(by); at >= 0 && !by.isEmpty(); at = text.indexOf(by, from)) {
            parts.add(text.substring(from, at));
            from = at + by.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static @Nullable Object plain(String name, @Nullable Object input) {
        return switch (name) {
            case "not" -> !isTrue(input);
            case "length" -> Values.length(input);
            case "type" -> Values.type(input);
            case "keys" -> Values.keys(input);
            case "add" -> {
                Object sum = null;
                for (Object member : Values.members(input)) {
                    sum = sum == null ? member : Values.reckon('+', sum, member);
                }
                yield sum;
            }
            case "tostring" -> input instanceof String ? input : Values.write(input);
            case "tonumber" -> Values.number(input);
            case "fromjson" -> {
                try {
                    yield Json.read(text(input));
                } catch (Json.NotJson e) {
                    throw new Failed();
                }
            }
            case "ascii_downcase" -> text(input).toLowerCase(Locale.ROOT);
            case "ascii_upcase" -> text(input).toUpperCase(Locale.ROOT);
            case "floor" -> Math.floor(Values.number(input));
            default -> throw new Failed();
        };
    }

    private static @Nullable Object with(
            String name, @Nullable Object input, @Nullable Object value) {
        return switch (name) {
            case "has" ->
                    input instanceof Map<?, ?> map
                            ? map.containsKey(text(value))
                            : input instanceof List<?> list
                                    && Values.number(value) >= 0
                                    && Values.number(value) < list.size();
            case "contains" -> Values.contains(input, value);
            case "startswith" -> text(input).startsWith(text(value));
            case "endswith" -> text(input).endsWith(text(value));
            case "ltrimstr" ->
                    input instanceof String text && text.startsWith(text(value))
                            ? text.substring(text(value).length())
                            : input;
            case "rtrimstr" ->
                    input instanceof String text && text.endsWith(text(value))
                            ? text.substring(0, text.length() - text(value).length())
                            : input;
            case "split" -> split(text(input), text(value));
            case "join" -> {
                StringBuilder joined = new StringBuilder();
                for (Object member : Values.members(input)) {
                    joined.append(joined.isEmpty() ? "" : text(value))
                            .append(member instanceof String ? member : Values.write(member));
                }
                yield joined.toString();
            }
            default -> throw new Failed();
        };
    }
}
