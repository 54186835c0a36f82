package dev.clew.packs.cre;

import dev.clew.match.jq.Query;
import dev.clew.match.regex.Expression;
import dev.clew.model.Clause;
import dev.clew.model.Frame;
import dev.clew.model.RecordPattern;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the sets and sequences of one rule. Conditions become patterns, and what must be there
/// together, in order, or not at all becomes a frame of them.
final class FrameReader {

    /// A frame of more records is slow to put together.
    private static final int MOST_TIMES = 1_000;

    /// As many conditions as preq takes.
    private static final int MOST_TERMS = 64;

    private static final int DEEPEST = 8;

    private final Terms terms;
    private final Problems problems;
    private final List<RecordPattern> patterns = new ArrayList<>();
    private final Set<String> sources = new TreeSet<>();
    private final Set<String> correlations = new TreeSet<>();
    private final Sources listens;
    private boolean failed;

    FrameReader(Terms terms, Sources listens, Problems problems) {
        this.terms = terms;
        this.listens = listens;
        this.problems = problems;
    }

    List<RecordPattern> patterns() {
        return patterns;
    }

    Set<String> sources() {
        return sources;
    }

    Set<String> correlations() {
        return correlations;
    }

    /// Whether the rule can be used: nothing stood in it that is not understood.
    boolean isUsable() {
        return !failed && !patterns.isEmpty();
    }

    private void fail(Place place, Code code, String message) {
        failed = true;
        problems.error(place, code, message);
    }

    /// The frame of the value of `rule`.
    Optional<Frame> read(YamlMap rule) {
        if (rule.has("sequence") && rule.has("set")) {
            problems.warning(
                    rule.place("set"), Code.P101, "beside a sequence, the set is not looked at");
        }
        boolean inOrder = rule.has("sequence");
        Optional<YamlMap> node = rule.map(inOrder ? "sequence" : "set");
        if (node.isEmpty()) {
            fail(rule.place(), Code.P102, "the rule has neither 'set' nor 'sequence'");
            return Optional.empty();
        }
        return frame(node.get(), inOrder, null, 0);
    }

    private Optional<Frame> frame(
            YamlMap node, boolean inOrder, @Nullable String outer, int depth) {
        if (depth > DEEPEST) {
            fail(node.place(), Code.P106, "sets and sequences are nested too deep");
            return Optional.empty();
        }
        String source =
                node.map("event").flatMap(event -> event.optionalText("source")).orElse(outer);
        if (source != null) {
            sources.add(source);
        }
        correlations.addAll(node.texts("correlations"));
        String key = inOrder ? "order" : "match";
        if (!node.has(key)) {
            fail(node.place(), Code.P102, "'" + key + "' is missing");
            return Optional.empty();
        }
        List<Frame.Part> parts = new ArrayList<>();
        for (YamlMap.Item item : node.items(key)) {
            part(item, source, depth).ifPresent(part -> join(parts, part, inOrder));
        }
        Duration window = duration(node, "window").orElse(Duration.ZERO);
        int size = parts.stream().mapToInt(Frame.Part::times).sum();
        if (size > 1 && window.isZero()) {
            fail(node.place(), Code.P102, "'window' is missing: the time for all of it");
        } else if (size == 1 && !inOrder && !window.isZero()) {
            problems.warning(
                    node.place("window"), Code.P109, "a window of a single condition says nothing");
            window = Duration.ZERO;
        }
        if (inOrder && size < 2) {
            fail(node.place(key), Code.P106, "a sequence needs two conditions or more");
        }
        if (parts.size() > MOST_TERMS) {
            fail(node.place(key), Code.P106, "more than " + MOST_TERMS + " conditions");
        }
        List<Frame.Void> voids = new ArrayList<>();
        for (YamlMap.Item item : node.items("negate")) {
            voided(item, source, size, depth).ifPresent(voids::add);
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Frame(inOrder, window, parts, voids));
    }

    /// The same condition again is one that is needed more often: anywhere in a set, one behind the
    /// other in a sequence.
    private void join(List<Frame.Part> parts, Frame.Part part, boolean inOrder) {
        int from = inOrder ? Math.max(0, parts.size() - 1) : 0;
        for (int i = from; i < parts.size() && part.inner() == null; i++) {
            Frame.Part known = parts.get(i);
            if (known.inner() == null
                    && patterns.get(known.pattern()).equals(patterns.get(part.pattern()))) {
                parts.set(i, new Frame.Part(known.pattern(), null, known.times() + part.times()));
                return;
            }
        }
        parts.add(part);
    }

    private Optional<Frame.Part> part(YamlMap.Item item, @Nullable String source, int depth) {
        YamlMap.Item term = resolved(item);
        if (term.isText()) {
            return term.text()
                    .flatMap(text -> pattern(Literal.of(text), source, term.place()))
                    .map(pattern -> new Frame.Part(pattern, null, 1));
        }
        Optional<YamlMap> map = term.map();
        if (map.isEmpty()) {
            failed = true;
            return Optional.empty();
        }
        int times = times(map.get());
        Optional<Frame> inner = inner(map.get(), source, depth);
        if (inner.isPresent()) {
            return Optional.of(new Frame.Part(-1, inner.get(), times));
        }
        return clause(map.get())
                .flatMap(clause -> pattern(clause, source, term.place()))
                .map(pattern -> new Frame.Part(pattern, null, times));
    }

