package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import java.util.Map;

/// Reads values of the Cilium chart as the agent's configuration: each value under the name of the
/// option that the chart makes of it. Names as in the chart's `cilium-configmap.yaml`, 1.8 to 1.18.
final class HelmValues {

    private static final int ENOUGH = 2;

    private static final Map<String, String> OPTIONS =
            Map.ofEntries(
                    Map.entry("tunnel", "tunnel"),
                    Map.entry("routingMode", "routing-mode"),
                    Map.entry("tunnelProtocol", "tunnel-protocol"),
                    Map.entry("autoDirectNodeRoutes", "auto-direct-node-routes"),
                    Map.entry("nativeRoutingCIDR", "native-routing-cidr"),
                    Map.entry("ipv4NativeRoutingCIDR", "ipv4-native-routing-cidr"),
                    Map.entry("ipv6NativeRoutingCIDR", "ipv6-native-routing-cidr"),
                    Map.entry("enableIPv4Masquerade", "enable-ipv4-masquerade"),
                    Map.entry("masquerade", "masquerade"),
                    Map.entry("kubeProxyReplacement", "kube-proxy-replacement"),
                    Map.entry("k8sServiceHost", "k8s-service-host"),
                    Map.entry("cluster.id", "cluster-id"),
                    Map.entry("cluster.name", "cluster-name"),
                    Map.entry("bpf.masquerade", "enable-bpf-masquerade"),
                    Map.entry("nodePort.enabled", "enable-node-port"),
                    Map.entry("ipam.mode", "ipam"),
                    Map.entry("ipv4.enabled", "enable-ipv4"),
                    Map.entry("ipv6.enabled", "enable-ipv6"),
                    Map.entry("ipMasqAgent.enabled", "enable-ip-masq-agent"),
                    Map.entry("socketLB.hostNamespaceOnly", "bpf-lb-sock-hostns-only"),
                    Map.entry("encryption.enabled", "enable-encryption"),
                    Map.entry("encryption.type", "encryption-type"),
                    Map.entry("cni.chainingMode", "cni-chaining-mode"),
                    Map.entry("eni.enabled", "eni"),
                    Map.entry("gke.enabled", "gke"),
                    Map.entry("azure.enabled", "azure"),
                    Map.entry("operator.replicas", "operator-replicas"),
                    Map.entry("hubble.enabled", "enable-hubble"),
                    Map.entry("hubble.relay.enabled", "hubble-relay-enabled"));

    private final ObjectRecords records;

    HelmValues(ObjectRecords records) {
        this.records = records;
    }

    /// Reads a mapping without a kind, if it is named or looks like values of the chart.
    ///
    /// @return whether it was
    boolean read(Tree tree) {
        Structured options = new Structured(RecordKind.CONFIG).field("from", "helm-values");
        int known = add(options, tree, "");
        String path = records.source().path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (known == 0 || (known < ENOUGH && !name.startsWith("cilium-helm-values"))) {
            return false;
        }
        records.emit(options.in(records, tree, Entity.UNKNOWN, null).component("cilium-agent"));
        return true;
    }

    private static int add(Structured options, Tree tree, String prefix) {
        int known = 0;
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            String path = prefix + member.getKey();
            String option = OPTIONS.get(path);
            if (option != null && member.getValue().text() != null) {
                options.field(option, member.getValue().text());
                known++;
            } else if (prefix.length() < 40) {
                known += add(options, member.getValue(), path + ".");
            }
        }
        return known;
    }
}
