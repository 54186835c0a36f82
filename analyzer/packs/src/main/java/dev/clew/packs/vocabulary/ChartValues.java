package dev.clew.packs.vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The values that the charts of Cilium know, by minor: 14 stands for 1.14.
///
/// @param values by path, such as `bpf.masquerade`
/// @param refusals what the charts do not let pass
/// @param options of the agent and the operator, with the minors in which the chart writes them
public record ChartValues(
        Map<String, Value> values,
        List<Refusal> refusals,
        Map<String, SortedSet<Integer>> options) {

    /// Nothing is known.
    public static final ChartValues NONE = new ChartValues(Map.of(), List.of(), Map.of());

    /// The oldest minor that is known.
    public static final int OLDEST = 10;

    /// The newest minor that is known.
    public static final int NEWEST = 19;

    public ChartValues {
        values = Map.copyOf(values);
        refusals = List.copyOf(refusals);
        options = Map.copyOf(options);
    }

    /// A value.
    ///
    /// @param minors that have it
    /// @param open whether anything may stand below it
    /// @param yesNo whether it is true or false
    /// @param onlyConfig whether it changes nothing but the ConfigMap `cilium-config`
    public record Value(
            SortedSet<Integer> minors, boolean open, boolean yesNo, boolean onlyConfig) {}

    /// A value that some charts do not let pass.
    ///
    /// @param allowed the words it may be; empty if it must not be set
    public record Refusal(
            String path, SortedSet<Integer> minors, List<String> allowed, String why) {
        public Refusal {
            allowed = List.copyOf(allowed);
        }
    }

    /// Reads them from a folder that holds a vocabulary; nothing is known if it has no such files.
    ///
    /// @throws IOException if a file can't be read
    public static ChartValues read(Path folder) throws IOException {
        Map<String, Value> values = new HashMap<>();
        for (List<String> row : FactTable.rows(folder.resolve("cilium-values.tsv"), 3)) {
            String marks = row.get(2);
            values.put(
                    row.get(0),
                    new Value(
                            FactTable.minors(row.get(1)),
                            marks.contains("*"),
                            marks.contains("b"),
                            marks.contains("c")));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (List<String> row : FactTable.rows(folder.resolve("cilium-refused.tsv"), 4)) {
            refusals.add(
                    new Refusal(
                            row.get(0),
                            FactTable.minors(row.get(1)),
                            row.get(2).isBlank() ? List.of() : List.of(row.get(2).split(" ", -1)),
                            row.get(3)));
        }
        Map<String, SortedSet<Integer>> options = new HashMap<>();
        for (List<String> row : FactTable.rows(folder.resolve("cilium-options.tsv"), 2)) {
            options.put(row.get(0), FactTable.minors(row.get(1)));
        }
        return new ChartValues(values, refusals, options);
    }

    /// Those of the minors whose chart does not have the value.
    ///
    /// @param path without indexes: `operator.extraEnv.name`
    public SortedSet<Integer> without(String path, SortedSet<Integer> minors) {
        SortedSet<Integer> without = new TreeSet<>(minors);
        Value exact = values.get(path);
        if (exact != null) {
            without.removeAll(exact.minors());
        }
        above(path).filter(Value::open).forEach(value -> without.removeAll(value.minors()));
        return without;
    }

    /// Whether setting it changes nothing but the ConfigMap.
    public boolean onlyConfig(String path) {
        return nearest(path).map(Value::onlyConfig).orElse(false);
    }

    /// The refusal of a value by the chart of one of the minors, or empty.
    ///
    /// @param value as it is given; a placeholder is no word that is refused
    public Optional<String> refused(String path, String value, SortedSet<Integer> minors) {
        for (Refusal refusal : refusals) {
            SortedSet<Integer> hit = new TreeSet<>(minors);
            hit.retainAll(refusal.minors());
            boolean gone = refusal.allowed().isEmpty() && !value.equals("null");
            boolean wrong =
                    !refusal.allowed().isEmpty()
                            && !value.contains("<")
                            && !refusal.allowed().contains(value);
            if (refusal.path().equals(path) && !hit.isEmpty() && (gone || wrong)) {
                return Optional.of(refusal.why());
            }
        }
        Value known = values.get(path);
        return known != null && known.yesNo() && !value.matches("true|false|null|<.*")
                ? Optional.of("it is true or false")
                : Optional.empty();
    }

    /// The value itself, or the nearest above it if that takes anything below.
    private Optional<Value> nearest(String path) {
        return Optional.ofNullable(values.get(path))
                .or(() -> above(path).findFirst().filter(Value::open));
    }

    /// The values above a path that are known, the nearest first.
    private Stream<Value> above(String path) {
        List<Value> above = new ArrayList<>();
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            Value value = values.get(path.substring(0, dot));
            if (value != null) {
                above.add(value);
            }
        }
        return above.stream();
    }
}
