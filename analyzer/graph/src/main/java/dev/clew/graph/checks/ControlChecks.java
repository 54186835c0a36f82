package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Leases of the control plane that nobody renews, and pods that no scheduler looks at.
final class ControlChecks implements StateCheck {

    private static final Duration STALE = Duration.ofMinutes(2);
    private static final Map<String, String> HOLDERS =
            Map.of(
                    "kube-scheduler", "scheduler-lease-stale",
                    "kube-controller-manager", "controllers-lease-stale",
                    "cloud-controller-manager", "controllers-lease-stale");

    @Override
    public void check(ClusterGraph graph, States states) {
        Instant now = Times.latest(graph);
        if (now == null) {
            return;
        }
        for (ClusterObject lease : graph.read("Lease")) {
            Instant renewed = Times.of(lease.data().text("spec", "renewTime"));
            String check = HOLDERS.get(lease.name());
            if (check != null
                    && renewed != null
                    && Duration.between(renewed, now).compareTo(STALE) > 0) {
                states.add(
                        check,
                        lease.ref(),
                        lease,
                        "nobody has renewed the lease %s for %d s; its last holder is %s"
                                .formatted(
                                        ServiceChecks.place(lease),
                                        Duration.between(renewed, now).toSeconds(),
                                        lease.data().text("spec", "holderIdentity")),
                        "lease",
                        lease.name());
            }
        }
        for (ClusterObject pod : graph.read("Pod")) {
            waiting(graph, states, pod, now);
        }
    }

    private static void waiting(ClusterGraph graph, States states, ClusterObject pod, Instant now) {
        Instant created = Times.of(pod.data().text("metadata", "creationTimestamp"));
        if (!"Pending".equals(pod.data().text("status", "phase"))
                || pod.data().text("spec", "nodeName") != null
                || !pod.condition("PodScheduled").names().isEmpty()
                || created == null
                || Duration.between(created, now).compareTo(STALE) < 0) {
            return;
        }
        Ref top = Health.editable(graph, pod.ref());
        String scheduler = pod.data().text("spec", "schedulerName");
        states.add(
                "no-scheduler-looks-at-pod",
                top,
                pod,
                "pod %s has waited for %d s, and no scheduler has looked at it (schedulerName %s)"
                        .formatted(
                                ServiceChecks.place(pod),
                                Duration.between(created, now).toSeconds(),
                                scheduler),
                "scheduler",
                scheduler == null ? "" : scheduler);
    }
}
