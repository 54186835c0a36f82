package dev.clew.bundle.object;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes records of objects that have no shape of their own here: their state, and their simple
/// values. Config maps may hold options, or logs.
final class OtherRecords {

    /// Where version 1 of autoscalers keeps its conditions.
    private static final String SCALER_CONDITIONS = "autoscaling.alpha.kubernetes.io/conditions";

    private final ObjectRecords records;

    OtherRecords(ObjectRecords records) {
        this.records = records;
    }

    void configMap(Tree tree) {
        String name = tree.at("metadata", "name").orEmpty();
        if (name.equals("cilium-config")) {
            Structured options = new Structured(RecordKind.CONFIG);
            tree.get("data")
                    .members()
                    .forEach((option, value) -> options.field(option, value.text()));
            records.emit(
                    options.in(
                                    records,
                                    tree,
                                    Entity.UNKNOWN.withNamespace(
                                            tree.at("metadata", "namespace").text()),
                                    null)
                            .component("cilium-agent"));
            return;
        }
        read(tree, "ConfigMap");
        LogsInObjects logs = new LogsInObjects(records);
        tree.get("data").members().values().forEach(logs::read);
    }

    void read(Tree tree, String kind) {
        String name = tree.at("metadata", "name").orEmpty();
        String namespace = tree.at("metadata", "namespace").text();
        Entity entity = Entity.UNKNOWN.withNamespace(namespace);
        Subject subject = name.isEmpty() ? null : new Subject(kind, namespace, name, null);
        // The API answers with a Status, which is its own status
        Tree status = kind.equals("Status") ? tree : tree.get("status");
        Structured fields =
                new Structured(RecordKind.OBJECT)
                        .field("objectKind", kind)
                        .field("apiVersion", tree.text("apiVersion"))
                        .field("name", name)
                        .field("phase", status.text("phase"))
                        .field("reason", status.text("reason"))
                        .field("message", status.text("message"))
                        .field("state", status.text("state"))
                        .field("deleting", tree.at("metadata", "deletionTimestamp").text())
                        .field("finalizers", joined(tree.at("metadata", "finalizers")))
                        .field("specFinalizers", joined(tree.at("spec", "finalizers")));
        Scalars scalars = new Scalars(fields, records.limits().limits().of(Bound.OBJECT_VALUES));
        if (!Definitions.isDefinition(kind)) {
            scalars.add(tree.get("spec"), "spec");
        }
        scalars.add(status, "status");
        if (scalars.beyond() > 0) {
            records.limits().reached(Bound.OBJECT_VALUES, scalars.beyond());
        }
        records.emit(fields.in(records, tree, shown(tree, status, scalars), entity, subject));
        ConditionRecords conditions = new ConditionRecords(records);
        conditions.read(status.get("conditions"), kind, name, entity, subject);
        conditions.annotated(
                tree.at("metadata", "annotations", SCALER_CONDITIONS), kind, name, entity, subject);
    }

    /// What says how it is; where nothing does, its plain values.
    private static Shown shown(Tree tree, Tree status, Scalars scalars) {
        Shown shown = new Shown("");
        String path = status == tree ? "" : "status";
        for (String member : List.of("message", "reason", "phase", "state")) {
            if (path.isEmpty()) {
                shown.add(tree, member);
            } else {
                shown.add(tree, path, member);
            }
        }
        shown.add(tree, "metadata", "deletionTimestamp")
                .add(tree, "metadata", "finalizers")
                .add(tree, "spec", "finalizers");
        return shown.text() == null ? scalars.shown() : shown;
    }

    private static @Nullable String joined(Tree list) {
        return list.items().isEmpty()
                ? null
                : String.join(" ", list.items().stream().map(Tree::orEmpty).toList());
    }
}
