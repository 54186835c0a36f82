package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;
import java.util.Set;

/// Ingresses, routes, webhooks and APIServices whose Service, port, Secret or class is not there.
final class RouteChecks implements StateCheck {

    private static final Set<String> ROUTES =
            Set.of("Ingress", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "Gateway");

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject object : graph.objects()) {
            if (!object.isRead()) {
                continue;
            }
            if (ROUTES.contains(object.kind())) {
                for (Link link : graph.from(object.ref())) {
                    target(graph, states, object, link.to());
                }
                ports(graph, states, object);
            }
            if (object.kind().endsWith("WebhookConfiguration")) {
                webhook(graph, states, object);
            }
            if (object.kind().equals("APIService") && object.is("Available", "False")) {
                Data condition = object.condition("Available");
                states.add(
                        "apiservice-not-available",
                        object.ref(),
                        object,
                        "APIService %s is not available: %s: %s"
                                .formatted(
                                        object.name(),
                                        condition.text("reason"),
                                        condition.text("message")));
            }
        }
    }

    private static void target(ClusterGraph graph, States states, ClusterObject from, Ref to) {
        boolean missing =
                graph.find(to)
                        .filter(each -> each.presence() == ClusterObject.Presence.MISSING)
                        .isPresent();
        if (missing) {
            String check =
                    to.kind().equals("IngressClass")
                            ? "ingress-class-missing"
                            : "route-target-missing";
            states.add(
                    check,
                    from.ref(),
                    from,
                    "%s %s names %s, which does not exist"
                            .formatted(from.kind(), ServiceChecks.place(from), to),
                    "missing",
                    to.toString());
        }
    }

    private static void ports(ClusterGraph graph, States states, ClusterObject ingress) {
        for (Data rule : ingress.data().items("spec", "rules")) {
            for (Data path : rule.items("http", "paths")) {
                Data backend = path.at("backend", "service");
                String name = backend.text("name");
                ClusterObject service =
                        name == null
                                ? null
                                : graph.find("Service", ingress.ref().namespace(), name)
                                        .filter(ClusterObject::isRead)
                                        .orElse(null);
                String number = backend.text("port", "number");
                String named = backend.text("port", "name");
                if (service != null && (number != null || named != null)) {
                    List<Data> ports = service.data().items("spec", "ports");
                    if (ports.stream()
                            .noneMatch(port ->
                                    number != null
                                            ? number.equals(port.text("port"))
                                            : String.valueOf(named).equals(port.text("name")))) {
                        states.add(
                                "route-port-missing",
                                ingress.ref(),
                                ingress,
                                "Ingress %s names port %s of Service %s, which has no such port"
                                        .formatted(
                                                ServiceChecks.place(ingress),
                                                number == null ? named : number,
                                                service.name()),
                                "service",
                                service.name());
                    }
                }
            }
        }
    }

    private static void webhook(ClusterGraph graph, States states, ClusterObject configuration) {
        for (Data hook : configuration.data().items("webhooks")) {
            String name = hook.text("clientConfig", "service", "name");
            String namespace = hook.text("clientConfig", "service", "namespace");
            if (name == null || "Ignore".equals(hook.text("failurePolicy"))) {
                continue;
            }
            ClusterObject service = graph.find("Service", namespace, name).orElse(null);
            if (service != null && service.presence() == ClusterObject.Presence.MISSING) {
                states.add(
                        "webhook-service-missing",
                        configuration.ref(),
                        configuration,
                        "webhook %s of %s is served by Service %s/%s, which does not exist; its failurePolicy refuses the objects"
                                .formatted(hook.text("name"), configuration.ref(), namespace, name),
                        "webhook",
                        String.valueOf(hook.text("name")),
                        "service",
                        name);
            } else if (service != null && service.isRead()) {
                List<ClusterObject> pods =
                        graph.from(service.ref(), Link.Type.SELECTS).stream()
                                .filter(each -> each.kind().equals("Pod"))
                                .toList();
                if (graph.listed().contains("Pod", namespace)
                        && !service.data().at("spec", "selector").names().isEmpty()
                        && pods.stream().noneMatch(Health::isReady)) {
                    states.add(
                            "webhook-service-without-pods",
                            configuration.ref(),
                            configuration,
                            "webhook %s of %s is served by Service %s/%s, which has no ready pod; its failurePolicy refuses the objects"
                                    .formatted(
                                            hook.text("name"),
                                            configuration.ref(),
                                            namespace,
                                            name),
                            "webhook",
                            String.valueOf(hook.text("name")),
                            "service",
                            name);
                }
            }
        }
    }
}
