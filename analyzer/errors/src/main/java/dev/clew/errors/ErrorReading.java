package dev.clew.errors;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was read out of the text of an error. All spans are of that text.
///
/// @param text the text that was read
/// @param links the errors of the chain, the outermost first; at least one
/// @param operation what was tried, null where the text does not tell
/// @param actor who speaks, null where the text does not tell
/// @param targets what it was tried on, the most telling first
/// @param code a code that a protocol gives it (`Unavailable`, `503`, `ORA-12541`), or null
public record ErrorReading(
        String text,
        List<Span> links,
        @Nullable Span operation,
        @Nullable Span actor,
        List<Target> targets,
        @Nullable String code) {

    public ErrorReading {
        links = List.copyOf(links);
        targets = List.copyOf(targets);
    }

    /// The most telling target, or empty where the text names none.
    public Optional<Target> target() {
        return targets.stream().findFirst();
    }

    /// The words of the innermost error, which is the one that all others came from.
    public String root() {
        return links.getLast().of(text);
    }
}
