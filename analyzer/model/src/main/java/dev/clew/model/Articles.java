package dev.clew.model;

import java.util.Optional;

/// Where articles are found by their id.
@FunctionalInterface
public interface Articles {

    /// No articles at all.
    Articles NONE = id -> Optional.empty();

    /// The article of that id, or empty if there is none.
    Optional<Article> find(String id);
}
