package dev.clew.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a folder of inputs is told to hold: incidents in a line each, and objects and events to
/// make inputs of.
final class Told {

    private static final Set<String> LOUD = Set.of("error", "critical");

    private Told() {}

    /// The loud incidents as `signature Kind/name … <- symptom, symptom`.
    static List<String> incidents(Path folder) {
        JsonNode json = Run.clew("analyze", "-o", "json", folder.toString()).json();
        List<String> incidents = new ArrayList<>();
        for (JsonNode incident : json.path("incidents")) {
            JsonNode root = Run.finding(json, incident.path("root").asText());
            if (LOUD.contains(root.path("severity").asText())) {
                StringBuilder line = new StringBuilder(root.path("signature").asText());
                for (JsonNode thing : incident.path("rootEntities")) {
                    line.append(' ').append(thing.path("kind").asText());
                    line.append('/').append(thing.path("name").asText());
                }
                Set<String> symptoms = new TreeSet<>();
                incident.path("symptoms")
                        .forEach(id ->
                                symptoms.add(
                                        Run.finding(json, id.asText()).path("signature").asText()));
                incidents.add(line.append(" <- ").append(String.join(", ", symptoms)).toString());
            }
        }
        return incidents;
    }

    static void file(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// A file with a list of objects, each in one line of YAML.
    static void objects(Path folder, List<String> objects) throws IOException {
        file(
                folder,
                "list.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- " + String.join("\n- ", objects) + "\n");
    }

    /// An event of ten minutes.
    static String warning(
            String namespace, String kind, String name, String reason, String message) {
        return event(namespace, kind, name, "Warning", reason, message, 9, "10:00:00", "10:10:00");
    }

    static String event(
            String namespace,
            String kind,
            String name,
            String type,
            String reason,
            String message,
            int count,
            String first,
            String last) {
        return "{apiVersion: v1, kind: Event, metadata: {name: %s, namespace: %s}, involvedObject: {kind: %s, namespace: %s, name: %s}, type: %s, reason: %s, count: %d, message: '%s', source: {component: kubelet, host: worker-1}, firstTimestamp: '2026-11-01T%sZ', lastTimestamp: '2026-11-01T%sZ'}"
                .formatted(
                        name + "." + Integer.toHexString((reason + message).hashCode()),
                        namespace,
                        kind,
                        namespace,
                        name,
                        type,
                        reason,
                        count,
                        message.replace("'", "''"),
                        first,
                        last);
    }

    /// A Deployment `web` of one pod, its ReplicaSet, and the pod on a node.
    static List<String> web(String namespace, String node, boolean ready, String podStatus) {
        return List.of(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: %s}, spec: {replicas: 1, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}}, status: {replicas: 1, readyReplicas: %d, availableReplicas: %d, conditions: [{type: Available, status: '%s'}]}}"
                        .formatted(
                                namespace, ready ? 1 : 0, ready ? 1 : 0, ready ? "True" : "False"),
                "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-7d4b9c6f5d, namespace: %s, ownerReferences: [{kind: Deployment, name: web, controller: true}]}, spec: {replicas: 1}, status: {replicas: 1}}"
                        .formatted(namespace),
                "{apiVersion: v1, kind: Pod, metadata: {name: web-7d4b9c6f5d-x8k2p, namespace: %s, creationTimestamp: '2026-11-01T09:00:00Z', labels: {app: web}, ownerReferences: [{kind: ReplicaSet, name: web-7d4b9c6f5d, controller: true}]}, spec: {nodeName: %s, containers: [{name: web}]}, status: {%s}}"
                        .formatted(namespace, node, podStatus));
    }

    /// The status of a pod that runs.
    static String running(boolean ready) {
        return "phase: Running, conditions: [{type: Ready, status: '%s', lastTransitionTime: '2026-11-01T10:05:00Z'}], containerStatuses: [{name: web, ready: true, restartCount: 0, state: {running: {startedAt: '2026-11-01T10:04:00Z'}}}]"
                .formatted(ready ? "True" : "False");
    }

    static String node(String name, String ready, String reason, String since, String spec) {
        return "{apiVersion: v1, kind: Node, metadata: {name: %s, creationTimestamp: '2026-11-01T09:59:00Z'}, spec: {%s}, status: {conditions: [{type: Ready, status: '%s', reason: %s, message: '%s', lastTransitionTime: '2026-11-01T%sZ'}]}}"
                .formatted(
                        name,
                        spec,
                        ready,
                        reason,
                        ready.equals("Unknown")
                                ? "Kubelet stopped posting node status."
                                : "kubelet is posting ready status",
                        since);
    }
}
