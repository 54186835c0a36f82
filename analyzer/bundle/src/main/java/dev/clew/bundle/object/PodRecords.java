package dev.clew.bundle.object;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes records of pods, their containers and their conditions.
final class PodRecords {

    private final ObjectRecords records;

    PodRecords(ObjectRecords records) {
        this.records = records;
    }

    void read(Tree tree) {
        Tree status = tree.get("status");
        String name = tree.at("metadata", "name").orEmpty();
        String namespace = tree.at("metadata", "namespace").text();
        String node = tree.at("spec", "nodeName").text();
        Entity entity =
                Entity.ofPod(namespace, Texts.emptyToNull(name))
                        .withNode(node)
                        .or(records.source().entity());
        for (Tree owner : tree.at("metadata", "ownerReferences").items()) {
            if (!"ReplicaSet".equals(owner.text("kind")) && owner.text("name") != null) {
                entity = entity.withWorkload(owner.text("name"));
            }
        }
        Subject subject = name.isEmpty() ? null : new Subject("Pod", namespace, name, node);
        Structured fields =
                new Structured(RecordKind.POD)
                        .field("name", name)
                        .field("phase", status.text("phase"))
                        .field("reason", status.text("reason"))
                        .field("message", status.text("message"))
                        .field("qos", status.text("qosClass"))
                        .field("deleting", tree.at("metadata", "deletionTimestamp").text());
        if (!fields.isEmpty()) {
            records.emit(
                    fields.in(
                            records,
                            tree,
                            new Shown("")
                                    .add(tree, "status", "message")
                                    .add(tree, "status", "reason")
                                    .add(tree, "status", "phase")
                                    .add(tree, "metadata", "deletionTimestamp"),
                            entity,
                            subject));
        }
        for (String list :
                List.of(
                        "initContainerStatuses",
                        "containerStatuses",
                        "ephemeralContainerStatuses")) {
            for (Tree container : status.get(list).items()) {
                container(container, "status." + list, entity, subject);
            }
        }
        new ConditionRecords(records).read(status.get("conditions"), "Pod", name, entity, subject);
    }

    /// @param list path of the list that it stands in
    void container(Tree tree, String list, Entity pod, @Nullable Subject subject) {
        String name = tree.text("name");
        Structured fields =
                new Structured(RecordKind.CONTAINER)
                        .field("name", name)
                        .field("image", tree.text("image"))
                        .field("ready", tree.text("ready"))
                        .field("restarts", tree.text("restartCount"))
                        .field("init", list.startsWith("status.init") ? "true" : "false");
        state(fields, tree.get("state"), "");
        state(fields, tree.get("lastState"), "last");
        Instant time = null;
        for (Tree state : List.of(tree.get("state"), tree.get("lastState"))) {
            String finished = state.at("terminated", "finishedAt").text();
            time = time == null && finished != null ? Stamps.any(finished) : time;
        }
        records.emit(
                fields.in(
                                records,
                                tree,
                                shown(tree, list + "[" + tree.get("name").orEmpty() + "]"),
                                pod.withContainer(name),
                                subject)
                        .time(time)
                        .component(name == null ? "" : Components.ofWorkload(name)));
    }

    private static Shown shown(Tree tree, String path) {
        Shown shown = new Shown(path);
        for (String states : List.of("state", "lastState")) {
            for (String state : tree.get(states).members().keySet()) {
                for (String member : List.of("message", "reason", "exitCode", "signal")) {
                    shown.add(tree, states, state, member);
                }
            }
        }
        return shown.add(tree, "ready").add(tree, "restartCount");
    }

    private static void state(Structured fields, Tree states, String prefix) {
        for (Map.Entry<String, Tree> state : states.members().entrySet()) {
            Tree detail = state.getValue();
            fields.field(named(prefix, "state"), state.getKey())
                    .field(named(prefix, "reason"), detail.text("reason"))
                    .field(named(prefix, "message"), detail.text("message"))
                    .field(named(prefix, "exitCode"), detail.text("exitCode"))
                    .field(named(prefix, "signal"), detail.text("signal"));
        }
    }

    private static String named(String prefix, String name) {
        return prefix.isEmpty()
                ? name
                : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
