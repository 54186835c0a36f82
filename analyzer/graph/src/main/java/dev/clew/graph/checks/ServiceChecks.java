package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Services that lead to no ready pod.
final class ServiceChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject service : graph.read("Service")) {
            Map<String, String> selector = service.data().at("spec", "selector").labels();
            if (!selector.isEmpty()
                    && !"ExternalName".equals(service.data().text("spec", "type"))) {
                service(graph, states, service, selector);
            }
        }
    }

    private static void service(
            ClusterGraph graph,
            States states,
            ClusterObject service,
            Map<String, String> selector) {
        List<ClusterObject> pods = new ArrayList<>();
        List<ClusterObject> makers = new ArrayList<>();
        for (ClusterObject selected : graph.from(service.ref(), Link.Type.SELECTS)) {
            if (!selected.kind().equals("Pod")) {
                makers.add(selected);
            } else if (!Health.isGone(selected)) {
                pods.add(selected);
            }
        }
        if (!pods.isEmpty()) {
            if (pods.stream().noneMatch(Health::isReady)
                    && !"true".equals(service.data().text("spec", "publishNotReadyAddresses"))) {
                states.add(
                        "service-pods-not-ready",
                        service.ref(),
                        service,
                        "Service %s has no ready endpoint: none of the %d pods it selects is ready (%s)"
                                .formatted(place(service), pods.size(), pods.getFirst().name()),
                        "service",
                        service.name());
            }
            return;
        }
        List<ClusterObject> idle =
                makers.stream()
                        .filter(each -> Health.isTop(graph, each))
                        .filter(each -> isScaled(each) && Health.wanted(each) == 0)
                        .toList();
        if (!idle.isEmpty()) {
            for (ClusterObject each : idle) {
                states.add(
                        "workload-scaled-to-zero",
                        each.ref(),
                        each,
                        "%s %s has 0 replicas by its spec, and Service %s leads to nothing else"
                                .formatted(each.kind(), place(each), service.name()),
                        "service",
                        service.name(),
                        "workload",
                        each.name());
            }
        } else if (makers.isEmpty()
                && graph.listed().contains("Pod", service.ref().namespace())
                && !hasAddress(graph, service)) {
            states.add(
                    "service-selector-matches-nothing",
                    service.ref(),
                    service,
                    "Service %s has no endpoint: its selector %s matches no pod%s"
                            .formatted(place(service), text(selector), nearest(graph, service)),
                    "service",
                    service.name(),
                    "selector",
                    text(selector));
        }
    }

    private static boolean isScaled(ClusterObject object) {
        return object.kind().equals("Deployment")
                || object.kind().equals("StatefulSet")
                || object.kind().equals("ReplicaSet")
                || object.kind().equals("ReplicationController");
    }

    static String place(ClusterObject object) {
        return object.namespace().isEmpty()
                ? object.name()
                : object.namespace() + "/" + object.name();
    }

    private static String text(Map<String, String> labels) {
        List<String> pairs = new ArrayList<>();
        labels.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join(",", pairs);
    }

    private static boolean hasAddress(ClusterGraph graph, ClusterObject service) {
        for (ClusterObject owned : graph.from(service.ref(), Link.Type.OWNS)) {
            if (!owned.data().items("endpoints").isEmpty()
                    || !owned.data().items("subsets").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// The workload that was probably meant: of the same name.
    private static String nearest(ClusterGraph graph, ClusterObject service) {
        for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet")) {
            ClusterObject same =
                    graph.find(kind, service.ref().namespace(), service.name()).orElse(null);
            if (same != null) {
                return PodSpec.of(same)
                        .map(spec ->
                                "; pods of "
                                        + kind
                                        + " "
                                        + same.name()
                                        + " have the labels "
                                        + text(spec.metadata().at("labels").labels()))
                        .orElse("");
            }
        }
        return "";
    }
}
