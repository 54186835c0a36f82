package dev.clew.bundle.layout;

import dev.clew.bundle.log.Components;
import dev.clew.model.Entity;
import dev.clew.model.Workloads;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// File names of a Cilium sysdump (`sysdump/constants.go` of cilium-cli): everything flat below one
/// folder, with the time of the run in each name, and a folder for each agent's bugtool.
final class SysdumpNames {

    private static final String STAMP = "\\d{8}-\\d{6}";
    private static final Pattern LOG =
            Pattern.compile("(?:^|/)logs-(.+?)(?:-" + STAMP + ")?(-prev)?\\.log$");
    private static final Pattern BUGTOOL =
            Pattern.compile(
                    "(?:^|/)(?:cilium|tetragon)-bugtool-(.+?)(?:-"
                            + STAMP
                            + ")?(?:\\.tar\\.gz!)?/(?:[^/]+/)?(cmd|conf|state)/");
    private static final Pattern FLOWS =
            Pattern.compile(
                    "(?:^|/)hubble-(?:flows|observe)-(.+?)(?:-" + STAMP + ")?\\.(?:json|log)$");
    private static final Pattern COLLECTOR = Pattern.compile("(?:^|/)cilium-sysdump\\.log$");
    private static final Pattern FLAT =
            Pattern.compile(
                    "(?:^|/)(?:k8s-(?:nodes|namespaces|pods|services|endpoints|endpointslices|networkpolicies|leases|events|version|metrics)|cilium-(?:configmap|daemonset|envoy-daemonset|operator-deployment|node-init-daemonset|helm-metadata|helm-values)|cilium(?:networkpolicies|clusterwidenetworkpolicies|endpoints|identities|nodes|loadbalancerippools)|hubble-relay-deployment)-"
                            + STAMP
                            + "\\.(?:yaml|txt|html)$");
    private static final Pattern POD_FILE =
            Pattern.compile("(?:^|/)(?:metrics|gops)-(.+?)-" + STAMP);
    private static final List<String> CONTAINERS =
            List.of(
                    "cilium-agent",
                    "apply-sysctl-overwrites",
                    "mount-bpf-fs",
                    "mount-cgroup",
                    "clean-cilium-state",
                    "install-cni-binaries",
                    "wait-for-kube-proxy",
                    "wait-for-node-init",
                    "config",
                    "cilium-operator",
                    "cilium-envoy",
                    "hubble-relay",
                    "frontend",
                    "backend",
                    "node-init",
                    "apiserver",
                    "kvstoremesh",
                    "etcd-init",
                    "etcd",
                    "certgen",
                    "spire-agent",
                    "spire-server",
                    "export-stdout",
                    "tetragon",
                    "tetragon-operator",
                    "cilium-monitor",
                    "block-unwanted-policies",
                    "init");

    private SysdumpNames() {}

    static Optional<Located> locate(String path) {
        Matcher log = LOG.matcher(path);
        if (log.find() && (path.matches(".*" + STAMP + ".*") || !log.group(1).matches("[a-z]+"))) {
            Located located = container(log.group(1));
            return located.entity().container() == null && !path.matches(".*" + STAMP + ".*")
                    ? Optional.empty()
                    : Optional.of(located.previous(log.group(2) != null));
        }
        Matcher bugtool = BUGTOOL.matcher(path);
        if (bugtool.find()) {
            String component =
                    bugtool.group(2).equals("cmd") && path.contains("dmesg")
                            ? "kernel"
                            : "cilium-agent";
            return Optional.of(
                    Located.of(
                            Layout.CILIUM_SYSDUMP,
                            Entity.ofPod(null, bugtool.group(1)),
                            component));
        }
        Matcher flows = FLOWS.matcher(path);
        if (flows.find()) {
            return Optional.of(
                    Located.of(
                            Layout.CILIUM_SYSDUMP,
                            Entity.ofPod(null, flows.group(1)),
                            "cilium-agent"));
        }
        if (COLLECTOR.matcher(path).find()) {
            return Optional.of(
                    Located.of(Layout.CILIUM_SYSDUMP, Entity.UNKNOWN, "cilium-cli").asNote());
        }
        Matcher pod = POD_FILE.matcher(path);
        if (pod.find()) {
            return Optional.of(container(pod.group(1)));
        }
        return FLAT.matcher(path).find()
                ? Optional.of(Located.at(Layout.CILIUM_SYSDUMP))
                : Optional.empty();
    }

    /// `<pod>-<container>`: both may hold dashes, so the containers that Cilium's pods have are
    /// tried, then the shape that controllers give to names of pods.
    private static Located container(String joined) {
        for (String container : CONTAINERS) {
            if (joined.endsWith("-" + container)) {
                String pod = joined.substring(0, joined.length() - container.length() - 1);
                if (Workloads.looksLikePod(pod) || !pod.contains("-")) {
                    return located(pod, container);
                }
            }
        }
        for (int dash = joined.indexOf('-'); dash > 0; dash = joined.indexOf('-', dash + 1)) {
            if (Workloads.looksLikePod(joined.substring(0, dash))) {
                return located(joined.substring(0, dash), joined.substring(dash + 1));
            }
        }
        return Located.of(
                Layout.CILIUM_SYSDUMP,
                Workloads.looksLikePod(joined) ? Entity.ofPod(null, joined) : Entity.UNKNOWN,
                "");
    }

    private static Located located(String pod, String container) {
        String component = Components.ofWorkload(container);
        component = component.isEmpty() ? Components.ofWorkload(pod) : component;
        if (container.equals("etcd")
                || container.equals("apiserver")
                || container.equals("kvstoremesh")) {
            component =
                    pod.startsWith("clustermesh-apiserver") && !container.equals("etcd")
                            ? "clustermesh-apiserver"
                            : container;
        }
        return Located.of(
                Layout.CILIUM_SYSDUMP, Entity.ofPod(null, pod).withContainer(container), component);
    }
}