    private Optional<Frame.Void> voided(
            YamlMap.Item item, @Nullable String source, int size, int depth) {
        YamlMap.Item term = resolved(item);
        Optional<Clause> clause;
        Optional<Frame> inner = Optional.empty();
        YamlMap options = item.isMap() ? item.map().orElse(null) : null;
        if (term.isText()) {
            clause = term.text().map(Literal::of);
        } else {
            Optional<YamlMap> map = term.map();
            options = options == null ? map.orElse(null) : options;
            inner = map.flatMap(each -> inner(each, source, depth));
            clause = inner.isPresent() ? Optional.empty() : map.flatMap(this::clause);
            if (map.isPresent() && times(map.get()) > 1) {
                fail(term.place(), Code.P109, "what must not be there has no count");
            }
        }
        int anchor = options == null ? 0 : number(options, "anchor", 0);
        if (anchor >= Math.max(1, size)) {
            fail(item.place(), Code.P109, "'anchor' " + anchor + " is beyond the last condition");
        }
        int pattern = clause.flatMap(each -> pattern(each, source, item.place())).orElse(-1);
        if (pattern < 0 && inner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Frame.Void(
                        pattern,
                        inner.orElse(null),
                        option(options, "window"),
                        option(options, "slide"),
                        anchor,
                        options != null && options.flag("absolute")));
    }

    private Duration option(@Nullable YamlMap options, String key) {
        return options == null ? Duration.ZERO : duration(options, key).orElse(Duration.ZERO);
    }

    /// The term that a text, or the text of `value`, names; the item itself if it names none.
    private YamlMap.Item resolved(YamlMap.Item item) {
        Optional<String> name =
                item.isText()
                        ? item.text()
                        : item.isMap()
                                ? item.map().flatMap(map -> map.optionalText("value"))
                                : Optional.empty();
        YamlMap.Item term = name.map(terms::find).orElse(null);
        return term == null ? item : term;
    }

    private Optional<Frame> inner(YamlMap map, @Nullable String source, int depth) {
        if (map.has("promql")) {
            fail(
                    map.place("promql"),
                    Code.P101,
                    "queries of Prometheus are not understood: there are no metrics in a log");
            return Optional.empty();
        }
        boolean inOrder = map.has("sequence");
        if (!inOrder && !map.has("set")) {
            return Optional.empty();
        }
        return map.map(inOrder ? "sequence" : "set")
                .flatMap(node -> frame(node, inOrder, source, depth + 1));
    }

    private int times(YamlMap map) {
        int times = number(map, "count", 1);
        if (times > MOST_TIMES) {
            fail(map.place("count"), Code.P109, "'count' is more than " + MOST_TIMES);
            return 1;
        }
        return Math.max(1, times);
    }

    private int number(YamlMap map, String key, int otherwise) {
        Optional<String> text = map.optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("\\d{1,6}")) {
            fail(map.place(key), Code.P109, "'" + text.get() + "' is no number from 0 on");
            return otherwise;
        }
        return Integer.parseInt(text.get());
    }

    private Optional<Duration> duration(YamlMap map, String key) {
        Optional<String> text = map.optionalText(key).filter(each -> !each.isEmpty());
        Optional<Duration> duration = text.flatMap(GoDuration::of);
        if (text.isPresent() && duration.isEmpty()) {
            fail(map.place(key), Code.P109, "'" + text.get() + "' is no duration such as 30s");
        }
        return duration;
    }

    private Optional<Clause> clause(YamlMap map) {
        List<Clause> given = new ArrayList<>();
        text(map, "value").map(Literal::of).ifPresent(given::add);
        text(map, "regex").flatMap(text -> regex(map, text)).ifPresent(given::add);
        text(map, "jq").flatMap(text -> query(map, text)).ifPresent(given::add);
        if (given.size() != 1) {
            if (!failed || given.size() > 1) {
                fail(map.place(), Code.P106, "a condition is one of 'value', 'regex', 'jq'");
            }
            return Optional.empty();
        }
        Clause clause = given.getFirst();
        for (YamlMap.Item item : map.items("extract")) {
            Clause main = clause;
            clause =
                    item.map()
                            .flatMap(this::extract)
                            .<Clause>map(extract ->
                                    new Clause.All(
                                            List.of(main, new Clause.Any(List.of(extract, main)))))
                            .orElse(main);
        }
        return Optional.of(clause);
    }

    private static Optional<String> text(YamlMap map, String key) {
        return map.optionalText(key).filter(text -> !text.isEmpty());
    }

    private Optional<Clause> regex(YamlMap map, String regex) {
        try {
            Expression.of(regex);
            return Optional.of(Literal.regex(regex));
        } catch (IllegalArgumentException e) {
            fail(map.place("regex"), Code.P105, "not a regular expression: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Clause> query(YamlMap map, String query) {
        try {
            Query.of(query);
            return Optional.of(new Clause.Jq(query));
        } catch (IllegalArgumentException e) {
            fail(map.place("jq"), Code.P105, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// A value that is taken from the record: the first group of an expression.
    private Optional<Clause> extract(YamlMap map) {
        String name = map.optionalText("name").orElse("");
        String regex = map.optionalText("regex").orElse("");
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            fail(map.place(), Code.P104, "'" + name + "' is no name of a value");
            return Optional.empty();
        }
        if (regex.isEmpty()) {
            problems.warning(
                    map.place(),
                    Code.P101,
                    "values are only taken by 'regex': '" + name + "' is not");
            return Optional.empty();
        }
        String named = Literal.withName(regex, name);
        return regex(map, named);
    }

    private Optional<Integer> pattern(Clause clause, @Nullable String source, Place place) {
        if (clause instanceof Clause.Regex(String field, String regex) && regex.isEmpty()) {
            fail(place, Code.P108, "an empty text is in every record");
            return Optional.empty();
        }
        RecordPattern pattern = listens.pattern(source == null ? "" : source, clause);
        int known = patterns.indexOf(pattern);
        if (known >= 0) {
            return Optional.of(known);
        }
        patterns.add(pattern);
        return Optional.of(patterns.size() - 1);
    }
}
