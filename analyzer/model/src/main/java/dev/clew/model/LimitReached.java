package dev.clew.model;

/// A bound that an input went beyond.
///
/// @param value how much there may be
/// @param cost how many were lost or are known less well, in the words of [Bound#cost()]
public record LimitReached(Bound bound, long value, long cost) {

    /// In one line: `observations (20000): 12 matches counted without their object`.
    public String words() {
        return bound.word() + " (" + value + "): " + cost + " " + bound.cost();
    }
}
