package dev.clew.model;

import org.jspecify.annotations.Nullable;

/// A thing in the cluster that a finding is about.
///
/// @param kind the Kubernetes kind, e.g. `Pod`, `Node`, `PersistentVolumeClaim`; `Release` for a
///   Helm release
/// @param namespace null where the kind has none or it is unknown
/// @param name the object's name
/// @param node the node it is on, null where unknown or meaningless
public record Subject(String kind, @Nullable String namespace, String name, @Nullable String node)
        implements Comparable<Subject> {

    /// The same thing, with the node filled in if it was unknown.
    public Subject on(@Nullable String otherNode) {
        return node != null || otherNode == null
                ? this
                : new Subject(kind, namespace, name, otherNode);
    }

    /// The same thing, with the namespace filled in if it was unknown.
    public Subject in(@Nullable String otherNamespace) {
        return namespace != null || otherNamespace == null
                ? this
                : new Subject(kind, otherNamespace, name, node);
    }

    @Override
    public int compareTo(Subject other) {
        int order = kind.compareTo(other.kind);
        order = order != 0 ? order : orEmpty(namespace).compareTo(orEmpty(other.namespace));
        order = order != 0 ? order : name.compareTo(other.name);
        return order != 0 ? order : orEmpty(node).compareTo(orEmpty(other.node));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// As an engineer writes it: `Pod kube-system/cilium-vk624 on z-k8s-n-2`.
    @Override
    public String toString() {
        return kind
                + " "
                + (namespace == null ? "" : namespace + "/")
                + name
                + (node == null ? "" : " on " + node);
    }
}
