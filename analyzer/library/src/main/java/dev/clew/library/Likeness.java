package dev.clew.library;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the ids a person may have meant: those that share the most letter triples with what was
/// typed.
final class Likeness {

    private static final double LEAST = 0.2;

    private Likeness() {}

    static List<String> nearest(String text, Set<String> ids, int most) {
        Set<String> wanted = triples(text);
        return ids.stream()
                .filter(id -> share(wanted, triples(id)) >= LEAST)
                .sorted(
                        Comparator.comparingDouble((String id) -> -share(wanted, triples(id)))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static double share(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return 2.0 * both.size() / Math.max(1, one.size() + other.size());
    }

    private static Set<String> triples(String text) {
        String joined = text.toLowerCase(Locale.ROOT);
        String padded = "  " + joined.substring(0, Math.min(200, joined.length())) + " ";
        String[] triples = new String[Math.max(0, padded.length() - 2)];
        Arrays.setAll(triples, i -> padded.substring(i, i + 3));
        return new HashSet<>(Arrays.asList(triples));
    }
}
