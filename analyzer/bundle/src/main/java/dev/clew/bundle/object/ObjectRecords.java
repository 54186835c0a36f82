package dev.clew.bundle.object;

import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.bundle.log.Components;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes records of Kubernetes objects: events, pods and their containers, nodes, conditions,
/// workloads, options. Whole lists, single objects and fragments of them are understood; items of
/// typed lists may lack their kind.
public final class ObjectRecords {

    private static final Set<String> WORKLOADS =
            Set.of(
                    "DaemonSet",
                    "Deployment",
                    "StatefulSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job");

    private final Source source;
    private final String document;
    private final int lineOffset;
    private final RecordSink sink;
    private final Set<Tree> understood = new HashSet<>();
    private String list = "";

    /// A maker of records for one document.
    ///
    /// @param document the text the trees were read from
    /// @param lineOffset lines of the source that stand before the document
    public ObjectRecords(Source source, String document, int lineOffset, RecordSink sink) {
        this.source = source;
        this.document = document;
        this.lineOffset = lineOffset;
        this.sink = sink;
    }

    /// Hands on the records of a document.
    ///
    /// @return whether anything in it was understood
    public boolean read(Tree tree) {
        return read(tree, "");
    }

    /// The parts of what was read that there are records of, with all that is below them.
    public Set<Tree> understood() {
        return understood;
    }

    /// Notes that a tree needs no further look.
    void understood(Tree tree) {
        understood.add(tree);
    }

    private boolean read(Tree tree, String kindOfList) {
        if (tree.isArray()) {
            boolean any = false;
            for (Tree item : tree.items()) {
                any |= read(item, kindOfList);
            }
            return any;
        }
        if (!tree.isObject()) {
            return false;
        }
        if (tree.has("object") && tree.has("type") && tree.get("object").isObject()) {
            return read(tree.get("object"), "");
        }
        String kind =
                tree.has("kind")
                        ? tree.get("kind").orEmpty()
                        : kindOfList.isEmpty() ? guess(tree) : kindOfList;
        if (tree.get("items").isArray() && (kind.isEmpty() || kind.endsWith("List"))) {
            String itemKind = kind.equals("List") ? "" : kind.replaceFirst("List$", "");
            list(tree.get("items"), itemKind);
            understood(tree);
            return true;
        }
        return object(tree, kind);
    }

    /// The kind of an item whose list does not say: large lists are read in parts, and name their
    /// kind at the end.
    private static String guess(Tree tree) {
        if (!tree.get("metadata").isObject()) {
            return "";
        }
        if (isEvent(tree)) {
            return "Event";
        }
        if (tree.at("status", "nodeInfo").isObject()) {
            return "Node";
        }
        return tree.at("spec", "containers").isArray()
                ? "Pod"
                : Definitions.guess(tree.get("spec"));
    }

    private void list(Tree items, String kind) {
        if (items.items().isEmpty() && !kind.isEmpty()) {
            sink.emptyList(kind, source.entity().namespace());
        }
        String outer = list;
        list = source.path();
        read(items, kind);
        list = outer;
    }

    private boolean object(Tree tree, String kind) {
        if (!kind.isEmpty() && !kind.equals("Event") && !kind.equals("Status")) {
            sink.object(new ObjectRead(kind, tree, origin(tree), list));
        }
        switch (kind) {
            case "Event" -> event(tree);
            case "Pod" -> pod(tree);
            case "Node" -> node(tree);
            case "ConfigMap" -> configMap(tree);
            case "Secret" -> new HelmSecrets(source).record(tree, origin(tree), sink);
            default -> {
                if (kind.isEmpty()) {
                    if (!new HelmValues(this).read(tree)) {
                        return new Fragments(this).read(tree);
                    }
                    understood(tree);
                    return true;
                }
                if (WORKLOADS.contains(kind)) {
                    workload(tree, kind);
                } else {
                    other(tree, kind);
                }
            }
        }
        understood(tree);
        return true;
    }

    Origin origin(Tree tree) {
        return new Origin(source.path(), (long) lineOffset + tree.line());
    }

    String raw(Tree tree) {
        return tree.slice(document);
    }

    void emit(LogRecord.Builder record) {
        sink.record(record.build());
    }

    void emit(LogRecord record) {
        sink.record(record);
    }

    Source source() {
        return source;
    }

    /// Whether a tree without a kind has the members of an event.
    static boolean isEvent(Tree tree) {
        return tree.has("reason")
                && (tree.has("message") || tree.has("note"))
                && (tree.has("involvedObject")
                        || tree.has("regarding")
                        || (tree.has("type") && tree.has("lastTimestamp")));
    }

