package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.List;
import java.util.stream.Collectors;

/// Makes records of nodes and their conditions.
final class NodeRecords {

    private static final List<String> VERSIONS =
            List.of("kubeletVersion", "kernelVersion", "containerRuntimeVersion", "osImage");

    private final ObjectRecords records;

    NodeRecords(ObjectRecords records) {
        this.records = records;
    }

    void read(Tree tree) {
        String name = tree.at("metadata", "name").orEmpty();
        Tree info = tree.at("status", "nodeInfo");
        Entity entity = Entity.ofNode(Texts.emptyToNull(name));
        Subject subject = name.isEmpty() ? null : new Subject("Node", null, name, null);
        String ready = null;
        for (Tree condition : tree.at("status", "conditions").items()) {
            if ("Ready".equals(condition.text("type"))) {
                ready = "True".equals(condition.text("status")) ? "Ready" : "NotReady";
            }
        }
        records.emit(
                new Structured(RecordKind.NODE)
                        .field("name", name)
                        .field("status", ready)
                        .field("taints", taints(tree.at("spec", "taints")))
                        .field("unschedulable", tree.at("spec", "unschedulable").text())
                        .field("podCIDR", tree.at("spec", "podCIDR").text())
                        .field("providerID", tree.at("spec", "providerID").text())
                        .field("kubelet", info.text("kubeletVersion"))
                        .field("kernel", info.text("kernelVersion"))
                        .field("runtime", info.text("containerRuntimeVersion"))
                        .field("os", info.text("osImage"))
                        .in(records, tree, shown(tree), entity, subject));
        new ConditionRecords(records)
                .read(tree.at("status", "conditions"), "Node", name, entity, subject);
    }

    private static Shown shown(Tree tree) {
        Shown shown = new Shown("").add(tree, "spec", "unschedulable");
        taints(shown, tree.at("spec", "taints"), "spec.taints");
        for (String version : VERSIONS) {
            shown.add(tree, "status", "nodeInfo", version);
        }
        return shown;
    }

    /// Adds the taints, each on its line.
    static Shown taints(Shown shown, Tree taints, String path) {
        for (Tree taint : taints.items()) {
            shown.line(path + ": " + taint(taint), taint.line());
        }
        return shown;
    }

    /// Taints as `kubectl taint` takes them: `key=value:effect`, with blanks between them.
    static String taints(Tree taints) {
        return taints.items().stream().map(NodeRecords::taint).collect(Collectors.joining(" "));
    }

    private static String taint(Tree taint) {
        String value = taint.text("value");
        return taint.get("key").orEmpty()
                + (value == null ? "" : "=" + value)
                + ":"
                + taint.get("effect").orEmpty();
    }
}
