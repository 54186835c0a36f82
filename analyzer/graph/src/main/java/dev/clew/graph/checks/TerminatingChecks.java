package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Objects that were deleted long ago and are still there, with the finalizers that hold them.
final class TerminatingChecks implements StateCheck {

    private static final Duration LONG = Duration.ofMinutes(5);

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
                states.add(
                        "deleted-and-still-there",
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
