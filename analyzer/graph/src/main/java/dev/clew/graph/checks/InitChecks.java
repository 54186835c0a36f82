package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Ref;
import java.time.Duration;
import java.time.Instant;

/// Init containers that run on and on.
final class InitChecks implements StateCheck {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Override
    public void check(ClusterGraph graph, States states) {
        Instant now = Times.latest(graph);
        if (now == null) {
            return;
        }
        for (ClusterObject pod : graph.read("Pod")) {
            for (Data status : pod.data().items("status", "initContainerStatuses")) {
                Instant started = Times.of(status.text("state", "running", "startedAt"));
                if (started != null
                        && !Health.isGone(pod)
                        && !isSidecar(pod, status.text("name"))
                        && Duration.between(started, now).compareTo(LONG) >= 0) {
                    stuck(graph, states, pod, status, Duration.between(started, now));
                }
            }
        }
    }

    private static boolean isSidecar(
            ClusterObject pod, @org.jspecify.annotations.Nullable String name) {
        for (Data container : pod.data().items("spec", "initContainers")) {
            if (String.valueOf(container.text("name")).equals(name)) {
                return "Always".equals(container.text("restartPolicy"));
            }
        }
        return false;
    }

    private static void stuck(
            ClusterGraph graph, States states, ClusterObject pod, Data status, Duration since) {
        Ref top = Health.editable(graph, pod.ref());
        String name = String.valueOf(status.text("name"));
        String command = "";
        for (Data container : pod.data().items("spec", "initContainers")) {
            if (name.equals(container.text("name"))) {
                command =
                        String.join(" ", container.texts("command"))
                                + " "
                                + String.join(" ", container.texts("args"));
            }
        }
        states.add(
                "init-container-waits",
                top,
                pod,
                "init container %s of pod %s has run for %d s and is not done; its command: %s"
                        .formatted(
                                name,
                                ServiceChecks.place(pod),
                                since.toSeconds(),
                                command.isBlank() ? "that of the image" : cut(command.strip())),
                "container",
                name,
                "workload",
                top.name());
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
