package dev.clew.bundle.object;

import dev.clew.bundle.log.Components;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.List;
import java.util.Set;

/// Makes records of what makes pods: how many there should be, and how many there are.
final class WorkloadRecords {

    private static final Set<String> WORKLOADS =
            Set.of(
                    "DaemonSet",
                    "Deployment",
                    "StatefulSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job");

    /// Members of `status` that count pods.
    private static final List<String> COUNTS =
            List.of(
                    "replicas",
                    "readyReplicas",
                    "updatedReplicas",
                    "availableReplicas",
                    "unavailableReplicas",
                    "desiredNumberScheduled",
                    "currentNumberScheduled",
                    "numberReady",
                    "updatedNumberScheduled",
                    "numberAvailable",
                    "numberUnavailable",
                    "active",
                    "succeeded",
                    "failed");

    private final ObjectRecords records;

    WorkloadRecords(ObjectRecords records) {
        this.records = records;
    }

    /// Whether things of a kind make pods and keep them.
    static boolean isWorkload(String kind) {
        return WORKLOADS.contains(kind);
    }

    void read(Tree tree, String kind) {
        String name = tree.at("metadata", "name").orEmpty();
        String namespace = tree.at("metadata", "namespace").text();
        Tree status = tree.get("status");
        String image = null;
        for (Tree container : tree.at("spec", "template", "spec", "containers").items()) {
            image = image == null ? container.text("image") : image;
        }
        Entity entity = new Entity(namespace, null, null, null, name);
        Subject subject = new Subject(kind, namespace, name, null);
        records.emit(
                new Structured(RecordKind.WORKLOAD)
                        .field("objectKind", kind)
                        .field("name", name)
                        .field(
                                "desired",
                                Texts.first(
                                        status.text("desiredNumberScheduled"),
                                        tree.at("spec", "replicas").text()))
                        .field(
                                "current",
                                Texts.first(
                                        status.text("currentNumberScheduled"),
                                        status.text("replicas")))
                        .field(
                                "ready",
                                Texts.first(
                                        status.text("numberReady"), status.text("readyReplicas")))
                        .field(
                                "updated",
                                Texts.first(
                                        status.text("updatedNumberScheduled"),
                                        status.text("updatedReplicas")))
                        .field(
                                "available",
                                Texts.first(
                                        status.text("numberAvailable"),
                                        status.text("availableReplicas")))
                        .field(
                                "unavailable",
                                Texts.first(
                                        status.text("numberUnavailable"),
                                        status.text("unavailableReplicas")))
                        .field("failed", status.text("failed"))
                        .field("image", image)
                        .in(records, tree, shown(tree), entity, subject)
                        .component(Components.ofWorkload(name)));
        new ConditionRecords(records).read(status.get("conditions"), kind, name, entity, subject);
    }

    private static Shown shown(Tree tree) {
        Shown shown = new Shown("").add(tree, "spec", "replicas");
        for (String count : COUNTS) {
            shown.add(tree, "status", count);
        }
        return shown;
    }
}
