package dev.clew.bundle.object;

import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Packet verdicts: flows as `hubble observe -o json` writes them (`api/v1/flow/flow.proto` of
/// Cilium), and the drop counter of the agent's metrics.
final class Flows {

    private final ObjectRecords records;

    Flows(ObjectRecords records) {
        this.records = records;
    }

    /// Hands on the record of a flow, if the tree is one.
    boolean read(Tree tree) {
        if (tree.get("flow").isObject()) {
            return read(tree.get("flow"));
        }
        if (tree.has("verdict")
                && (tree.has("IP")
                        || tree.has("ip")
                        || tree.has("l4")
                        || tree.has("drop_reason")
                        || tree.has("source"))) {
            flow(tree);
            return true;
        }
        if ("cilium_drop_count_total".equals(tree.text("name")) && tree.get("labels").isObject()) {
            Structured fields =
                    new Structured(RecordKind.FLOW)
                            .field("verdict", "DROPPED")
                            .field("reason", tree.at("labels", "reason").text())
                            .field("direction", tree.at("labels", "direction").text())
                            .field("drops", tree.text("value"));
            Shown shown =
                    new Shown("")
                            .add(tree, "name")
                            .add(tree, "labels", "reason")
                            .add(tree, "labels", "direction")
                            .add(tree, "value");
            records.emit(fields.in(records, tree, shown, Entity.UNKNOWN, null));
            return true;
        }
        return false;
    }

    private void flow(Tree tree) {
        Tree address = tree.has("IP") ? tree.get("IP") : tree.get("ip");
        String named = Texts.first(tree.text("drop_reason_desc"), tree.text("dropReasonDesc"));
        String code = Texts.first(tree.text("drop_reason"), tree.text("dropReason"));
        String reason =
                named != null
                        ? DropReasons.words(named)
                        : code == null ? ofProxy(tree) : DropReasons.ofCode(code);
        Tree sender = tree.get("source");
        Structured fields =
                new Structured(RecordKind.FLOW)
                        .field("verdict", tree.text("verdict"))
                        .field("reason", reason)
                        .field(
                                "direction",
                                Texts.first(
                                        tree.text("traffic_direction"),
                                        tree.text("trafficDirection")))
                        .field("from", endpoint(sender, address.text("source")))
                        .field("to", endpoint(tree.get("destination"), address.text("destination")))
                        .field("port", port(tree.get("l4")))
                        .field("summary", Texts.first(tree.text("Summary"), tree.text("summary")));
        String node = Texts.first(tree.text("node_name"), tree.text("nodeName"));
        String pod = Texts.first(sender.text("pod_name"), sender.text("podName"));
        String namespace = sender.text("namespace");
        Entity entity =
                pod == null ? Entity.ofNode(node) : Entity.ofPod(namespace, pod).withNode(node);
        Subject subject = pod == null ? null : new Subject("Pod", namespace, pod, node);
        String time = tree.text("time");
        boolean dropped =
                "DROPPED".equals(tree.text("verdict")) || "ERROR".equals(tree.text("verdict"));
        records.emit(
                fields.in(records, tree, entity, subject)
                        .time(time == null ? null : Stamps.any(time))
                        .level(dropped ? Level.WARN : Level.INFO));
    }

    /// What the proxy drops, it drops by the rules of a policy.
    private static @Nullable String ofProxy(Tree tree) {
        boolean dropped = "DROPPED".equals(tree.text("verdict"));
        return dropped && tree.get("l7").isObject() ? "Policy denied" : null;
    }

    private static String endpoint(Tree endpoint, @Nullable String address) {
        String pod = Texts.first(endpoint.text("pod_name"), endpoint.text("podName"));
        if (pod != null) {
            return endpoint.get("namespace").orEmpty() + "/" + pod;
        }
        for (Tree label : endpoint.get("labels").items()) {
            if (label.orEmpty().startsWith("reserved:")) {
                return (address == null ? "" : address + " ")
                        + "("
                        + label.orEmpty().substring(9).toLowerCase(Locale.ROOT)
                        + ")";
            }
        }
        return address == null ? "" : address;
    }

    private static @Nullable String port(Tree transport) {
        for (String protocol : transport.members().keySet()) {
            String port = transport.at(protocol, "destination_port").text();
            return (port == null ? "" : port + "/") + protocol;
        }
        return null;
    }
}
