package dev.clew.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The objects that are gathered: what an expert would look at. Secrets are not among them.
final class Catalog {

    static final Resource PODS = Resource.core("pods", "Pod");
    static final Resource CONFIG_MAPS = Resource.core("configmaps", "ConfigMap");
    static final Resource DAEMON_SETS = Resource.of("apps", "daemonsets", "DaemonSet");
    static final Resource HELM_RELEASES = Resource.core("secrets", "Secret");

    private static final List<Resource> OF_CLUSTER =
            List.of(
                    Resource.core("nodes", "Node").ofCluster(),
                    Resource.core("namespaces", "Namespace").ofCluster(),
                    Resource.core("persistentvolumes", "PersistentVolume").ofCluster(),
                    Resource.of("storage.k8s.io", "storageclasses", "StorageClass").ofCluster(),
                    Resource.of("storage.k8s.io", "csidrivers", "CSIDriver").ofCluster(),
                    Resource.of("storage.k8s.io", "volumeattachments", "VolumeAttachment")
                            .ofCluster(),
                    Resource.of("networking.k8s.io", "ingressclasses", "IngressClass").ofCluster(),
                    Resource.of("scheduling.k8s.io", "priorityclasses", "PriorityClass")
                            .ofCluster(),
                    Resource.of("node.k8s.io", "runtimeclasses", "RuntimeClass").ofCluster(),
                    admission("validatingwebhookconfigurations", "ValidatingWebhookConfiguration"),
                    admission("mutatingwebhookconfigurations", "MutatingWebhookConfiguration"),
                    access("clusterroles", "ClusterRole").ofCluster(),
                    access("clusterrolebindings", "ClusterRoleBinding").ofCluster(),
                    Resource.of("apiregistration.k8s.io", "apiservices", "APIService").ofCluster());

    private static final List<Resource> NAMESPACED =
            List.of(
                    Resource.core("events", "Event"),
                    Resource.core("services", "Service"),
                    Resource.core("persistentvolumeclaims", "PersistentVolumeClaim"),
                    Resource.core("resourcequotas", "ResourceQuota"),
                    DAEMON_SETS,
                    Resource.of("apps", "deployments", "Deployment"),
                    Resource.of("apps", "statefulsets", "StatefulSet"),
                    Resource.of("apps", "replicasets", "ReplicaSet"),
                    Resource.of("batch", "jobs", "Job"),
                    Resource.of("batch", "cronjobs", "CronJob"),
                    Resource.core("limitranges", "LimitRange"),
                    Resource.core("serviceaccounts", "ServiceAccount"),
                    Resource.of("discovery.k8s.io", "endpointslices", "EndpointSlice"),
                    new Resource(
                            "autoscaling",
                            "v2",
                            "horizontalpodautoscalers",
                            "HorizontalPodAutoscaler",
                            true),
                    Resource.of("policy", "poddisruptionbudgets", "PodDisruptionBudget"),
                    Resource.of("coordination.k8s.io", "leases", "Lease"),
                    access("roles", "Role"),
                    access("rolebindings", "RoleBinding"),
                    Resource.of("networking.k8s.io", "ingresses", "Ingress"),
                    Resource.of("networking.k8s.io", "networkpolicies", "NetworkPolicy"));

    /// The versions that older servers have of what was made stable late, the newest first.
    private static final Map<String, List<String>> OLDER =
            Map.of(
                    "cronjobs", List.of("v1beta1"),
                    "poddisruptionbudgets", List.of("v1beta1"),
                    "endpointslices", List.of("v1beta1"),
                    "horizontalpodautoscalers", List.of("v2beta2", "v1"));

    /// A resource in all versions worth asking for, the best first.
    static List<Resource> versions(Resource resource) {
        List<Resource> versions = new ArrayList<>(List.of(resource));
        for (String older : OLDER.getOrDefault(resource.plural(), List.of())) {
            versions.add(
                    new Resource(
                            resource.group(),
                            older,
                            resource.plural(),
                            resource.kind(),
                            resource.namespaced()));
        }
        return versions;
    }

