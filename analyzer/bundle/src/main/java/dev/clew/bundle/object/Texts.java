package dev.clew.bundle.object;

import org.jspecify.annotations.Nullable;

/// Members of an object as texts, of which empty ones say nothing.
final class Texts {

    private Texts() {}

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /// The first that says something, null if none does.
    static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
