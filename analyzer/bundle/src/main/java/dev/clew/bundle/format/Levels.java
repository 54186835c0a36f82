package dev.clew.bundle.format;

import dev.clew.match.regex.Expression;
import dev.clew.model.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the level field of a format becomes a level: by its own expressions, or else by the word
/// that it is.
final class Levels {

    /// The levels that a format file can name, from the least to the most severe: in that order
    /// their expressions are tried.
    static final List<String> NAMES =
            List.of(
                    "trace",
                    "debug5",
                    "debug4",
                    "debug3",
                    "debug2",
                    "debug",
                    "info",
                    "stats",
                    "notice",
                    "warning",
                    "error",
                    "critical",
                    "fatal");

    private final List<Meaning> meanings;

    Levels(List<Meaning> meanings) {
        this.meanings = List.copyOf(meanings);
    }

    /// What a text in the field means if the expression matches it.
    record Meaning(Expression expression, Level level) {}

    /// The level that one of [#NAMES] stands for.
    static Level named(String name) {
        return word(name).orElse(Level.INFO);
    }

    /// @param text what stands in the field; null where it has nothing
    @Nullable Level of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (Meaning meaning : meanings) {
            if (meaning.expression().matches(text)) {
                return meaning.level();
            }
        }
        return word(text.strip()).orElse(Level.INFO);
    }

    private static Optional<Level> word(String word) {
        Optional<Level> known = Level.of(word);
        return known.isPresent()
                ? known
                : Optional.ofNullable(
                        switch (word.toLowerCase(Locale.ROOT)) {
                            case "t", "verbose" -> Level.TRACE;
                            case "v", "debug2", "debug3", "debug4", "debug5" -> Level.DEBUG;
                            case "deprecation" -> Level.WARN;
                            case "fail" -> Level.ERROR;
                            default -> null;
                        });
    }
}