    void event(Tree tree) {
        Tree involved = tree.has("regarding") ? tree.get("regarding") : tree.get("involvedObject");
        Tree reporter =
                tree.has("deprecatedSource") ? tree.get("deprecatedSource") : tree.get("source");
        String kind = involved.get("kind").orEmpty();
        String name = involved.get("name").orEmpty();
        String namespace =
                first(involved.text("namespace"), tree.at("metadata", "namespace").text());
        String component =
                first(
                        reporter.text("component"),
                        tree.text("reportingComponent"),
                        tree.text("reportingController"));
        String host = reporter.text("host");
        String path = involved.get("fieldPath").orEmpty();
        String container =
                path.contains("{") ? path.substring(path.indexOf('{') + 1).replace("}", "") : null;
        Structured fields =
                new Structured(RecordKind.EVENT)
                        .field("type", tree.text("type"))
                        .field("reason", tree.text("reason"))
                        .field("object", kind + "/" + name)
                        .field("objectKind", kind)
                        .field("name", name)
                        .field("message", first(tree.text("message"), tree.text("note")))
                        .field("reporter", component)
                        .field("host", host)
                        .field("action", tree.text("action"))
                        .field(
                                "firstTimestamp",
                                first(
                                        tree.text("firstTimestamp"),
                                        tree.text("deprecatedFirstTimestamp")));
        Subject subject =
                name.isEmpty()
                        ? null
                        : new Subject(kind, namespace, name, kind.equals("Node") ? null : host);
        Entity entity =
                switch (kind) {
                    case "Pod" ->
                            Entity.ofPod(namespace, name)
                                    .withContainer(container)
                                    .withNode(emptyToNull(host));
                    case "Node" -> Entity.ofNode(name);
                    default ->
                            new Entity(
                                    namespace,
                                    null,
                                    null,
                                    emptyToNull(host),
                                    WORKLOADS.contains(kind) ? name : null);
                };
        emit(
                fields.in(source, origin(tree), raw(tree), entity, subject)
                        .component(component == null ? "" : Components.of(component))
                        .level("Warning".equals(tree.text("type")) ? Level.WARN : null)
                        .time(eventTime(tree))
                        .count(
                                number(
                                        first(
                                                tree.at("series", "count").text(),
                                                tree.text("count"),
                                                tree.text("deprecatedCount")))));
    }

    private static @Nullable Instant eventTime(Tree tree) {
        String text =
                first(
                        tree.at("series", "lastObservedTime").text(),
                        tree.text("lastTimestamp"),
                        tree.text("deprecatedLastTimestamp"),
                        tree.text("eventTime"),
                        tree.at("metadata", "creationTimestamp").text());
        return text == null ? null : Stamps.any(text);
    }

