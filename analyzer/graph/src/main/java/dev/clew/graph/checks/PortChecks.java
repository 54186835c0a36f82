package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Services whose target port no container serves. A number that no container declares is only held
/// to be wrong where the containers declare ports, and none of the Service's is among them.
final class PortChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject service : graph.read("Service")) {
            if (!service.data().at("spec", "selector").names().isEmpty()) {
                service(graph, states, service);
            }
        }
    }

    private static void service(ClusterGraph graph, States states, ClusterObject service) {
        List<PodSpec> specs = new ArrayList<>();
        for (ClusterObject selected : graph.from(service.ref(), Link.Type.SELECTS)) {
            if (!Health.isGone(selected)) {
                PodSpec.of(selected).ifPresent(specs::add);
            }
        }
        if (specs.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (PodSpec spec : specs) {
            List<Data> ports = spec.ports();
            if (ports.isEmpty() && "true".equals(spec.spec().text("hostNetwork"))) {
                return;
            }
            for (Data port : ports) {
                add(names, port.text("name"));
                add(numbers, port.text("containerPort"));
            }
        }
        List<String> unserved = new ArrayList<>();
        boolean any = false;
        for (Data port : service.data().items("spec", "ports")) {
            String target = port.text("targetPort");
            target = target == null ? String.valueOf(port.text("port")) : target;
            if (names.contains(target) || numbers.contains(target)) {
                any = true;
            } else if (!isNumber(target)) {
                states.add(
                        "service-port-name-missing",
                        service.ref(),
                        service,
                        "Service %s port %s leads to the port named %s, which no container of the selected pods has (they have %s)"
                                .formatted(
                                        ServiceChecks.place(service),
                                        port.text("port"),
                                        target,
                                        said(names, numbers)),
                        "service",
                        service.name(),
                        "port",
                        target);
            } else {
                unserved.add(target);
            }
        }
        if (!unserved.isEmpty() && !any && !numbers.isEmpty()) {
            states.add(
                    "service-port-unserved",
                    service.ref(),
                    service,
                    "Service %s has targetPort %s, and the containers of the selected pods declare %s"
                            .formatted(
                                    ServiceChecks.place(service),
                                    unserved.getFirst(),
                                    said(names, numbers)),
                    "service",
                    service.name(),
                    "port",
                    unserved.getFirst());
        }
    }

    private static void add(Set<String> to, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            to.add(text);
        }
    }

    private static String said(Set<String> names, Set<String> numbers) {
        return numbers.isEmpty()
                ? "no port"
                : "port "
                        + String.join(", ", numbers)
                        + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")");
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
