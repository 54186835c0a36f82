package dev.clew.bundle.object;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes records of events, in both of their versions.
final class EventRecords {

    private final ObjectRecords records;

    EventRecords(ObjectRecords records) {
        this.records = records;
    }

    /// Whether a tree without a kind has the members of an event.
    static boolean isEvent(Tree tree) {
        return tree.has("reason")
                && (tree.has("message") || tree.has("note"))
                && (tree.has("involvedObject")
                        || tree.has("regarding")
                        || (tree.has("type") && tree.has("lastTimestamp")));
    }

    void read(Tree tree) {
        Tree involved = tree.has("regarding") ? tree.get("regarding") : tree.get("involvedObject");
        Tree reporter =
                tree.has("deprecatedSource") ? tree.get("deprecatedSource") : tree.get("source");
        String kind = involved.get("kind").orEmpty();
        String name = involved.get("name").orEmpty();
        String namespace =
                Texts.first(involved.text("namespace"), tree.at("metadata", "namespace").text());
        String component =
                Texts.first(
                        reporter.text("component"),
                        tree.text("reportingComponent"),
                        tree.text("reportingController"));
        if ("clew".equals(component)) {
            return; // what this program wrote itself is no evidence
        }
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
                        .field("message", Texts.first(tree.text("message"), tree.text("note")))
                        .field("reporter", component)
                        .field("host", host)
                        .field("action", tree.text("action"))
                        .field(
                                "firstTimestamp",
                                Texts.first(
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
                                    .withNode(Texts.emptyToNull(host));
                    case "Node" -> Entity.ofNode(name);
                    default ->
                            new Entity(
                                    namespace,
                                    null,
                                    null,
                                    Texts.emptyToNull(host),
                                    WorkloadRecords.isWorkload(kind) ? name : null);
                };
        records.emit(
                fields.in(
                                records,
                                tree,
                                new Shown("")
                                        .add(tree, "message")
                                        .add(tree, "note")
                                        .add(tree, "reason"),
                                entity,
                                subject)
                        .component(component == null ? "" : Components.of(component))
                        .level("Warning".equals(tree.text("type")) ? Level.WARN : null)
                        .time(eventTime(tree))
                        .count(
                                number(
                                        Texts.first(
                                                tree.at("series", "count").text(),
                                                tree.text("count"),
                                                tree.text("deprecatedCount")))));
    }

    private static @Nullable Instant eventTime(Tree tree) {
        String text =
                Texts.first(
                        tree.at("series", "lastObservedTime").text(),
                        tree.text("lastTimestamp"),
                        tree.text("deprecatedLastTimestamp"),
                        tree.text("eventTime"),
                        tree.at("metadata", "creationTimestamp").text());
        return text == null ? null : Stamps.any(text);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1; // a count that is none says the event was there
        }
    }
}
