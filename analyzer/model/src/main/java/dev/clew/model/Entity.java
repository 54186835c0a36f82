package dev.clew.model;

import org.jspecify.annotations.Nullable;

/// The place in the cluster that a record belongs to, as far as the input tells. Causes and
/// symptoms are joined by it.
///
/// @param namespace of the pod or object
/// @param pod name of the pod the record is about or comes from
/// @param container name of the container
/// @param node name of the node
/// @param workload name of the DaemonSet, Deployment, StatefulSet or Job that owns the pod
public record Entity(
        @Nullable String namespace,
        @Nullable String pod,
        @Nullable String container,
        @Nullable String node,
        @Nullable String workload) {

    /// A record that tells nothing of its place.
    public static final Entity UNKNOWN = new Entity(null, null, null, null, null);

    public static Entity ofPod(@Nullable String namespace, @Nullable String pod) {
        return new Entity(namespace, pod, null, null, pod == null ? null : Workloads.ownerOf(pod));
    }

    public static Entity ofNode(@Nullable String node) {
        return node == null ? UNKNOWN : new Entity(null, null, null, node, null);
    }

    public Entity withNamespace(@Nullable String value) {
        return new Entity(value, pod, container, node, workload);
    }

    public Entity withContainer(@Nullable String value) {
        return new Entity(namespace, pod, value, node, workload);
    }

    public Entity withNode(@Nullable String value) {
        return new Entity(namespace, pod, container, value, workload);
    }

    public Entity withWorkload(@Nullable String value) {
        return new Entity(namespace, pod, container, node, value);
    }

    /// This place with what it leaves open taken from another. Two different pods are never mixed.
    public Entity or(Entity other) {
        if (pod != null && other.pod != null && !pod.equals(other.pod)) {
            return this;
        }
        return new Entity(
                namespace != null ? namespace : other.namespace,
                pod != null ? pod : other.pod,
                container != null ? container : other.container,
                node != null ? node : other.node,
                workload != null ? workload : other.workload);
    }
}
