package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the head of a `describe` page tells of its object.
final class DescribedObject {

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("Status", "phase"),
                    Map.entry("Reason", "reason"),
                    Map.entry("Message", "message"),
                    Map.entry("Taints", "taints"),
                    Map.entry("Unschedulable", "unschedulable"),
                    Map.entry("Kernel Version", "kernel"),
                    Map.entry("OS Image", "os"),
                    Map.entry("Container Runtime Version", "runtime"),
                    Map.entry("Kubelet Version", "kubelet"),
                    Map.entry("PodCIDR", "podCIDR"),
                    Map.entry("StorageClass", "storageClass"),
                    Map.entry("Volume", "volume"),
                    Map.entry("Finalizers", "finalizers"),
                    Map.entry("Deletion Timestamp", "deleting"),
                    Map.entry("Replicas", "replicas"),
                    Map.entry("Pods Status", "podsStatus"),
                    Map.entry("QoS Class", "qos"),
                    Map.entry("Kind", "objectKind"),
                    Map.entry("Runtime Class Name", "runtimeClass"),
                    Map.entry("Used By", "usedBy"),
                    Map.entry("Type", "type"),
                    Map.entry("Selector", "selector"),
                    Map.entry("Endpoints", "endpoints"),
                    Map.entry("Addresses", "addresses"),
                    Map.entry("NotReadyAddresses", "notReadyAddresses"),
                    Map.entry("Address", "address"),
                    Map.entry("NodePort", "nodePort"),
                    Map.entry("LoadBalancer Ingress", "loadBalancer"),
                    Map.entry("Ingress Class", "class"),
                    Map.entry("Schedule", "schedule"),
                    Map.entry("Suspend", "suspend"));

    /// Of these it tells that there is nothing.
    private static final Set<String> MAY_BE_MISSING = Set.of("endpoints", "addresses", "address");

    private static final String NOTHING = "<none>";

    private String name = "";
    private String kind = "";
    private @Nullable String namespace;
    private @Nullable String node;
    private @Nullable String owner;
    private @Nullable Line first;
    private final StringBuilder raw = new StringBuilder();
    private final Map<String, String> values = new java.util.LinkedHashMap<>();
    private boolean done;

    /// Phases of namespaces; a pod that ends says for how long.
    private static final Set<String> NAMESPACE_PHASES = Set.of("Active", "Terminating");

    void name(String value, Line line, String objectKind) {
        name = value.strip();
        kind = objectKind;
        note(line);
    }

    void detail(String key, String value, Line line) {
        switch (key) {
            case "Namespace" -> namespace = value.isEmpty() ? namespace : value;
            case "Node" -> {
                node =
                        value.isEmpty() || value.startsWith("<")
                                ? null
                                : value.replaceFirst("/.*", "");
                kind = kind.isEmpty() ? "Pod" : kind;
            }
            case "Controlled By", "QoS Class", "Service Account", "Node-Selectors" -> {
                kind = kind.isEmpty() ? "Pod" : kind;
                if (key.equals("Controlled By")
                        && value.indexOf('/') > 0
                        && !value.startsWith("ReplicaSet/")) {
                    owner = value.substring(value.indexOf('/') + 1);
                }
            }
            case "Status" ->
                    kind =
                            kind.isEmpty() && namespace == null && NAMESPACE_PHASES.contains(value)
                                    ? "Namespace"
                                    : kind;
            case "Roles", "Taints", "System Info", "PodCIDR", "Kubelet Version" ->
                    kind = kind.isEmpty() ? "Node" : kind;
            case "StorageClass" -> kind = kind.isEmpty() ? "PersistentVolumeClaim" : kind;
            case "Session Affinity", "IP Families", "TargetPort" ->
                    kind = kind.isEmpty() ? "Service" : kind;
            case "Addresses", "NotReadyAddresses" -> kind = kind.isEmpty() ? "Endpoints" : kind;
            case "Ingress Class", "Default backend" -> kind = kind.isEmpty() ? "Ingress" : kind;
            case "Concurrency Policy" -> kind = kind.isEmpty() ? "CronJob" : kind;
            case "Pods Status" -> kind = kind.isEmpty() ? "ReplicaSet" : kind;
            default -> {
                // no place or kind: may still be a field below
            }
        }
        String field = FIELDS.get(key);
        if (field == null) {
            return;
        }
        boolean missing = value.isEmpty() || value.equals(NOTHING);
        if (!missing || MAY_BE_MISSING.contains(field)) {
            values.putIfAbsent(field, missing ? NOTHING : value);
            note(line);
        }
    }

    private void note(Line line) {
        if (first == null) {
            first = line;
        }
        raw.append(raw.isEmpty() ? "" : "\n").append(line.raw());
    }

    @Nullable Subject subject() {
        if (name.isEmpty()) {
            return null;
        }
        String known = kind.isEmpty() ? "Pod" : kind;
        return new Subject(
                known,
                known.equals("Node") ? null : namespace,
                name,
                known.equals("Node") ? null : node);
    }

    /// Hands on the record of the object, once.
    void flush(Context context) {
        Line start = first;
        if (done || start == null || values.isEmpty()) {
            return;
        }
        done = true;
        Subject subject = subject();
        String known = subject == null ? "" : subject.kind();
        RecordKind record =
                switch (known) {
                    case "Pod" -> RecordKind.POD;
                    case "Node" -> RecordKind.NODE;
                    default -> values.containsKey("taints") ? RecordKind.NODE : RecordKind.OBJECT;
                };
        if (!known.equals("Service")) {
            values.remove("type"); // of a volume
        }
        Structured fields = new Structured(record).field("name", name).field("objectKind", known);
        values.forEach(fields::field);
        Entity entity = context.describedEntity();
        if (owner != null) {
            entity = entity.withWorkload(owner);
        }
        context.emit(
                fields.in(context.source, context.origin(start), raw.toString(), entity, subject));
    }
}
