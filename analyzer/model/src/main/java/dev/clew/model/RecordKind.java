package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// What a record is: the thing in the cluster, or the output, that it was read from.
public enum RecordKind {
    /// A line that a program logged, with its continuation lines.
    LOG,
    /// A Kubernetes event, from an object, a `describe` page or a `get events` table.
    EVENT,
    /// The state of one container of a pod.
    CONTAINER,
    /// A pod: phase, readiness, status column.
    POD,
    /// A node: readiness, taints, versions.
    NODE,
    /// One condition of any object.
    CONDITION,
    /// A DaemonSet, Deployment, StatefulSet, ReplicaSet or Job with its counts.
    WORKLOAD,
    /// The options a Cilium component runs with, all of one source in one record.
    CONFIG,
    /// One row of a status page such as `cilium status`.
    STATUS,
    /// A packet verdict of Hubble or `cilium monitor`.
    FLOW,
    /// A Helm release.
    RELEASE,
    /// Any other Kubernetes object.
    OBJECT,
    /// What objects, held against each other, show to be wrong.
    STATE,
    /// A command line that a pasted terminal shows.
    COMMAND,
    /// What the words of an error say that no signature knows as it stands: its mechanism, what was
    /// tried, on what, by whom. Made of other records when all are read.
    ERROR,
    /// A line of text that is none of these.
    TEXT;

    /// The word used in packs.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word, or empty for a word that is none.
    public static Optional<RecordKind> of(String word) {
        return Words.find(RecordKind.class, word);
    }
}