    void pod(Tree tree) {
        Tree status = tree.get("status");
        String name = tree.at("metadata", "name").orEmpty();
        String namespace = tree.at("metadata", "namespace").text();
        String node = tree.at("spec", "nodeName").text();
        Entity entity =
                Entity.ofPod(namespace, emptyToNull(name)).withNode(node).or(source.entity());
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
            emit(fields.in(source, origin(tree), raw(tree), entity, subject));
        }
        for (String list :
                List.of(
                        "initContainerStatuses",
                        "containerStatuses",
                        "ephemeralContainerStatuses")) {
            for (Tree container : status.get(list).items()) {
                container(container, entity, subject, list.startsWith("init"));
            }
        }
        conditions(status.get("conditions"), "Pod", name, entity, subject);
    }

    void container(Tree tree, Entity pod, @Nullable Subject subject, boolean init) {
        String name = tree.text("name");
        Structured fields =
                new Structured(RecordKind.CONTAINER)
                        .field("name", name)
                        .field("image", tree.text("image"))
                        .field("ready", tree.text("ready"))
                        .field("restarts", tree.text("restartCount"))
                        .field("init", init ? "true" : "false");
        state(fields, tree.get("state"), "");
        state(fields, tree.get("lastState"), "last");
        Instant time = null;
        for (Tree state : List.of(tree.get("state"), tree.get("lastState"))) {
            String finished = state.at("terminated", "finishedAt").text();
            time = time == null && finished != null ? Stamps.any(finished) : time;
        }
        emit(
                fields.in(source, origin(tree), raw(tree), pod.withContainer(name), subject)
                        .time(time)
                        .component(name == null ? "" : Components.ofWorkload(name)));
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

    static String named(String prefix, String name) {
        return prefix.isEmpty()
                ? name
                : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    void node(Tree tree) {
        String name = tree.at("metadata", "name").orEmpty();
        Tree info = tree.at("status", "nodeInfo");
        Entity entity = Entity.ofNode(emptyToNull(name));
        Subject subject = name.isEmpty() ? null : new Subject("Node", null, name, null);
        StringBuilder taints = new StringBuilder();
        for (Tree taint : tree.at("spec", "taints").items()) {
            taints.append(taints.isEmpty() ? "" : " ").append(taint(taint));
        }
        String ready = null;
        for (Tree condition : tree.at("status", "conditions").items()) {
            if ("Ready".equals(condition.text("type"))) {
                ready = "True".equals(condition.text("status")) ? "Ready" : "NotReady";
            }
        }
        emit(
                new Structured(RecordKind.NODE)
                        .field("name", name)
                        .field("status", ready)
                        .field("taints", taints.toString())
                        .field("unschedulable", tree.at("spec", "unschedulable").text())
                        .field("podCIDR", tree.at("spec", "podCIDR").text())
                        .field("providerID", tree.at("spec", "providerID").text())
                        .field("kubelet", info.text("kubeletVersion"))
                        .field("kernel", info.text("kernelVersion"))
                        .field("runtime", info.text("containerRuntimeVersion"))
                        .field("os", info.text("osImage"))
                        .in(source, origin(tree), raw(tree), entity, subject));
        conditions(tree.at("status", "conditions"), "Node", name, entity, subject);
    }

    static String taint(Tree taint) {
        String value = taint.text("value");
        return taint.get("key").orEmpty()
                + (value == null ? "" : "=" + value)
                + ":"
                + taint.get("effect").orEmpty();
    }

    void conditions(
            Tree conditions, String kind, String name, Entity entity, @Nullable Subject subject) {
        for (Tree condition : conditions.items()) {
            if (condition.has("type") && condition.has("status")) {
                condition(condition, kind, name, entity, subject);
            }
        }
    }

    void condition(Tree tree, String kind, String name, Entity entity, @Nullable Subject subject) {
        String time = first(tree.text("lastTransitionTime"), tree.text("lastUpdateTime"));
        emit(
                new Structured(RecordKind.CONDITION)
                        .field("objectKind", kind)
                        .field("name", name)
                        .field("type", tree.text("type"))
                        .field("status", tree.text("status"))
                        .field("reason", tree.text("reason"))
                        .field("message", tree.text("message"))
                        .in(source, origin(tree), raw(tree), entity, subject)
                        .time(time == null ? null : Stamps.any(time)));
    }

    private void workload(Tree tree, String kind) {
        String name = tree.at("metadata", "name").orEmpty();
        String namespace = tree.at("metadata", "namespace").text();
        Tree status = tree.get("status");
        String image = null;
        for (Tree container : tree.at("spec", "template", "spec", "containers").items()) {
            image = image == null ? container.text("image") : image;
        }
        Entity entity = new Entity(namespace, null, null, null, name);
        Subject subject = new Subject(kind, namespace, name, null);
        emit(
                new Structured(RecordKind.WORKLOAD)
                        .field("objectKind", kind)
                        .field("name", name)
                        .field(
                                "desired",
                                first(
                                        status.text("desiredNumberScheduled"),
                                        tree.at("spec", "replicas").text()))
                        .field(
                                "current",
                                first(
                                        status.text("currentNumberScheduled"),
                                        status.text("replicas")))
                        .field(
                                "ready",
                                first(status.text("numberReady"), status.text("readyReplicas")))
                        .field(
                                "updated",
                                first(
                                        status.text("updatedNumberScheduled"),
                                        status.text("updatedReplicas")))
                        .field(
                                "available",
                                first(
                                        status.text("numberAvailable"),
                                        status.text("availableReplicas")))
                        .field(
                                "unavailable",
                                first(
                                        status.text("numberUnavailable"),
                                        status.text("unavailableReplicas")))
                        .field("failed", status.text("failed"))
                        .field("image", image)
                        .in(source, origin(tree), raw(tree), entity, subject)
                        .component(Components.ofWorkload(name)));
        conditions(status.get("conditions"), kind, name, entity, subject);
    }

    private void configMap(Tree tree) {
        String name = tree.at("metadata", "name").orEmpty();
        if (name.equals("cilium-config")) {
            Structured options = new Structured(RecordKind.CONFIG);
            tree.get("data")
                    .members()
                    .forEach((option, value) -> options.field(option, value.text()));
            emit(
                    options.in(
                                    source,
                                    origin(tree),
                                    raw(tree),
                                    Entity.UNKNOWN.withNamespace(
                                            tree.at("metadata", "namespace").text()),
                                    null)
                            .component("cilium-agent"));
            return;
        }
        other(tree, "ConfigMap");
        LogsInObjects logs = new LogsInObjects(this);
        tree.get("data").members().values().forEach(logs::read);
    }

    private void other(Tree tree, String kind) {
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
        Scalars scalars = new Scalars(fields);
        if (!Definitions.isDefinition(kind)) {
            scalars.add(tree.get("spec"), "spec");
        }
        scalars.add(status, "status");
        emit(fields.in(source, origin(tree), raw(tree), entity, subject));
        conditions(status.get("conditions"), kind, name, entity, subject);
    }

    private static @Nullable String joined(Tree list) {
        return list.items().isEmpty()
                ? null
                : String.join(" ", list.items().stream().map(Tree::orEmpty).toList());
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1; // a count that is none says the event was there
        }
    }
}
