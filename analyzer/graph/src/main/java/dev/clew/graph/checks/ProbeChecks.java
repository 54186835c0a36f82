package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.PodSpec;
import java.util.ArrayList;
import java.util.List;

/// Probes that ask for a port that their container does not declare, where its pods are not well.
final class ProbeChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject object : graph.objects()) {
            if (object.isRead() && Health.isTop(graph, object)) {
                PodSpec.of(object)
                        .filter(spec -> !Health.isWell(graph, object))
                        .ifPresent(spec ->
                                spec.containers().forEach(each -> container(states, object, each)));
            }
        }
    }

    private static void container(States states, ClusterObject holder, Data container) {
        List<String> served = new ArrayList<>();
        for (Data port : container.items("ports")) {
            served.add(String.valueOf(port.text("containerPort")));
            if (port.text("name") != null) {
                served.add(String.valueOf(port.text("name")));
            }
        }
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            for (String how : List.of("httpGet", "tcpSocket", "grpc")) {
                String port = container.text(probe, how, "port");
                if (port != null
                        && !served.contains(port)
                        && (!served.isEmpty() || !PortChecks.isNumber(port))) {
                    states.add(
                            "probe-port-unserved",
                            holder.ref(),
                            holder,
                            "%s of container %s of %s %s asks port %s, and the container declares %s"
                                    .formatted(
                                            probe,
                                            container.text("name"),
                                            holder.kind(),
                                            ServiceChecks.place(holder),
                                            port,
                                            served.isEmpty()
                                                    ? "no port"
                                                    : String.join(", ", served)),
                            "probe",
                            probe,
                            "port",
                            port,
                            "container",
                            String.valueOf(container.text("name")));
                }
            }
        }
    }
}
