package dev.clew.cluster;

import java.util.Map;
import java.util.TreeMap;

/// What a bundle came to.
///
/// @param files in it, without the manifest
/// @param bytes of them
/// @param outcomes how many requests were `got`, `cut`, `denied`, `failed`, `absent`, `left`
/// @param redactions how often what sort of thing was taken out
public record Summary(
        int files, long bytes, Map<String, Integer> outcomes, Map<String, Long> redactions) {
    public Summary {
        redactions = Map.copyOf(redactions);
        outcomes = Map.copyOf(new TreeMap<>(outcomes));
    }

    /// How many requests had that outcome.
    public int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
