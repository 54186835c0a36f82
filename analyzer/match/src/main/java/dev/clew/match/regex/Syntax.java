package dev.clew.match.regex;

import java.util.List;

/// An expression taken apart, as far as it matters for whether it matches: groups and the order in
/// which choices are tried are gone.
sealed interface Syntax {

    /// One character of a set.
    record One(CharSet set) implements Syntax {}

    /// A place between characters.
    record At(Place place) implements Syntax {}

    /// All parts, one after the other.
    record Sequence(List<Syntax> parts) implements Syntax {}

    /// One of the choices.
    record Choice(List<Syntax> choices) implements Syntax {}

    /// A part several times.
    ///
    /// @param most -1 if there is no limit
    record Repeat(Syntax part, int least, int most) implements Syntax {}

    /// What a place between characters can be asked to be.
    enum Place {
        TEXT_START,
        TEXT_END,
        LINE_START,
        LINE_END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
