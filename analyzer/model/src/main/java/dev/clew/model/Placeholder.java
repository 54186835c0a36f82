package dev.clew.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A name in `<…>` in commands that stands for something which differs from cluster to cluster.
///
/// @param name without the angle brackets
/// @param type what may be put in
/// @param means what it is, for a reader who has to fill it in
/// @param get a read-only command that tells it; null where no command does
/// @param kind the kind of subject whose name it is, such as `Pod`; null for none
/// @param shape an expression that the name of such a subject must match; null for any name
/// @param fact the fact of the input that it is; null for none
/// @param said expressions (RE2) of which the group `value` is it, looked for in the evidence of
///   the finding where neither a capture nor the subject tells it
/// @param usual what it nearly always is in the areas that own it; null for nothing
/// @param areas beginning of the areas in which `usual` may be put in; empty for none
public record Placeholder(
        String name,
        PlaceholderType type,
        String means,
        @Nullable String get,
        @Nullable String kind,
        @Nullable String shape,
        @Nullable String fact,
        List<String> said,
        @Nullable String usual,
        String areas) {

    public Placeholder {
        said = List.copyOf(said);
    }

    /// A placeholder in a command or a text: `<pod-cidr>`.
    public static final Pattern IN_TEXT = Pattern.compile("<([a-z][a-z0-9]*(?:-[a-z0-9]+)*)>");

    /// One that is explained and can be filled from a captured value of its name, no more.
    public static Placeholder of(String name, String means, @Nullable String get) {
        return new Placeholder(
                name, PlaceholderType.WORD, means, get, null, null, null, List.of(), null, "");
    }

    /// What is usual in an area; empty where the area does not own the placeholder.
    public Optional<String> usualIn(String area) {
        return !areas.isEmpty() && area.startsWith(areas)
                ? Optional.ofNullable(usual)
                : Optional.empty();
    }
}
