package dev.clew.diagnose.correlate;

import dev.clew.bundle.time.Stamps;
import dev.clew.diagnose.collect.Observation;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Ref;
import dev.clew.model.Evidence;
import dev.clew.model.Limits;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells of what events said that it is over, where the objects as they are now show it: the pod
/// became ready afterwards, or it is gone and all pods of its workload are ready; the node is ready
/// again; the ReplicaSet is of an older revision.
final class Staleness {

    /// An event may be written a little later than what it tells of.
    private static final Duration LATE = Duration.ofSeconds(10);

    /// Signatures whose effects a pod that is ready again does not undo.
    private static final Set<String> LASTING =
            Set.of(
                    "k8s-node-pressure-eviction",
                    "k8s-ephemeral-storage-exceeded",
                    "k8s-container-oomkilled",
                    "k8s-pod-preempted",
                    "k8s-drain-blocked");

    private final ClusterGraph graph;
    private final Places places;

    Staleness(ClusterGraph graph, Limits limits) {
        this.graph = graph;
        this.places = new Places(graph, limits);
    }

    /// The object that shows that it is over, or null where nothing does.
    @Nullable Evidence over(String signature, Observation observation) {
        Subject subject = observation.subject();
        if (graph.isEmpty()
                || subject == null
                || observation.kind() != RecordKind.EVENT
                || LASTING.contains(signature)) {
            return null;
        }
        return switch (subject.kind()) {
            case "Pod" -> pod(Ref.of(subject), observation);
            case "Node" -> node(Ref.of(subject), observation);
            case "ReplicaSet" -> replicaSet(Ref.of(subject));
            default -> null;
        };
    }

    private @Nullable Evidence pod(Ref ref, Observation observation) {
        ClusterObject pod = graph.find(ref).filter(ClusterObject::isRead).orElse(null);
        if (pod != null) {
            return readySince(pod, observation.lastTime()) && !hasRestarted(pod)
                    ? evidence(pod, "Ready")
                    : null;
        }
        if (!graph.listed().contains("Pod", ref.namespace())) {
            return null;
        }
        Ref owner = places.editable(ref);
        ClusterObject workload = graph.find(owner).filter(ClusterObject::isRead).orElse(null);
        if (workload == null || owner.equals(ref)) {
            return null;
        }
        List<ClusterObject> pods = graph.podsOf(owner);
        boolean well =
                !pods.isEmpty()
                        && pods.stream().allMatch(each -> each.is("Ready", "True") || isDone(each));
        return well || isScaledDown(workload) ? evidence(workload, "Available") : null;
    }

    private static boolean isDone(ClusterObject pod) {
        return "Succeeded".equals(pod.data().text("status", "phase"));
    }

    private static boolean isScaledDown(ClusterObject workload) {
        return "0".equals(workload.data().text("spec", "replicas"));
    }

    private static boolean readySince(ClusterObject pod, @Nullable Instant last) {
        if (isDone(pod)) {
            return true;
        }
        Data ready = pod.condition("Ready");
        if (!"True".equals(ready.text("status"))) {
            return false;
        }
        String text = ready.text("lastTransitionTime");
        Instant since = text == null ? null : Stamps.any(text);
        return last == null || since == null || !last.isAfter(since.plus(LATE));
    }

    private static boolean hasRestarted(ClusterObject pod) {
        return pod.data().items("status", "containerStatuses").stream()
                .anyMatch(each -> each.number(0, "restartCount") > 0);
    }

    private @Nullable Evidence node(Ref ref, Observation observation) {
        ClusterObject node = graph.find(ref).filter(ClusterObject::isRead).orElse(null);
        return node != null && readySince(node, observation.lastTime())
                ? evidence(node, "Ready")
                : null;
    }

    private @Nullable Evidence replicaSet(Ref ref) {
        ClusterObject set = graph.find(ref).filter(ClusterObject::isRead).orElse(null);
        return set != null && isScaledDown(set) && !graph.top(ref).equals(ref)
                ? evidence(set, "replicas")
                : null;
    }

    private static Evidence evidence(ClusterObject object, String type) {
        String since = object.condition(type).text("lastTransitionTime");
        return new Evidence(
                object.origin(),
                object.ref()
                        + (type.equals("replicas")
                                ? " has 0 replicas by its spec"
                                : " is " + type + (since == null ? "" : " since " + since)),
                since == null ? null : Stamps.any(since));
    }
}
