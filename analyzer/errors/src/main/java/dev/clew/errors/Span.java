package dev.clew.errors;

/// A stretch of a text.
///
/// @param from where it begins
/// @param to where it ends; at least `from`
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to + " is no stretch");
        }
    }

    /// The words of the stretch.
    public String of(String text) {
        return text.substring(from, to);
    }
}
