package dev.clew.packs.rule;

import dev.clew.bundle.log.Components;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Level;
import dev.clew.model.Quantity;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.packs.Code;
import dev.clew.packs.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads patterns, `reads` with a clause, and what is asked of further records.
final class PatternReader {

    private static final List<String> KINDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::word).toList();
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::word).toList();
    private static final List<String> SCOPES =
            Arrays.stream(Scope.values()).map(Scope::word).toList();
    private static final List<String> ORDERS = List.of("before", "after", "any");
    private static final Set<String> ACROSS =
            Set.of("requires", "unless", "healed-by", "count", "reads", "same", "order", "within");

    private PatternReader() {}

    /// Who is listened to.
    record Reads(Set<RecordKind> kinds, Set<String> components, Set<Level> levels) {
        static final Reads ALL = new Reads(Set.of(), Set.of(), Set.of());
    }

    static Reads reads(YamlMap map, Reads fallback) {
        Optional<YamlMap> reads = map.map("reads");
        if (reads.isEmpty()) {
            return fallback;
        }
        reads.get().allow(Set.of("kinds", "components", "levels"));
        return new Reads(
                Vocabulary.words(reads.get(), "kinds", RecordKind.class, RecordKind::of, KINDS),
                Vocabulary.names(reads.get(), "components", Components.known()),
                Vocabulary.words(reads.get(), "levels", Level.class, Level::of, LEVELS));
    }

    private static RecordPattern pattern(Reads reads, Clause clause, @Nullable Severity severity) {
        return new RecordPattern(
                reads.kinds(), reads.components(), reads.levels(), clause, severity);
    }

    /// Everything a record may meet: `match`, and each of `variants`.
    static List<RecordPattern> patterns(YamlMap map) {
        Reads reads = reads(map, Reads.ALL);
        List<RecordPattern> patterns = new ArrayList<>();
        YamlMap.Item match = map.item("match");
        if (match != null) {
            ClauseReader.read(match)
                    .ifPresent(clause -> patterns.add(pattern(reads, clause, null)));
        }
        for (YamlMap.Item item : map.items("variants")) {
            item.map()
                    .ifPresent(variant -> {
                        variant.allow(Set.of("reads", "match", "across", "severity"));
                        Severity severity =
                                variant.has("severity")
                                        ? Vocabulary.word(
                                                variant,
                                                "severity",
                                                Severity.ERROR,
                                                Severity::of,
                                                RuleReader.SEVERITIES)
                                        : null;
                        Reads own = reads(variant, reads);
                        YamlMap.Item clause = variant.item("match");
                        if (clause == null) {
                            variant.problems()
                                    .error(variant.place(), Code.P102, "'match' is missing");
                        } else {
                            ClauseReader.read(clause)
                                    .ifPresent(each -> patterns.add(pattern(own, each, severity)));
                        }
                    });
        }
        if (match == null && !map.has("variants")) {
            map.problems().error(map.place(), Code.P102, "'match' is missing");
        }
        return patterns;
    }

    /// What is asked of further records: of all patterns, and of each of `variants`.
    static List<CorrelationClause> across(YamlMap map) {
        List<CorrelationClause> across =
                new ArrayList<>(across(map, CorrelationClause.EVERY_VARIANT));
        int place = map.has("match") ? 1 : 0;
        for (YamlMap.Item item : map.items("variants")) {
            if (item.isMap()) {
                int variant = place++;
                item.map().ifPresent(each -> across.addAll(across(each, variant)));
            }
        }
        return across;
    }

    private static List<CorrelationClause> across(YamlMap map, int variant) {
        List<CorrelationClause> across = new ArrayList<>();
        for (YamlMap.Item item : map.items("across")) {
            item.map().flatMap(each -> one(each, variant)).ifPresent(across::add);
        }
        return across;
    }

    private static Optional<CorrelationClause> one(YamlMap map, int variant) {
        map.allow(ACROSS);
        Scope same = Vocabulary.word(map, "same", Scope.POD, Scope::of, SCOPES);
        Duration within = duration(map, "within");
        String order = map.optionalText("order").orElse("any");
        if (!ORDERS.contains(order)) {
            map.problems()
                    .error(
                            map.place("order"),
                            Code.P104,
                            "'" + order + "' is no order; known: before, after, any");
        }
        CorrelationClause.Order when =
                order.equals("before")
                        ? CorrelationClause.Order.BEFORE
                        : order.equals("after")
                                ? CorrelationClause.Order.AFTER
                                : CorrelationClause.Order.ANY;
        if (map.has("count")) {
            String count = map.optionalText("count").orElse("");
            if (!count.matches("[2-9]|[1-9]\\d{1,5}")) {
                map.problems()
                        .error(map.place("count"), Code.P109, "'count' must be a number from 2");
                return Optional.empty();
            }
            return Optional.of(
                    new CorrelationClause.Count(Integer.parseInt(count), same, within, variant));
        }
        Set<String> verbs = new HashSet<>(Set.of("requires", "unless", "healed-by"));
        verbs.retainAll(map.keys());
        if (verbs.size() != 1) {
            map.problems()
                    .error(
                            map.place(),
                            Code.P102,
                            "one of 'requires', 'unless', 'healed-by', 'count' must be there");
            return Optional.empty();
        }
        String verb = verbs.iterator().next();
        Reads reads = reads(map, Reads.ALL);
        YamlMap.Item clause = map.item(verb);
        if (clause == null) {
            return Optional.empty();
        }
        return ClauseReader.read(clause)
                .map(each -> pattern(reads, each, null))
                .map(pattern ->
                        switch (verb) {
                            case "requires" ->
                                    new CorrelationClause.Requires(
                                            pattern, same, when, within, variant);
                            case "unless" ->
                                    new CorrelationClause.Unless(
                                            pattern, same, when, within, variant);
                            default -> new CorrelationClause.HealedBy(pattern, same, variant);
                        });
    }

    private static @Nullable Duration duration(YamlMap map, String key) {
        Optional<String> text = map.optionalText(key);
        if (text.isEmpty()) {
            return null;
        }
        OptionalDouble seconds = Quantity.seconds(text.get());
        if (seconds.isEmpty()) {
            map.problems()
                    .error(
                            map.place(key),
                            Code.P109,
                            "'" + text.get() + "' is no duration such as 30s, 5m, 2h");
            return null;
        }
        return Duration.ofMillis((long) (seconds.getAsDouble() * 1000));
    }
}
