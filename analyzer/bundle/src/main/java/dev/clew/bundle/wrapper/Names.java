package dev.clew.bundle.wrapper;

import dev.clew.model.Entity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names under which shippers keep the place of a line. Pipelines are chained, and each keeps
/// the names of the one before, so that one list serves all of them.
final class Names {

    private static final String[] PODS = {
        "kubernetes.pod_name",
        "kubernetes.pod.name",
        "attrs.io.kubernetes.pod.name",
        "resource.labels.pod_name",
        "k8s.pod.name",
        "fields.k8s.pod.name",
        "fields.pod_name",
        "fields.pod",
        "labels.pod",
        "labels.pod_name",
        "labels.k8s_pod_name",
        "attributes.pod_name",
        "_k8s_pod_name",
        "_kubernetes_pod_name",
        "_pod_name",
        "k8s_pod_name",
        "properties.pod",
        "PodName",
        "podName",
        "pod_name",
        "pod",
        "Pod Name"
    };
    private static final String[] NAMESPACES = {
        "kubernetes.namespace_name",
        "kubernetes.namespace",
        "kubernetes.pod_namespace",
        "attrs.io.kubernetes.pod.namespace",
        "resource.labels.namespace_name",
        "k8s.namespace.name",
        "fields.k8s.namespace.name",
        "fields.namespace",
        "fields.namespace_name",
        "labels.namespace",
        "labels.namespace_name",
        "labels.k8s_namespace_name",
        "attributes.kube_namespace",
        "_k8s_namespace_name",
        "_kubernetes_namespace_name",
        "_namespace_name",
        "k8s_namespace_name",
        "PodNamespace",
        "namespace_name",
        "kube_namespace",
        "namespace",
        "Namespace"
    };
    private static final String[] CONTAINERS = {
        "kubernetes.container_name",
        "kubernetes.container.name",
        "attrs.io.kubernetes.container.name",
        "resource.labels.container_name",
        "k8s.container.name",
        "fields.k8s.container.name",
        "fields.container_name",
        "fields.container",
        "labels.container",
        "labels.container_name",
        "labels.k8s_container_name",
        "attributes.kube_container_name",
        "_k8s_container_name",
        "_kubernetes_container_name",
        "k8s_container_name",
        "ContainerName",
        "containerName",
        "container_name",
        "kube_container_name",
        "container",
        "Container Name"
    };
    private static final String[] NODES = {
        "kubernetes.node.name",
        "kubernetes.pod_node_name",
        "kubernetes.node_name",
        "kubernetes.host",
        "labels.compute.googleapis.com/resource_name",
        "resource.labels.node_name",
        "k8s.node.name",
        "fields.k8s.node.name",
        "fields.node_name",
        "fields.node",
        "labels.node_name",
        "labels.node",
        "labels.nodename",
        "nodeName",
        "node_name",
        "_HOSTNAME",
        "hostname",
        "host.name",
        "host",
        "Computer",
        "Host",
        "node"
    };

    /// Names of files, tags and streams that are made of the names of pod and container.
    private static final String[] FILES = {
        "log.file.path",
        "file",
        "filename",
        "labels.filename",
        "source",
        "logStreamName",
        "@logStream",
        "tag",
        "CONTAINER_NAME",
        "_container_name",
        "docker.name",
        "Name",
        "log.file.name",
        "attributes.log.file.path"
    };

    private Names() {}

    /// The place that the members of a wrapper tell.
    static Entity place(Map<String, String> members) {
        String pod = first(members, PODS);
        Entity place =
                Entity.ofPod(first(members, NAMESPACES), pod)
                        .withContainer(first(members, CONTAINERS))
                        .withNode(first(members, NODES));
        if (pod == null) {
            for (String name : FILES) {
                String file = members.get(name);
                Entity told = file == null ? Entity.UNKNOWN : LogFiles.place(file);
                if (!told.equals(Entity.UNKNOWN)) {
                    return told.or(place);
                }
            }
        }
        return place;
    }

    /// The first of the members of those names that says something; null if none does.
    static @Nullable String first(Map<String, String> members, String... names) {
        for (String name : names) {
            String value = members.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
