package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Objects that were deleted long ago and are still there, with the finalizers that hold them.
final class TerminatingChecks implements StateCheck {

    private static final Duration LONG = Duration.ofMinutes(5);

    /// Finalizers that wait for what uses or belongs to the object.
    private static final Set<String> OF_KUBERNETES =
            Set.of(
                    "kubernetes.io/pvc-protection",
                    "kubernetes.io/pv-protection",
                    "foregroundDeletion",
                    "orphan",
                    "batch.kubernetes.io/job-tracking");

    @Override
    public void check(ClusterGraph graph, States states) {
        Instant now = Times.latest(graph);
        if (now == null) {
            return;
        }
        for (ClusterObject object : graph.objects()) {
            Instant deleted = Times.of(object.data().text("metadata", "deletionTimestamp"));
            List<String> finalizers = object.data().texts("metadata", "finalizers");
            if (deleted != null
                    && Duration.between(deleted, now).compareTo(LONG) > 0
                    && !object.kind().equals("Namespace")) {
                boolean held = finalizers.stream().anyMatch(each -> !OF_KUBERNETES.contains(each));
                states.add(
                        held ? "held-by-finalizer" : "deleted-and-still-there",
                        object.ref(),
                        object,
                        "%s was deleted %d s ago and is still there%s"
                                .formatted(
                                        object.ref(),
                                        Duration.between(deleted, now).toSeconds(),
                                        finalizers.isEmpty()
                                                ? ""
                                                : "; it is held by "
                                                        + String.join(", ", finalizers)),
                        "finalizer",
                        finalizers.isEmpty() ? "" : finalizers.getFirst());
            }
        }
    }
}
