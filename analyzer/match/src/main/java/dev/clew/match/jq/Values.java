package dev.clew.match.jq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What can be done with the values of a JSON text.
final class Values {

    private Values() {}

    /// The member of that name or place; null if there is none.
    static @Nullable Object member(@Nullable Object in, @Nullable Object name) {
        if (in == null && (name instanceof String || name instanceof Double)) {
            return null;
        }
        if (in instanceof Map<?, ?> map && name instanceof String) {
            return map.get(name);
        }
        if (in instanceof List<?> list && name instanceof Double place) {
            int at = (int) Math.floor(place);
            int index = at < 0 ? list.size() + at : at;
            return index >= 0 && index < list.size() ? list.get(index) : null;
        }
        throw new Run.Failed();
    }

    /// Every member.
    static List<@Nullable Object> members(@Nullable Object in) {
        Collection<?> members =
                switch (in) {
                    case Map<?, ?> map -> map.values();
                    case List<?> list -> list;
                    case null, default -> throw new Run.Failed();
                };
        return new ArrayList<>(members);
    }

    /// The names of the members, sorted, or their places.
    static List<Object> keys(@Nullable Object in) {
        if (in instanceof Map<?, ?> map) {
            TreeSet<String> names = new TreeSet<>();
            map.keySet().forEach(name -> names.add(String.valueOf(name)));
            return new ArrayList<>(names);
        }
        List<Object> places = new ArrayList<>();
        for (int i = 0; i < members(in).size(); i++) {
            places.add((double) i);
        }
        return places;
    }

    static double length(@Nullable Object in) {
        return switch (in) {
            case null -> 0;
            case String text -> text.codePointCount(0, text.length());
            case Double number -> Math.abs(number);
            case Boolean flag -> throw new Run.Failed();
            default -> members(in).size();
        };
    }

    static String type(@Nullable Object in) {
        return switch (in) {
            case null -> "null";
            case Boolean flag -> "boolean";
            case Double number -> "number";
            case String text -> "string";
            case List<?> list -> "array";
            default -> "object";
        };
    }

    static double number(@Nullable Object in) {
        try {
            return switch (in) {
                case Double number -> number;
                case String text -> Double.parseDouble(text);
                case null, default -> throw new Run.Failed();
            };
        } catch (NumberFormatException e) {
            throw new Run.Failed();
        }
    }

    /// Whether the first has what the second has: a part of a text, members of a list or object.
    static boolean contains(@Nullable Object in, @Nullable Object part) {
        if (in instanceof Map<?, ?> map && part instanceof Map<?, ?> wanted) {
            return wanted.entrySet().stream()
                    .allMatch(each ->
                            map.containsKey(each.getKey())
                                    && contains(map.get(each.getKey()), each.getValue()));
        }
        if (in instanceof List<?> list && part instanceof List<?> wanted) {
            return wanted.stream().allMatch(each -> list.stream().anyMatch(has -> fits(has, each)));
        }
        if (in instanceof String text && part instanceof String wanted) {
            return text.contains(wanted);
        }
        if (type(in).equals(type(part))) {
            return Objects.equals(in, part);
        }
        throw new Run.Failed();
    }

    private static boolean fits(@Nullable Object has, @Nullable Object wanted) {
        return type(has).equals(type(wanted)) && contains(has, wanted);
    }

    static boolean compare(String operator, @Nullable Object one, @Nullable Object other) {
        int order = order(one, other);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean flag -> flag ? 2 : 1;
            case Double number -> 3;
            case String text -> 4;
            case List<?> list -> 5;
            default -> 6;
        };
    }

    /// The order of jq: null, false, true, numbers, texts, lists, objects.
    private static int order(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Double a && other instanceof Double b) {
            return Double.compare(a, b);
        }
        if (one instanceof String a && other instanceof String b) {
            return a.compareTo(b);
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                int order = order(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }
        if (one instanceof Map<?, ?> && other instanceof Map<?, ?>) {
            return one.equals(other)
                    ? 0
                    : Comparator.<String>naturalOrder().compare(write(one), write(other));
        }
        return Integer.compare(rank(one), rank(other));
    }

    static @Nullable Object reckon(char operator, @Nullable Object one, @Nullable Object other) {
        if (operator == '+') {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            if (one instanceof String a && other instanceof String b) {
                return a + b;
            }
            if (one instanceof List<?> a && other instanceof List<?> b) {
                List<@Nullable Object> sum = new ArrayList<>(a);
                sum.addAll(b);
                return sum;
            }
        }
        if (one instanceof Double a && other instanceof Double b) {
            return switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                case '/' -> a / b;
                default -> (double) (a.longValue() % Math.max(1, Math.abs(b.longValue())));
            };
        }
        throw new Run.Failed();
    }

    /// A value as JSON.
    static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Double number ->
                    number == Math.rint(number) && Math.abs(number) < 1e15
                            ? Long.toString(number.longValue())
                            : number.toString();
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case List<?> list ->
                    "[" + String.join(",", list.stream().map(Values::write).toList()) + "]";
            case Map<?, ?> map ->
                    "{"
                            + String.join(
                                    ",",
                                    map.entrySet().stream()
                                            .map(each ->
                                                    write(each.getKey())
                                                            + ":"
                                                            + write(each.getValue()))
                                            .toList())
                            + "}";
            default -> value.toString();
        };
    }
}
