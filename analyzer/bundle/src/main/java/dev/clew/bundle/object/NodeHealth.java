package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import org.jspecify.annotations.Nullable;

/// What the health checks of Cilium say of a node, as `cilium-health status -o json` writes it
/// (`api/v1/health/models/node_status.go` of Cilium): a probe that failed has a status, one that
/// did not has none.
final class NodeHealth {

    private final ObjectRecords records;

    NodeHealth(ObjectRecords records) {
        this.records = records;
    }

    /// Hands on the record of a node, if the tree is one.
    boolean read(Tree tree) {
        Tree host = tree.at("host", "primary-address");
        String name = tree.text("name");
        if (name == null || !host.isObject()) {
            return false;
        }
        Tree endpoint = tree.at("health-endpoint", "primary-address");
        endpoint = endpoint.isObject() ? endpoint : tree.get("endpoint");
        records.emit(
                new Structured(RecordKind.STATUS)
                        .field("name", "node-health")
                        .field("remoteNode", name)
                        .field("ip", host.text("ip"))
                        .field("nodeStatus", reached(host))
                        .field("endpointStatus", reached(endpoint))
                        .field("icmp", host.at("icmp", "status").text())
                        .field("http", host.at("http", "status").text())
                        .field("endpointIcmp", endpoint.at("icmp", "status").text())
                        .field("endpointHttp", endpoint.at("http", "status").text())
                        .in(
                                records,
                                tree,
                                Entity.ofNode(name),
                                new Subject("Node", null, name, null)));
        return true;
    }

    /// The word of the page made for people; null where nothing was probed.
    private static @Nullable String reached(Tree path) {
        if (!path.get("icmp").isObject() && !path.get("http").isObject()) {
            return null;
        }
        boolean failed =
                !path.at("icmp", "status").orEmpty().isEmpty()
                        || !path.at("http", "status").orEmpty().isEmpty();
        return failed ? "unreachable" : "reachable";
    }
}
