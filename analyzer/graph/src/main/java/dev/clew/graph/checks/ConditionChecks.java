package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects of any other kind, custom resources too, with a condition that says they are not well.
final class ConditionChecks implements StateCheck {

    private static final Duration SETTLED = Duration.ofMinutes(2);

    /// Kinds that other checks and signatures know.
    private static final Set<String> KNOWN =
            Set.of(
                    "Pod",
                    "Node",
                    "Deployment",
                    "ReplicaSet",
                    "ReplicationController",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "CronJob",
                    "HorizontalPodAutoscaler",
                    "PersistentVolumeClaim",
                    "PersistentVolume",
                    "PodDisruptionBudget",
                    "APIService",
                    "Namespace",
                    "Event",
                    "Service",
                    "ComponentStatus",
                    "CertificateSigningRequest",
                    "CustomResourceDefinition",
                    "PodScheduling",
                    "FlowSchema");

    private static final Set<String> GOOD =
            Set.of(
                    "Ready",
                    "Available",
                    "Healthy",
                    "Synced",
                    "Reconciled",
                    "Accepted",
                    "Programmed",
                    "ResolvedRefs",
                    "Valid",
                    "Deployed",
                    "Released");
    private static final Set<String> BAD =
            Set.of("Degraded", "Failed", "Stalled", "Failure", "Error", "ReconcileError");
    private static final Set<String> ON_THE_WAY =
            Set.of("Progressing", "InProgress", "Reconciling", "Pending", "Suspended", "Paused");

    @Override
    public void check(ClusterGraph graph, States states) {
        Instant now = Times.latest(graph);
        if (now == null) {
            return;
        }
        boolean alone = graph.objects().stream().filter(ClusterObject::isRead).count() == 1;
        for (ClusterObject object : graph.objects()) {
            if (object.isRead()
                    && !KNOWN.contains(object.kind())
                    && !object.data().has("metadata", "deletionTimestamp")) {
                object(states, object, alone ? null : now);
            }
        }
    }

    /// @param now null where nothing tells when the object was read
    private static void object(States states, ClusterObject object, @Nullable Instant now) {
        for (Data condition : object.data().items("status", "conditions")) {
            String type = String.valueOf(condition.text("type"));
            String status = String.valueOf(condition.text("status"));
            String reason = String.valueOf(condition.text("reason"));
            Instant since = Times.of(condition.text("lastTransitionTime"));
            boolean sick =
                    (GOOD.contains(type) && "False".equals(status))
                            || (BAD.contains(type) && "True".equals(status));
            if (sick
                    && !ON_THE_WAY.contains(reason)
                    && (now == null
                            || since == null
                            || Duration.between(since, now).compareTo(SETTLED) >= 0)) {
                states.add(
                        "object-says-it-is-unwell",
                        object.ref(),
                        object,
                        "%s says %s is %s: %s: %s"
                                .formatted(
                                        object.ref(),
                                        type,
                                        status,
                                        reason,
                                        condition.text("message")),
                        "object",
                        object.ref().toString(),
                        "condition",
                        type,
                        "status",
                        status,
                        "reason",
                        reason);
                return;
            }
        }
    }
}
