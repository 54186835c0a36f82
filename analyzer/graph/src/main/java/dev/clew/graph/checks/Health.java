package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;

/// How pods and workloads are.
final class Health {

    private Health() {}

    /// Whether a pod is done or on its way out.
    static boolean isGone(ClusterObject pod) {
        String phase = pod.data().text("status", "phase");
        return "Succeeded".equals(phase)
                || "Failed".equals(phase)
                || pod.data().has("metadata", "deletionTimestamp");
    }

    static boolean isReady(ClusterObject pod) {
        return pod.is("Ready", "True");
    }

    /// Whether every pod that a workload or pod stands for is there and ready.
    static boolean isWell(ClusterGraph graph, ClusterObject holder) {
        if (holder.kind().equals("Pod")) {
            return isGone(holder) || isReady(holder);
        }
        List<ClusterObject> pods =
                graph.podsOf(holder.ref()).stream()
                        .filter(ClusterObject::isRead)
                        .filter(pod -> !isGone(pod))
                        .toList();
        long wanted = wanted(holder);
        return pods.stream().allMatch(Health::isReady) && pods.size() >= wanted;
    }

    /// How many pods there should be at once; 0 for Jobs and CronJobs.
    static long wanted(ClusterObject holder) {
        Data data = holder.data();
        return switch (holder.kind()) {
            case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
                    data.number(1, "spec", "replicas");
            case "DaemonSet" -> data.number(0, "status", "desiredNumberScheduled");
            default -> 0;
        };
    }

    /// The objects that pods are made from and that nothing else makes: what a person would edit.
    static boolean isTop(ClusterGraph graph, ClusterObject object) {
        return graph.to(object.ref(), Link.Type.OWNS).isEmpty();
    }

    /// What a person would edit to change a pod.
    static Ref editable(ClusterGraph graph, Ref ref) {
        return graph.top(ref);
    }
}
