package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where Ingresses, routes, webhooks and APIServices lead to.
final class RouteLinks {

    private final GraphBuilder graph;

    RouteLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            switch (object.kind()) {
                case "Ingress" -> ingress(object);
                case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute" -> route(object);
                case "Gateway" ->
                        object.data()
                                .items("spec", "listeners")
                                .forEach(listener ->
                                        listener.items("tls", "certificateRefs")
                                                .forEach(secret ->
                                                        to(
                                                                object,
                                                                "Secret",
                                                                secret.text("namespace"),
                                                                secret.text("name"),
                                                                Link.Type.REFERS_TO)));
                case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
                        object.data()
                                .items("webhooks")
                                .forEach(each ->
                                        service(object, each.at("clientConfig", "service")));
                case "APIService" -> service(object, object.data().at("spec", "service"));
                case "EndpointSlice" -> {
                    String name = object.labels().getOrDefault("kubernetes.io/service-name", "");
                    to(object, "Service", null, name, Link.Type.OWNS);
                }
                case "Endpoints" -> to(object, "Service", null, object.name(), Link.Type.OWNS);
                default -> {
                    // leads nowhere
                }
            }
        }
    }

    private void service(ClusterObject object, Data service) {
        to(object, "Service", service.text("namespace"), service.text("name"), Link.Type.ROUTES_TO);
    }

    private void ingress(ClusterObject object) {
        Data spec = object.data().at("spec");
        backend(object, spec.at("defaultBackend"));
        backend(object, spec.at("backend"));
        for (Data rule : spec.items("rules")) {
            for (Data path : rule.items("http", "paths")) {
                backend(object, path.at("backend"));
            }
        }
        for (Data tls : spec.items("tls")) {
            to(object, "Secret", null, tls.text("secretName"), Link.Type.REFERS_TO);
        }
        to(object, "IngressClass", null, spec.text("ingressClassName"), Link.Type.REFERS_TO);
    }

    private void backend(ClusterObject object, Data backend) {
        String name = backend.text("service", "name");
        to(
                object,
                "Service",
                null,
                name == null ? backend.text("serviceName") : name,
                Link.Type.ROUTES_TO);
    }

    private void route(ClusterObject object) {
        Data spec = object.data().at("spec");
        for (Data parent : spec.items("parentRefs")) {
            String kind = parent.text("kind");
            to(
                    object,
                    kind == null ? "Gateway" : kind,
                    parent.text("namespace"),
                    parent.text("name"),
                    Link.Type.REFERS_TO);
        }
        for (Data rule : spec.items("rules")) {
            for (Data backend : rule.items("backendRefs")) {
                String kind = backend.text("kind");
                to(
                        object,
                        kind == null ? "Service" : kind,
                        backend.text("namespace"),
                        backend.text("name"),
                        Link.Type.ROUTES_TO);
            }
        }
    }

    private void to(
            ClusterObject object,
            String kind,
            @Nullable String namespace,
            @Nullable String name,
            Link.Type type) {
        if (name == null || name.isEmpty()) {
            return;
        }
        String in = namespace == null ? object.ref().namespace() : namespace;
        if (type == Link.Type.OWNS) {
            graph.link(new Ref(kind, in, name), object.ref(), type);
        } else {
            graph.link(object.ref(), kind, in, name, type);
        }
    }
}
