package dev.clew.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of the cluster to look at. Nodes and Cilium itself are always looked at.
///
/// @param allNamespaces whether the pods of all namespaces are looked at
/// @param namespace whose pods are looked at; null for the namespace of the context
/// @param pods names of pods to look at, `name` or `namespace/name`; empty for all
/// @param selector labels that pods must have, as kubectl takes them; null for any
/// @param node whose pods are looked at; null for all
/// @param helm whether the names, revisions and states of Helm releases are read, which are kept in
///   secrets
public record Scope(
        boolean allNamespaces,
        @Nullable String namespace,
        List<String> pods,
        @Nullable String selector,
        @Nullable String node,
        boolean helm) {

    /// Everything in all namespaces.
    public static final Scope EVERYTHING = new Scope(true, null, List.of(), null, null, false);

    public Scope {
        pods = List.copyOf(pods);
    }

    /// Whether only some pods are asked for, so that not all agents matter.
    boolean isNarrow() {
        return !pods.isEmpty() || node != null;
    }
}
