package dev.clew.graph.build;

import dev.clew.bundle.ObjectRead;
import dev.clew.graph.Change;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gathers the objects of one part of the input, or of all of it. Not for use by several threads.
public final class GraphParts {

    private final Map<Ref, ClusterObject> objects = new LinkedHashMap<>();
    private final Map<String, Set<String>> namespaces = new LinkedHashMap<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private final List<Placement> placements = new ArrayList<>();
    private final Limits limits;
    private long leftOut;

    /// Things that were left out when they were named, of which some may have been read as well.
    private long namedLeftOut;

    /// Parts that keep no more than that.
    public GraphParts(Limits limits) {
        this.limits = limits;
    }

    /// A pod that a record places on a node or in a workload.
    record Placement(Ref pod, @Nullable String node, @Nullable String workload) {}

    /// Takes an object.
    public void object(ObjectRead read) {
        ClusterObject object = Objects.of(read);
        if (object == null) {
            return;
        }
        put(object);
        if (!read.list().isEmpty()) {
            namespaces
                    .computeIfAbsent(read.kind() + " " + read.list(), any -> new TreeSet<>())
                    .add(object.namespace());
        }
    }

    /// Takes word of an empty list.
    public void emptyList(String kind, @Nullable String namespace) {
        listed.add(namespace == null ? kind : kind + " " + namespace);
    }

    /// Takes what a row or page says of an object that is not there as a whole.
    public void record(LogRecord record) {
        Subject subject = record.subject();
        if (subject == null
                || subject.name().isEmpty()
                || (record.kind() != RecordKind.POD
                        && record.kind() != RecordKind.NODE
                        && record.kind() != RecordKind.WORKLOAD
                        && record.kind() != RecordKind.OBJECT)) {
            return;
        }
        Ref ref = Ref.of(subject);
        if (!objects.containsKey(ref)) {
            put(Objects.named(ref, record.origin(), ClusterObject.Presence.NAMED));
        }
        if (subject.kind().equals("Pod")
                && (record.entity().node() != null || record.entity().workload() != null)) {
            placements.add(new Placement(ref, record.entity().node(), record.entity().workload()));
        }
    }

    /// Takes all that other parts, which come after this one, gathered.
    public void add(GraphParts other) {
        other.objects.values().forEach(this::put);
        other.namespaces.forEach((list, names) ->
                namespaces.computeIfAbsent(list, any -> new TreeSet<>()).addAll(names));
        listed.addAll(other.listed);
        placements.addAll(other.placements);
        leftOut += other.leftOut;
        namedLeftOut += other.namedLeftOut;
    }

    /// The same parts, so many lines further down their sources.
    public void moveBy(long lines) {
        if (lines != 0) {
            objects.replaceAll((ref, object) ->
                    new ClusterObject(
                            ref,
                            object.data(),
                            new Origin(object.origin().source(), object.origin().line() + lines),
                            object.presence(),
                            object.changes()));
        }
    }

    private void put(ClusterObject object) {
        ClusterObject known = objects.get(object.ref());
        if (known == null && objects.size() >= limits.of(Bound.OBJECTS)) {
            if (object.isRead()) {
                leftOut++;
            } else {
                namedLeftOut++;
            }
        } else if (known == null || (object.isRead() && isNewer(object, known))) {
            List<Change> changes =
                    known != null && object.changes().isEmpty()
                            ? known.changes()
                            : object.changes();
            objects.put(
                    object.ref(),
                    new ClusterObject(
                            object.ref(),
                            object.data(),
                            object.origin(),
                            object.presence(),
                            changes));
        }
    }

    private static boolean isNewer(ClusterObject object, ClusterObject known) {
        return !known.isRead()
                || object.data().number(0, "metadata", "resourceVersion")
                        > known.data().number(0, "metadata", "resourceVersion");
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /// The graph of what was gathered.
    ///
    /// @param log takes down what was not kept
    public ClusterGraph build(LimitLog log) {
        long lost = Math.max(leftOut, namedLeftOut);
        if (lost > 0) {
            log.reached(Bound.OBJECTS, lost);
        }
        if (objects.isEmpty()) {
            return ClusterGraph.EMPTY;
        }
        Set<String> whole = new LinkedHashSet<>(listed);
        namespaces.forEach((list, names) -> {
            String kind = list.substring(0, list.indexOf(' '));
            if (names.size() > 1 || names.contains("")) {
                whole.add(kind);
            } else {
                names.forEach(name -> whole.add(kind + " " + name));
            }
        });
        return new GraphBuilder(objects, whole, placements, log).build();
    }
}
