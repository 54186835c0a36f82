package dev.clew.library;

import java.util.List;

/// Tells which signatures recognise a text that was pasted.
@FunctionalInterface
public interface Recogniser {

    /// Recognises nothing.
    Recogniser NONE = text -> List.of();

    /// Ids of the signatures, the most telling first.
    List<String> recognise(String text);
}
