package dev.clew.cluster;

import java.util.Map;
import java.util.TreeMap;

/// What a bundle came to.
///
/// @param files in it, without the manifest
/// @param bytes of them
/// @param outcomes how many requests were `got`, `cut`, `denied`, `failed`, `absent`, `left`
public record Summary(int files, long bytes, Map<String, Integer> outcomes) {
    public Summary {
        outcomes = Map.copyOf(new TreeMap<>(outcomes));
    }

    /// How many requests had that outcome.
    public int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
