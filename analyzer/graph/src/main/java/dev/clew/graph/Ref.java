package dev.clew.graph;

import dev.clew.model.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of a thing in the cluster.
///
/// @param kind the Kubernetes kind, e.g. `Service`
/// @param namespace null where the kind has none or it is unknown
/// @param name the object's name
public record Ref(String kind, @Nullable String namespace, String name) implements Comparable<Ref> {

    private static final Set<String> OF_THE_CLUSTER =
            Set.of(
                    "Node",
                    "Namespace",
                    "PersistentVolume",
                    "StorageClass",
                    "PriorityClass",
                    "RuntimeClass",
                    "IngressClass",
                    "GatewayClass",
                    "CSIDriver",
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "ClusterIssuer",
                    "VolumeAttachment",
                    "APIService",
                    "CustomResourceDefinition",
                    "ValidatingWebhookConfiguration",
                    "MutatingWebhookConfiguration");

    /// Kinds without a namespace lose the one that events about them have.
    public Ref {
        if (namespace != null && (namespace.isEmpty() || OF_THE_CLUSTER.contains(kind))) {
            namespace = null;
        }
    }

    /// The name of a subject.
    public static Ref of(Subject subject) {
        return new Ref(subject.kind(), subject.namespace(), subject.name());
    }

    /// The same thing as a subject, its node unknown.
    public Subject subject() {
        return new Subject(kind, namespace, name, null);
    }

    @Override
    public int compareTo(Ref other) {
        return subject().compareTo(other.subject());
    }

    /// As an engineer writes it: `Service shop/cart`.
    @Override
    public String toString() {
        return kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
