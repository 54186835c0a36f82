package dev.clew.graph.checks;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What Cilium's own policies let through. Where a rule is of a sort that is not known here, it is
/// held to let the flow through.
final class CiliumPolicy {

    private static final String NAMESPACE = "io.kubernetes.pod.namespace";

    private CiliumPolicy() {}

    static boolean is(ClusterObject policy) {
        return policy.kind().equals("CiliumNetworkPolicy");
    }

    private static List<Data> specs(ClusterObject policy) {
        List<Data> specs = new ArrayList<>(policy.data().items("specs"));
        specs.add(policy.data().at("spec"));
        return specs;
    }

    /// Whether it denies, by default, what it does not name in that direction.
    static boolean has(ClusterObject policy, String type) {
        String direction = type.toLowerCase(Locale.ROOT);
        return specs(policy).stream()
                .anyMatch(spec ->
                        !spec.items(direction).isEmpty()
                                && !"false".equals(spec.text("enableDefaultDeny", direction)));
    }

    static boolean allowsDns(ClusterObject policy) {
        for (Data spec : specs(policy)) {
            for (Data rule : spec.items("egress")) {
                if (!rule.names().isEmpty() && serves(rule, List.of("53", "dns"))) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean allows(ClusterObject policy, String direction, PodSpec peer, PodSpec served) {
        boolean in = direction.equals("ingress");
        List<String> ports = new ArrayList<>();
        for (Data port : served.ports()) {
            ports.add(String.valueOf(port.text("containerPort")));
            ports.add(String.valueOf(port.text("name")));
        }
        for (Data spec : specs(policy)) {
            for (Data rule : spec.items(direction)) {
                if (letsPeer(policy, rule, in ? "from" : "to", peer)
                        && (ports.isEmpty() || serves(rule, ports))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean letsPeer(ClusterObject policy, Data rule, String prefix, PodSpec peer) {
        if (rule.has(prefix + "Endpoints")) {
            return rule.items(prefix + "Endpoints").stream()
                    .anyMatch(each -> isPeer(policy, each, peer));
        }
        if (rule.has(prefix + "Entities")) {
            List<String> entities = rule.texts(prefix + "Entities");
            return entities.contains("all") || entities.contains("cluster");
        }
        if (rule.has(prefix + "FQDNs")) {
            return false;
        }
        return !rule.names().isEmpty();
    }

    private static boolean isPeer(ClusterObject policy, Data selector, PodSpec peer) {
        Map<String, String> labels = new HashMap<>(peer.metadata().at("labels").labels());
        labels.put(NAMESPACE, peer.holder().namespace());
        boolean anywhere = Selectors.labels(selector).containsKey(NAMESPACE);
        boolean known =
                Selectors.labels(selector).keySet().stream()
                        .noneMatch(name -> name.startsWith(NAMESPACE.replace("pod.", "cilium.")));
        return !known
                || ((anywhere || peer.holder().namespace().equals(policy.namespace()))
                        && Selectors.matches(selector, labels));
    }

    private static boolean serves(Data rule, List<String> ports) {
        List<Data> toPorts = rule.items("toPorts");
        return toPorts.isEmpty()
                || toPorts.stream()
                        .flatMap(each -> each.items("ports").stream())
                        .anyMatch(port ->
                                port.has("endPort")
                                        || "0".equals(port.text("port"))
                                        || ports.contains(String.valueOf(port.text("port"))));
    }
}
