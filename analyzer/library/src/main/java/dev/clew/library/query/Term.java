package dev.clew.library.query;

import org.jspecify.annotations.Nullable;

/// A word to look for.
///
/// @param text as it stands in the index
/// @param weight how much it counts
/// @param typed what the person typed where it is not that word itself: a misspelling, a beginning,
///   a form of a notion; null otherwise
/// @param place its place among the words of the question, for words that stand side by side; -1
///   for those that have none
public record Term(String text, float weight, @Nullable String typed, int place) {}
