package dev.clew.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Words about what was taken out of texts.
final class Redacting {

    private Redacting() {}

    /// Sorts and how often each occurred, without any value.
    static String words(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "nothing"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", "));
    }
}
