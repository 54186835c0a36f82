package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// Whether a signature names what broke, or only what is seen of it.
public enum Role {
    CAUSE,
    SYMPTOM;

    /// The word used in packs and reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that word, or empty for a word that is none.
    public static Optional<Role> of(String word) {
        return Words.find(Role.class, word);
    }
}
