package dev.clew.packs.rule;

import dev.clew.match.regex.Expression;
import dev.clew.model.Clause;
import dev.clew.model.Quantity;
import dev.clew.packs.Code;
import dev.clew.packs.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads clauses. A text alone is looked for in the whole record; in a mapping, everything that is
/// asked must be met.
final class ClauseReader {

    static final Set<String> KEYS =
            Set.of(
                    "all",
                    "any",
                    "none",
                    "text",
                    "regex",
                    "field",
                    "is",
                    "in",
                    "at-least",
                    "at-most",
                    "exists");

    private static final Set<String> TESTS =
            Set.of("text", "regex", "is", "in", "at-least", "at-most", "exists");

    private ClauseReader() {}

    /// The clause of a value: a text, a mapping, or a list of which any is enough.
    static Optional<Clause> read(YamlMap.Item item) {
        if (item.isText()) {
            return item.text().flatMap(text -> text(item, Clause.WHOLE_TEXT, text));
        }
        if (item.isList()) {
            List<Clause> clauses = readAll(item.items());
            if (item.items().isEmpty()) {
                item.problems().error(item.place(), Code.P106, "the clause asks for nothing");
            }
            return clauses.isEmpty() ? Optional.empty() : Optional.of(single(clauses, false));
        }
        return item.map().flatMap(map -> read(map, KEYS));
    }

    /// The clause of a mapping that may hold other keys too.
    static Optional<Clause> read(YamlMap map, Set<String> allowed) {
        map.allow(allowed);
        List<Clause> parts = new ArrayList<>();
        if (map.has("all")) {
            parts.addAll(readAll(map.items("all")));
        }
        if (map.has("any")) {
            List<Clause> any = readAll(map.items("any"));
            if (!any.isEmpty()) {
                parts.add(single(any, false));
            }
        }
        if (map.has("none")) {
            List<Clause> none = readAll(map.items("none"));
            if (!none.isEmpty()) {
                parts.add(new Clause.None(none));
            }
        }
        String field = map.optionalText("field").orElse(Clause.WHOLE_TEXT);
        int before = parts.size();
        for (String test : TESTS.stream().sorted().toList()) {
            if (map.has(test)) {
                test(map, test, field).ifPresent(parts::add);
            }
        }
        if (map.has("field") && TESTS.stream().noneMatch(map::has)) {
            map.problems()
                    .error(
                            map.place("field"),
                            Code.P106,
                            "'field' needs one of "
                                    + String.join(", ", TESTS.stream().sorted().toList()));
        } else if (parts.isEmpty()
                && before == 0
                && map.keys().stream().noneMatch(KEYS::contains)) {
            map.problems().error(map.place(), Code.P106, "the clause asks for nothing");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(single(parts, true));
    }

    private static Clause single(List<Clause> clauses, boolean all) {
        if (clauses.size() == 1) {
            return clauses.getFirst();
        }
        return all ? new Clause.All(clauses) : new Clause.Any(clauses);
    }

    private static List<Clause> readAll(List<YamlMap.Item> items) {
        List<Clause> clauses = new ArrayList<>();
        for (YamlMap.Item item : items) {
            read(item).ifPresent(clauses::add);
        }
        return clauses;
    }

    private static Optional<Clause> test(YamlMap map, String test, String field) {
        YamlMap.Item item = map.item(test);
        if (item == null) {
            return Optional.empty();
        }
        return switch (test) {
            case "in" ->
                    Optional.of(map.texts(test))
                            .filter(words -> !words.isEmpty())
                            .map(words -> new Clause.In(field, words));
            case "is" -> item.text().map(word -> new Clause.In(field, List.of(word)));
            case "text" -> texts(item, field);
            case "regex" -> item.text().flatMap(regex -> regex(item, field, regex));
            case "exists" -> Optional.of(new Clause.Exists(field, map.flag("exists")));
            case "at-least" -> compare(item, field, Clause.Bound.AT_LEAST);
            default -> compare(item, field, Clause.Bound.AT_MOST);
        };
    }

    private static Optional<Clause> texts(YamlMap.Item item, String field) {
        List<Clause> any = new ArrayList<>();
        for (YamlMap.Item each : item.items()) {
            each.text().flatMap(text -> text(each, field, text)).ifPresent(any::add);
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(single(any, false));
    }

    private static Optional<Clause> compare(YamlMap.Item item, String field, Clause.Bound bound) {
        Optional<String> amount = item.text();
        if (amount.isPresent()
                && Quantity.seconds(amount.get()).isEmpty()
                && Quantity.amount(amount.get()).isEmpty()) {
            item.problems()
                    .error(
                            item.place(),
                            Code.P109,
                            "'" + amount.get() + "' is no number, duration or amount");
            return Optional.empty();
        }
        return amount.map(text -> new Clause.Compare(field, bound, text));
    }

    private static Optional<Clause> text(YamlMap.Item item, String field, String text) {
        if (text.isBlank()) {
            item.problems().error(item.place(), Code.P106, "an empty text is in every record");
            return Optional.empty();
        }
        return Optional.of(new Clause.Text(field, text));
    }

    private static Optional<Clause> regex(YamlMap.Item item, String field, String regex) {
        try {
            Expression.of(regex);
            return Optional.of(new Clause.Regex(field, regex));
        } catch (IllegalArgumentException e) {
            item.problems()
                    .error(
                            item.place(),
                            Code.P105,
                            "not a regular expression (RE2 syntax): " + e.getMessage());
            return Optional.empty();
        }
    }
}
