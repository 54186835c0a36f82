package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes records of what checks find. Each thing is said once a check.
final class States {

    private final ClusterGraph graph;
    private final Map<String, LogRecord> records = new LinkedHashMap<>();

    private final LimitLog log;

    States(ClusterGraph graph, LimitLog log) {
        this.graph = graph;
        this.log = log;
    }

    /// Whether one more of something is to be judged.
    boolean hasRoom(Bound bound, int judged) {
        return log.hasRoom(bound, judged);
    }

    /// Puts down that something is wrong.
    ///
    /// @param check the word that signatures ask for
    /// @param root the thing that has to be changed
    /// @param seen the object that shows it, whose place in the input is told
    /// @param message the whole matter in one sentence, with all names
    /// @param values further fields, name and value by turns
    void add(String check, Ref root, ClusterObject seen, String message, String... values) {
        add(check, root, root, seen, message, values);
    }

    /// Puts down that something is wrong that only some workload feels.
    ///
    /// @param felt the workload
    void add(
            String check,
            Ref root,
            Ref felt,
            ClusterObject seen,
            String message,
            String... values) {
        String key = check + " " + root + " " + felt;
        if (records.containsKey(key) || !log.hasRoom(Bound.STATES, records.size())) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("check", check);
        fields.put("objectKind", root.kind());
        fields.put("name", root.name());
        fields.put("message", message);
        for (int i = 0; i + 1 < values.length; i += 2) {
            if (!values[i + 1].isEmpty()) {
                fields.put(values[i], values[i + 1]);
            }
        }
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + ": " + value));
        Origin origin = graph.find(root).map(ClusterObject::origin).orElse(seen.origin());
        records.put(
                key,
                LogRecord.of(RecordKind.STATE, origin, message)
                        .text(String.join("; ", pairs))
                        .message(message)
                        .entity(entity(felt))
                        .subject(root.subject())
                        .fields(fields)
                        .build());
    }

    private static Entity entity(Ref root) {
        String namespace = root.namespace();
        if (root.kind().equals("Node")) {
            return Entity.ofNode(root.name());
        }
        if (root.kind().equals("Pod")) {
            return Entity.ofPod(namespace, root.name());
        }
        return new Entity(
                namespace,
                null,
                null,
                null,
                PodSpec.WORKLOADS.contains(root.kind()) ? root.name() : null);
    }

    List<LogRecord> records() {
        return List.copyOf(records.values());
    }
}
