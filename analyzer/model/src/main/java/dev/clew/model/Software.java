package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// The software whose versions decide whether a signature or a fix applies.
public enum Software {
    CILIUM,
    KUBERNETES,
    KERNEL,
    HELM,
    ETCD,
    RUNTIME,
    COREDNS,
    CHART;

    /// The word used in packs and in the environment of a report.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The software of that word, or empty for a word that is none.
    public static Optional<Software> of(String word) {
        return Words.find(Software.class, word);
    }
}
