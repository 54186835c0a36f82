package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;

/// What `crictl inspect` prints of a container.
final class RuntimeContainers {

    private static final String LABEL = "io.kubernetes.";

    private final ObjectRecords records;

    RuntimeContainers(ObjectRecords records) {
        this.records = records;
    }

    /// Hands on the record of a container, if the tree is one.
    boolean read(Tree tree) {
        Tree status = tree.get("status");
        String state = status.get("state").orEmpty();
        if (!state.startsWith("CONTAINER_") || !status.get("metadata").isObject()) {
            return false;
        }
        Tree labels = status.get("labels");
        String namespace = labels.text(LABEL + "pod.namespace");
        String pod = labels.text(LABEL + "pod.name");
        String name = status.get("metadata").text("name");
        Entity entity =
                (pod == null ? Entity.UNKNOWN : Entity.ofPod(namespace, pod)).withContainer(name);
        boolean ended = state.equals("CONTAINER_EXITED");
        Structured fields =
                new Structured(RecordKind.CONTAINER)
                        .field("name", name)
                        .field("image", status.at("image", "image").text())
                        .field("restarts", status.at("metadata", "attempt").text())
                        .field(
                                "state",
                                ended
                                        ? "terminated"
                                        : state.equals("CONTAINER_RUNNING") ? "running" : "waiting")
                        .field("reason", status.text("reason"))
                        .field("message", status.text("message"))
                        .field("exitCode", ended ? status.text("exitCode") : null);
        records.emit(
                fields.in(
                        records,
                        status,
                        entity,
                        pod == null ? null : new Subject("Pod", namespace, pod, null)));
        return true;
    }
}