    private static Resource admission(String plural, String kind) {
        return Resource.of("admissionregistration.k8s.io", plural, kind).ofCluster();
    }

    private static Resource access(String plural, String kind) {
        return Resource.of("rbac.authorization.k8s.io", plural, kind);
    }

    private final Scope scope;
    private final String home;
    private final Set<String> ciliumNamespaces;

    /// A catalog for that scope.
    ///
    /// @param home the namespace of the context
    /// @param ciliumNamespaces where Cilium runs
    Catalog(Scope scope, String home, Set<String> ciliumNamespaces) {
        this.scope = scope;
        this.home = scope.namespace() == null ? home : scope.namespace();
        this.ciliumNamespaces = new TreeSet<>(ciliumNamespaces);
    }

    /// The lists to read for each kind, those of one kind together.
    Map<Resource, List<Read.Listing>> listings(List<Resource> custom) {
        Map<Resource, List<Read.Listing>> all = new LinkedHashMap<>();
        all.put(PODS, pods());
        OF_CLUSTER.forEach(resource -> all.put(resource, List.of(Read.Listing.all(resource))));
        NAMESPACED.forEach(resource -> all.put(resource, everywhere(resource, namespaces())));
        custom.forEach(resource ->
                all.put(
                        resource,
                        resource.namespaced()
                                ? everywhere(resource, namespaces())
                                : List.of(Read.Listing.all(resource))));
        if (scope.helm()) {
            all.put(
                    HELM_RELEASES,
                    everywhere(HELM_RELEASES, namespaces()).stream()
                            .map(listing -> listing.with("labelSelector", ReadOnly.HELM))
                            .toList());
        }
        return all;
    }

    /// Keys of the pods that were asked for by name.
    Set<String> asked() {
        Set<String> keys = new TreeSet<>();
        for (String pod : scope.pods()) {
            String name = pod.replaceFirst("^pods?/", "");
            keys.add(name.contains("/") ? name : home + "/" + name);
        }
        return keys;
    }

    private Set<String> namespaces() {
        Set<String> namespaces = new TreeSet<>(ciliumNamespaces);
        if (scope.pods().isEmpty()) {
            namespaces.add(home);
        }
        asked().forEach(key -> namespaces.add(key.substring(0, key.indexOf('/'))));
        return namespaces;
    }

    private List<Read.Listing> everywhere(Resource resource, Set<String> namespaces) {
        return scope.allNamespaces()
                ? List.of(Read.Listing.all(resource))
                : namespaces.stream().map(name -> in(resource, name)).toList();
    }

    private static Read.Listing in(Resource resource, @Nullable String namespace) {
        return new Read.Listing(resource, namespace, Map.of());
    }

    private List<Read.Listing> pods() {
        List<Read.Listing> listings = new ArrayList<>();
        for (String key : asked()) {
            int slash = key.indexOf('/');
            listings.add(
                    in(PODS, key.substring(0, slash))
                            .with("fieldSelector", "metadata.name=" + key.substring(slash + 1)));
        }
        boolean wanted = scope.pods().isEmpty();
        boolean selected = scope.selector() != null;
        if (wanted && scope.allNamespaces()) {
            listings.add(selected(in(PODS, null)));
        }
        if (wanted && !scope.allNamespaces() && (selected || !ciliumNamespaces.contains(home))) {
            listings.add(selected(in(PODS, home)));
        }
        if (!wanted || selected || !scope.allNamespaces()) {
            ciliumNamespaces.forEach(name -> listings.add(onNode(in(PODS, name))));
        }
        return listings;
    }

    private Read.Listing selected(Read.Listing listing) {
        return onNode(
                scope.selector() == null
                        ? listing
                        : listing.with("labelSelector", scope.selector()));
    }

    private Read.Listing onNode(Read.Listing listing) {
        return scope.node() == null
                ? listing
                : listing.with("fieldSelector", "spec.nodeName=" + scope.node());
    }
}
