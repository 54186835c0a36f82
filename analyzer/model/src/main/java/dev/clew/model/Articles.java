package dev.clew.model;

import java.util.List;
import java.util.Optional;

/// Where articles are found by their id, and by what they have to do with.
@FunctionalInterface
public interface Articles {

    /// No articles at all.
    Articles NONE = id -> Optional.empty();

    /// The article of that id, or empty if there is none.
    Optional<Article> find(String id);

    /// Articles that have much to do with a line of a log, the best first. Nothing weak is claimed:
    /// for most lines there are none.
    default List<RelatedArticle> nearest(String line) {
        return List.of();
    }
}
