package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// How bad a finding is, from least to worst. The order of the constants is the order of badness.
public enum Severity {
    INFO(0),
    WARNING(1),
    ERROR(2),
    CRITICAL(3);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /// 0 for the least bad, one more for each next one.
    public int weight() {
        return weight;
    }

    /// The word used in packs, on the command line and in reports, e.g. `critical`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The severity of that word, or empty for a word that is none.
    public static Optional<Severity> of(String word) {
        return Words.find(Severity.class, word);
    }
}
