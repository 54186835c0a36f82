package dev.clew.bundle.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Programs that run in clusters beside the cluster's own, by the names that files, pods,
/// containers and log tags give them.
public final class Applications {

    /// What the name of a pod has behind that of its program.
    private static final int LONGEST = 40;

    private static final Applications ALL = read();

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, Set<String>> families = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Applications() {}

    private static Applications read() {
        Applications all = new Applications();
        try (InputStream in = Applications.class.getResourceAsStream("applications.tsv")) {
            if (in == null) {
                throw new IllegalStateException("applications.tsv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> all.add(row[0], row[1], row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void add(String name, String family, String others) {
        known.add(name);
        byName.put(name, name);
        families.computeIfAbsent(family, any -> new LinkedHashSet<>()).add(name);
        for (String other : others.split(" ", -1)) {
            if (!other.isEmpty()) {
                byName.put(other, name);
            }
        }
    }

    /// Their names, as packs use them.
    static Set<String> known() {
        return ALL.known;
    }

    /// The program of that name, or empty.
    static String of(String lower) {
        return ALL.byName.getOrDefault(lower, "");
    }

    /// The program that a pod or container of that name runs, or empty: the longest name that it
    /// begins with.
    static String ofWorkload(String lower) {
        int end = Math.min(lower.length(), LONGEST);
        while (end > 0) {
            String known = ALL.byName.get(lower.substring(0, end));
            if (known != null && (end == lower.length() || lower.charAt(end) == '-')) {
                return known;
            }
            end = lower.lastIndexOf('-', end - 1);
        }
        return "";
    }

    /// The programs that words name, each with those of its family; none if they name none.
    ///
    /// @param words names such as `cre.log.kafka.topic-operator`
    public static Set<String> named(List<String> words) {
        Set<String> named = new LinkedHashSet<>();
        for (String each : words) {
            String text = "-" + each.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
            ALL.families.forEach((family, members) -> {
                if (text.contains("-" + family + "-")) {
                    named.addAll(members);
                }
            });
            ALL.byName.forEach((name, program) -> {
                if (text.contains("-" + name + "-")) {
                    ALL.families.values().stream()
                            .filter(members -> members.contains(program))
                            .forEach(named::addAll);
                }
            });
            for (String own : Components.own()) {
                if (text.contains("-" + own + "-")) {
                    named.add(own);
                }
            }
            if (text.contains("-envoy-")) {
                named.addAll(Set.of("cilium-envoy", "istio-proxy"));
            }
        }
        return named;
    }
}
