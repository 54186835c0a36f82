package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.graph.Selectors;
import java.util.List;

/// Meshes that ask for mutual TLS where a caller has no sidecar to speak it.
final class MeshChecks implements StateCheck {

    private static final String ROOT = "istio-system";

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject policy : graph.read("PeerAuthentication")) {
            if ("STRICT".equals(policy.data().text("spec", "mtls", "mode"))) {
                policy(graph, states, policy);
            }
        }
    }

    private static void policy(ClusterGraph graph, States states, ClusterObject policy) {
        for (ClusterObject service : graph.read("Service")) {
            boolean served =
                    graph.from(service.ref(), Link.Type.SELECTS).stream()
                            .anyMatch(pod -> isBound(policy, pod) && hasSidecar(pod));
            if (served) {
                for (ClusterObject caller : graph.to(service.ref(), Link.Type.TALKS_TO)) {
                    caller(graph, states, policy, service, caller);
                }
            }
        }
    }

    private static void caller(
            ClusterGraph graph,
            States states,
            ClusterObject policy,
            ClusterObject service,
            ClusterObject caller) {
        List<ClusterObject> pods =
                caller.kind().equals("Pod") ? List.of(caller) : graph.podsOf(caller.ref());
        boolean plain =
                pods.stream()
                        .anyMatch(pod -> pod.isRead() && !Health.isGone(pod) && !hasSidecar(pod));
        Ref top = Health.editable(graph, caller.ref());
        if (plain) {
            states.add(
                    "mtls-strict-without-sidecar",
                    policy.ref(),
                    top,
                    policy,
                    "PeerAuthentication %s asks for mutual TLS, and %s %s, which calls Service %s, has no sidecar"
                            .formatted(
                                    ServiceChecks.place(policy),
                                    top.kind(),
                                    top.name(),
                                    service.name()),
                    "policy",
                    policy.name(),
                    "service",
                    service.name(),
                    "workload",
                    top.name());
        }
    }

    private static boolean isBound(ClusterObject policy, ClusterObject pod) {
        if (!policy.namespace().equals(pod.namespace()) && !policy.namespace().equals(ROOT)) {
            return false;
        }
        Data selector = policy.data().at("spec", "selector");
        return Selectors.matches(selector, pod.labels());
    }

    private static boolean hasSidecar(ClusterObject pod) {
        return pod.kind().equals("Pod")
                && PodSpec.of(pod)
                        .filter(spec ->
                                spec.containers().stream()
                                        .anyMatch(each -> "istio-proxy".equals(each.text("name"))))
                        .isPresent();
    }
}
