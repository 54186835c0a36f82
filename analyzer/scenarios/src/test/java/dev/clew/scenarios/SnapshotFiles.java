package dev.clew.scenarios;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a snapshot as people keep one: a list of each kind as `kubectl get -o json` has it, and a
/// folder of logs for each pod.
final class SnapshotFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private SnapshotFiles() {}

    /// Writes a list for each kind of object.
    static void objects(Path folder, Collection<ObjectNode> objects) throws IOException {
        Map<String, ArrayNode> kinds = new LinkedHashMap<>();
        for (ObjectNode object : objects) {
            String kind = object.get("kind").asText();
            if (!object.has("apiVersion")) {
                object.put("apiVersion", group(kind));
            }
            kinds.computeIfAbsent(kind, any -> JSON.createArrayNode()).add(object);
        }
        for (Map.Entry<String, ArrayNode> kind : kinds.entrySet()) {
            ObjectNode list = JSON.createObjectNode();
            list.put("apiVersion", group(kind.getKey())).put("kind", kind.getKey() + "List");
            list.set("items", kind.getValue());
            Files.writeString(
                    folder.resolve(kind.getKey().toLowerCase(Locale.ROOT) + ".json"),
                    list.toPrettyString());
        }
    }

    /// Writes what the container of a pod said.
    static void log(Path pod, List<String> lines) throws IOException {
        Files.createDirectories(pod);
        Files.writeString(pod.resolve("logs.txt"), String.join("\n", lines) + "\n");
    }

    private static String group(String kind) {
        return switch (kind) {
            case "Deployment", "StatefulSet", "ReplicaSet", "DaemonSet" -> "apps/v1";
            case "Job", "CronJob" -> "batch/v1";
            case "Ingress", "NetworkPolicy", "IngressClass" -> "networking.k8s.io/v1";
            case "HorizontalPodAutoscaler" -> "autoscaling/v2";
            case "PodDisruptionBudget" -> "policy/v1";
            case "StorageClass" -> "storage.k8s.io/v1";
            case "PriorityClass" -> "scheduling.k8s.io/v1";
            case "APIService" -> "apiregistration.k8s.io/v1";
            case "PeerAuthentication" -> "security.istio.io/v1";
            case "DestinationRule" -> "networking.istio.io/v1";
            case "CiliumNetworkPolicy" -> "cilium.io/v2";
            case "ValidatingWebhookConfiguration" -> "admissionregistration.k8s.io/v1";
            default ->
                    kind.startsWith("Role") || kind.startsWith("ClusterRole")
                            ? "rbac.authorization.k8s.io/v1"
                            : "v1";
        };
    }
}
