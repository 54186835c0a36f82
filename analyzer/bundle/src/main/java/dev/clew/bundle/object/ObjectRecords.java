package dev.clew.bundle.object;

import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import java.util.HashSet;
import java.util.Set;

/// Makes records of Kubernetes objects: events, pods and their containers, nodes, conditions,
/// workloads, options. Whole lists, single objects and fragments of them are understood; items of
/// typed lists may lack their kind.
public final class ObjectRecords {

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
        if (EventRecords.isEvent(tree)) {
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
            case "Event" -> new EventRecords(this).read(tree);
            case "Pod" -> new PodRecords(this).read(tree);
            case "Node" -> new NodeRecords(this).read(tree);
            case "ConfigMap" -> new OtherRecords(this).configMap(tree);
            case "Secret" -> new HelmSecrets(source).record(tree, origin(tree), sink);
            default -> {
                if (kind.isEmpty()) {
                    if (!new HelmValues(this).read(tree)) {
                        return new Fragments(this).read(tree);
                    }
                    understood(tree);
                    return true;
                }
                if (WorkloadRecords.isWorkload(kind)) {
                    new WorkloadRecords(this).read(tree, kind);
                } else {
                    new OtherRecords(this).read(tree, kind);
                }
            }
        }
        understood(tree);
        return true;
    }

    Origin origin(Tree tree) {
        return origin(tree.line());
    }

    /// The place of a line of the document.
    Origin origin(int line) {
        return new Origin(source.path(), (long) lineOffset + line);
    }

    String raw(Tree tree) {
        return tree.slice(document);
    }

    LimitLog limits() {
        return sink.limits();
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
}
