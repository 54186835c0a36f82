package dev.clew.scenarios;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A snapshot of a small cluster in which all is well: `web` calls `api`, which calls `db`, on two
/// nodes. Tests break something in it, and write it as `kubectl get -o json` and a folder of logs.
final class Shop {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .build();
    private static final String HASH = "-7d4b9c6f5d";

    final String namespace;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, List<String>> logs = new LinkedHashMap<>();
    private int events;

    Shop(String namespace) {
        this.namespace = namespace;
        put(
                "{kind: 'Namespace', metadata: {name: '%s', labels: {'kubernetes.io/metadata.name': '%s'}}}"
                        .formatted(namespace, namespace));
        for (String node : List.of("node-1", "node-2")) {
            put(
                    """
                    {kind: 'Node', metadata: {name: '%s', labels: {'kubernetes.io/hostname': '%s', 'kubernetes.io/arch': 'amd64'}},
                     spec: {}, status: {allocatable: {cpu: '4', memory: '8Gi', pods: '110'},
                     conditions: [{type: 'Ready', status: 'True', reason: 'KubeletReady', lastHeartbeatTime: '2026-11-01T10:30:00Z'}]}}
                    """
                            .formatted(node, node));
        }
        put(
                "{kind: 'StorageClass', metadata: {name: 'standard'}, provisioner:"
                        + " 'example.com/disk'}");
        put(
                "{kind: 'ServiceAccount', metadata: {name: 'default', namespace: '%s'}}"
                        .formatted(namespace));
        put(
                "{kind: 'ServiceAccount', metadata: {name: 'api', namespace: '%s'}}"
                        .formatted(namespace));
        put(
                "{kind: 'ConfigMap', metadata: {name: 'api-config', namespace: '%s'}, data: {DB_HOST: 'db', MODE: 'fast'}}"
                        .formatted(namespace));
        put(
                "{kind: 'Secret', metadata: {name: 'api-key', namespace: '%s'}, data: {token: 'eA=='}}"
                        .formatted(namespace));
        put(
                "{kind: 'PersistentVolumeClaim', metadata: {name: 'data-db-0', namespace: '%s'}, spec: {storageClassName: 'standard', volumeName: 'pv-1'}, status: {phase: 'Bound'}}"
                        .formatted(namespace));
        put(
                "{kind: 'PersistentVolume', metadata: {name: 'pv-1'}, spec: {storageClassName:"
                        + " 'standard'}, status: {phase: 'Bound'}}");
        workload("Deployment", "web", "env: [{name: 'API_URL', value: 'http://api:80'}]");
        workload(
                "Deployment",
                "api",
                "env: [{name: 'DB_URL', value: 'postgres://db:5432/shop'}], envFrom:"
                        + " [{configMapRef: {name: 'api-config'}}, {secretRef: {name: 'api-key'}}]");
        workload("StatefulSet", "db", "volumeMounts: [{name: 'data', mountPath: '/data'}]");
        spec("db")
                .set(
                        "volumes",
                        json("[{name: 'data', persistentVolumeClaim: {claimName: 'data-db-0'}}]"));
        for (String app : List.of("web", "api", "db")) {
            log(app, "info", "listening on :8080");
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /// Adds an object, or puts another in its place.
    ObjectNode put(String text) {
        ObjectNode object = (ObjectNode) json(text);
        objects.put(
                object.get("kind").asText() + "/" + object.at("/metadata/name").asText(), object);
        return object;
    }

    void remove(String name) {
        objects.remove(name);
    }

    ObjectNode get(String name) {
        return objects.get(name);
    }

    /// Adds a workload with one ready pod, and its Service.
    void workload(String kind, String app, String container) {
        String template =
                "{metadata: {labels: {app: '%s'}}, spec: {containers: [{name: '%s', image: 'registry.example.com/%s:1', ports: [{name: 'http', containerPort: 8080}], resources: {requests: {cpu: '100m'}}, %s}]}}"
                        .formatted(app, app, app, container);
        String status =
                "{replicas: 1, readyReplicas: 1, availableReplicas: 1, updatedReplicas: 1,"
                        + " conditions: [{type: 'Available', status: 'True'}]}";
        put(
                "{kind: '%s', metadata: {name: '%s', namespace: '%s', generation: 3}, spec: {replicas: 1, selector: {matchLabels: {app: '%s'}}, template: %s}, status: %s}"
                        .formatted(kind, app, namespace, app, template, status));
        String owner = app;
        String ownerKind = kind;
        if (kind.equals("Deployment")) {
            owner = app + HASH;
            ownerKind = "ReplicaSet";
            put(
                    "{kind: 'ReplicaSet', metadata: {name: '%s', namespace: '%s', ownerReferences: [{kind: 'Deployment', name: '%s', controller: true}]}, spec: {replicas: 1, selector: {matchLabels: {app: '%s'}}, template: %s}, status: {replicas: 1, readyReplicas: 1}}"
                            .formatted(owner, namespace, app, app, template));
        }
        ObjectNode pod =
                put(
                        "{kind: 'Pod', metadata: {name: '%s', namespace: '%s', labels: {app: '%s'}, creationTimestamp: '2026-11-01T10:00:00Z', ownerReferences: [{kind: '%s', name: '%s', controller: true}]}}"
                                .formatted(podName(kind, app), namespace, app, ownerKind, owner));
        pod.set("spec", json(template).get("spec"));
        spec(app).put("nodeName", "node-1");
        pod.set(
                "status",
                json(
                        "{phase: 'Running', podIP: '10.1.0.%d', conditions: [{type: 'PodScheduled', status: 'True'}, {type: 'Ready', status: 'True'}], containerStatuses: [{name: '%s', ready: true, restartCount: 0, state: {running: {startedAt: '2026-11-01T10:00:05Z'}}}]}"
                                .formatted(objects.size(), app)));
        put(
                "{kind: 'Service', metadata: {name: '%s', namespace: '%s'}, spec: {clusterIP: '10.96.0.%d', selector: {app: '%s'}, ports: [{port: 80, targetPort: 8080}]}}"
                        .formatted(app, namespace, objects.size(), app));
        put(
                "{kind: 'Endpoints', metadata: {name: '%s', namespace: '%s'}, subsets: [{addresses: [{ip: '10.1.0.9'}], ports: [{port: 8080}]}]}"
                        .formatted(app, namespace));
    }

    private String podName(String kind, String app) {
        return app + (kind.equals("Deployment") ? HASH + "-x8k2p" : "-0");
    }

    ObjectNode workload(String app) {
        ObjectNode deployment = objects.get("Deployment/" + app);
        return deployment == null ? objects.get("StatefulSet/" + app) : deployment;
    }

    ObjectNode pod(String app) {
        ObjectNode pod = objects.get("Pod/" + podName("Deployment", app));
        return pod == null ? objects.get("Pod/" + podName("StatefulSet", app)) : pod;
    }

    /// The specification that the running pod has. Use [#edit] to change that of its makers too.
    ObjectNode spec(String app) {
        return (ObjectNode) pod(app).get("spec");
    }

    ObjectNode container(String app) {
        return (ObjectNode) spec(app).at("/containers/0");
    }

    /// Sets a member of the pod's specification, or of its container where the name starts with a
    /// dot, everywhere.
    void edit(String app, String member, String value) {
        List<JsonNode> specs = new ArrayList<>(List.of(spec(app)));
        specs.add(workload(app).at("/spec/template/spec"));
        if (objects.containsKey("ReplicaSet/" + app + HASH)) {
            specs.add(objects.get("ReplicaSet/" + app + HASH).at("/spec/template/spec"));
        }
        for (JsonNode spec : specs) {
            JsonNode at = member.startsWith(".") ? spec.at("/containers/0") : spec;
            ((ObjectNode) at).set(member.replace(".", ""), json(value));
        }
    }

    /// The pod of a workload is not ready, its Service has no endpoint, and what calls it says so.
    ///
    /// @param state of the container
    void down(String app, String state, int restarts) {
        ObjectNode status = (ObjectNode) pod(app).get("status");
        ((ObjectNode) status.at("/conditions/1"))
                .put("status", "False")
                .put("reason", "ContainersNotReady");
        ObjectNode container = (ObjectNode) status.at("/containerStatuses/0");
        container.put("ready", false).put("restartCount", restarts);
        container.set("state", json(state));
        if (restarts > 0 && !state.contains("CrashLoop")) {
            container.set("lastState", json(state));
        }
        unavailable(app);
    }

    /// The pod of a workload waits for a node.
    void pending(String app, String message) {
        spec(app).remove("nodeName");
        pod(app).set(
                        "status",
                        json(
                                "{phase: 'Pending', conditions: [{type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '%s'}]}"
                                        .formatted(message)));
        event("Pod", pod(app).at("/metadata/name").asText(), "FailedScheduling", message);
        logs.remove(app);
        unavailable(app);
    }

    /// The workload has no pod at all.
    void podless(String app) {
        objects.values().removeIf(each -> each == pod(app));
        logs.remove(app);
        unavailable(app);
    }

    void unavailable(String app) {
        objects.get("Endpoints/" + app).set("subsets", json("[]"));
        ObjectNode status = (ObjectNode) workload(app).get("status");
        status.put("readyReplicas", 0).put("availableReplicas", 0).put("unavailableReplicas", 1);
        unreachable(app);
    }

    /// What calls a workload can't reach it.
    void unreachable(String app) {
        switch (app) {
            case "api" -> {
                for (int i = 0; i < 5; i++) {
                    log(
                            "web",
                            "error",
                            "request failed: Get \\\"http://api:80/\\\": dial tcp 10.96.0.20:80:"
                                    + " connect: connection refused");
                }
            }
            case "db" -> {
                for (int i = 0; i < 5; i++) {
                    log(
                            "api",
                            "error",
                            "query failed: dial tcp: db:5432: connect: connection refused");
                    log(
                            "web",
                            "error",
                            "request failed: GET http://api:80/ returned 502 Bad Gateway");
                }
            }
            default -> {
                // nothing calls it
            }
        }
    }

    void log(String app, String level, String message) {
        List<String> lines = logs.computeIfAbsent(app, any -> new ArrayList<>());
        lines.add(
                "{\"ts\":\"2026-11-01T10:2%d:%02dZ\",\"level\":\"%s\",\"msg\":\"%s\"}"
                        .formatted(lines.size() / 60 % 10, lines.size() % 60, level, message));
    }

    void event(String kind, String name, String reason, String message) {
        put(
                """
                {kind: 'Event', metadata: {name: 'e%d', namespace: '%s'}, involvedObject: {kind: '%s', namespace: '%s', name: '%s'},
                 type: 'Warning', reason: '%s', message: '%s', count: 6, firstTimestamp: '2026-11-01T10:20:00Z', lastTimestamp: '2026-11-01T10:29:50Z'}
                """
                        .formatted(events++, namespace, kind, namespace, name, reason, message));
    }

    void podEvent(String app, String reason, String message) {
        event("Pod", pod(app).at("/metadata/name").asText(), reason, message);
    }

    void backOff(String app) {
        podEvent(app, "BackOff", "Back-off restarting failed container");
    }

    /// Writes the snapshot into a folder.
    void write(Path folder) throws IOException {
        SnapshotFiles.objects(folder, objects.values());
        for (Map.Entry<String, List<String>> log : logs.entrySet()) {
            String pod = pod(log.getKey()).at("/metadata/name").asText();
            SnapshotFiles.log(folder.resolve(namespace).resolve(pod), log.getValue());
        }
    }
}
