package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds, in a document that is not a whole object, the parts that are worth a record: people paste
/// the `status` of a pod, the taints of a node, one flow.
final class Fragments {

    private static final int DEEPEST = 12;

    private final ObjectRecords records;
    private final ShippedTrees shipped;

    Fragments(ObjectRecords records) {
        this.records = records;
        this.shipped = new ShippedTrees(records);
    }

    boolean read(Tree tree) {
        return read(tree, 0, Entity.UNKNOWN, null);
    }

    private boolean read(Tree tree, int depth, Entity entity, @Nullable Subject subject) {
        if (depth > DEEPEST) {
            return false;
        }
        boolean any = false;
        if (tree.isArray() && shipped.read(tree)) {
            records.understood(tree);
            return true;
        }
        for (Tree item : tree.items()) {
            any |= read(item, depth + 1, entity, subject);
        }
        if (!tree.isObject()) {
            return any;
        }
        if (whole(tree, depth, entity, subject)) {
            records.understood(tree);
            return true;
        }
        if (tree.get("taints").isArray()) {
            records.emit(
                    new Structured(RecordKind.NODE)
                            .field("taints", NodeRecords.taints(tree.get("taints")))
                            .in(
                                    records,
                                    tree.get("taints"),
                                    NodeRecords.taints(new Shown(""), tree.get("taints"), "taints"),
                                    entity,
                                    subject));
            records.understood(tree.get("taints"));
            any = true;
        }
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            any |= read(member.getValue(), depth + 1, entity, subject);
        }
        return any;
    }

    /// Hands on the record of a tree that is, as a whole, something of which there is one.
    private boolean whole(Tree tree, int depth, Entity entity, @Nullable Subject subject) {
        if (new Flows(records).read(tree)
                || new NodeHealth(records).read(tree)
                || new Definitions(records).read(tree)
                || new RuntimeContainers(records).read(tree)
                || shipped.read(tree)) {
            return true;
        }
        if (tree.has("kind") && tree.has("metadata") && depth > 0) {
            return records.read(tree);
        }
        if (EventRecords.isEvent(tree)) {
            new EventRecords(records).read(tree);
            return true;
        }
        if (tree.has("type")
                && tree.has("status")
                && (tree.has("reason") || tree.has("message") || tree.has("lastTransitionTime"))) {
            new ConditionRecords(records).condition(tree, "", "", entity, subject);
            return true;
        }
        if (isContainer(tree)) {
            new PodRecords(records).container(tree, "containerStatuses", entity, subject);
            return true;
        }
        return false;
    }

    /// Whether it is the status of a container; its name may not have been pasted.
    private static boolean isContainer(Tree tree) {
        return isState(tree.get("state"))
                || isState(tree.get("lastState"))
                || (tree.has("name") && tree.has("restartCount") && tree.get("state").isObject());
    }

    private static boolean isState(Tree tree) {
        return tree.get("waiting").isObject()
                || tree.get("terminated").isObject()
                || tree.get("running").isObject();
    }
}
