package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// How far the effect of a cause reaches, or how close two records must be, from the closest to the
/// widest.
public enum Scope {
    /// The same file or stream.
    SOURCE,
    /// The same container of the same pod.
    CONTAINER,
    /// The same pod.
    POD,
    /// Any pod of the same DaemonSet, Deployment, StatefulSet or Job.
    WORKLOAD,
    /// Anything on the same node.
    NODE,
    /// Anything in the same namespace.
    NAMESPACE,
    /// Anything.
    CLUSTER;

    /// The word used in packs.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of that word, or empty for a word that is none.
    public static Optional<Scope> of(String word) {
        return Words.find(Scope.class, word);
    }
}
