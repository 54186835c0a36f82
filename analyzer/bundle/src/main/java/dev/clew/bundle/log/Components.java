package dev.clew.bundle.log;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names the program behind a line, in the words that packs use, from names that inputs use.
public final class Components {

    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("cilium", "cilium-agent"),
                    Map.entry("cilium-dbg", "cilium-agent"),
                    Map.entry("cilium-operator-generic", "cilium-operator"),
                    Map.entry("cilium-operator-aws", "cilium-operator"),
                    Map.entry("cilium-operator-azure", "cilium-operator"),
                    Map.entry("cilium-operator-alibabacloud", "cilium-operator"),
                    Map.entry("envoy", "cilium-envoy"),
                    Map.entry("apiserver", "kube-apiserver"),
                    Map.entry("kubenswrapper", "kubelet"),
                    Map.entry("hyperkube", "kubelet"),
                    Map.entry("cri-o", "crio"),
                    Map.entry("dockerd", "docker"),
                    Map.entry("dockerd-current", "docker"),
                    Map.entry("cri-dockerd", "docker"),
                    Map.entry("kernel:", "kernel"),
                    Map.entry("k3s-agent", "k3s"),
                    Map.entry("k3s-server", "k3s"));

    private static final Set<String> KNOWN =
            Set.of(
                    "cilium-agent",
                    "cilium-operator",
                    "cilium-envoy",
                    "cilium-cni",
                    "cilium-cli",
                    "hubble",
                    "hubble-relay",
                    "hubble-ui",
                    "clustermesh-apiserver",
                    "kvstoremesh",
                    "cilium-node-init",
                    "tetragon",
                    "kubelet",
                    "kube-apiserver",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kube-proxy",
                    "cloud-controller-manager",
                    "etcd",
                    "coredns",
                    "containerd",
                    "crio",
                    "docker",
                    "kernel",
                    "systemd",
                    "helm",
                    "kubeadm",
                    "kubectl",
                    "metrics-server",
                    "k3s");

    private Components() {}

    /// The names that packs may use.
    public static Set<String> known() {
        Set<String> known = new HashSet<>(KNOWN);
        known.addAll(Applications.known());
        return known;
    }

    /// The programs of the cluster itself.
    static Set<String> own() {
        return KNOWN;
    }

    /// The component of that name, or empty if it is none that packs know. Servers that hold
    /// several components in one process (`k3s`, `rke2`, `localkube`, `microk8s`) tell nothing.
    public static String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String alias = ALIASES.getOrDefault(lower, lower);
        if (alias.equals("k3s")) {
            return "";
        }
        return KNOWN.contains(alias) ? alias : Applications.of(lower);
    }

    /// The component that a pod or container of that name runs, or empty.
    public static String ofWorkload(String name) {
        String exact = of(name);
        if (!exact.isEmpty()) {
            return exact;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String start :
                new String[] {
                    "cilium-operator",
                    "cilium-envoy",
                    "cilium-node-init",
                    "hubble-relay",
                    "hubble-ui",
                    "clustermesh-apiserver",
                    "kube-apiserver",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kube-proxy",
                    "cloud-controller-manager",
                    "coredns",
                    "etcd",
                    "metrics-server",
                    "kubelet",
                    "containerd",
                    "tetragon"
                }) {
            if (lower.startsWith(start)) {
                return start;
            }
        }
        return lower.matches("cilium(-agent)?(-[a-z0-9]{5})?")
                ? "cilium-agent"
                : Applications.ofWorkload(lower);
    }

    /// The component whose source files are called like that, or empty: klog prints the file of
    /// each message.
    static String ofSourceFile(String file) {
        return KLOG_FILES.getOrDefault(file, "");
    }

    private static final Map<String, String> KLOG_FILES =
            Map.ofEntries(
                    Map.entry("kubelet.go", "kubelet"),
                    Map.entry("kubelet_node_status.go", "kubelet"),
                    Map.entry("kubelet_volumes.go", "kubelet"),
                    Map.entry("kubelet_pods.go", "kubelet"),
                    Map.entry("kubelet_network.go", "kubelet"),
                    Map.entry("pod_workers.go", "kubelet"),
                    Map.entry("pod_container_deletor.go", "kubelet"),
                    Map.entry("kuberuntime_manager.go", "kubelet"),
                    Map.entry("kuberuntime_sandbox.go", "kubelet"),
                    Map.entry("kuberuntime_container.go", "kubelet"),
                    Map.entry("kuberuntime_image.go", "kubelet"),
                    Map.entry("remote_runtime.go", "kubelet"),
                    Map.entry("remote_image.go", "kubelet"),
                    Map.entry("eviction_manager.go", "kubelet"),
                    Map.entry("prober.go", "kubelet"),
                    Map.entry("proxier.go", "kube-proxy"));
}
