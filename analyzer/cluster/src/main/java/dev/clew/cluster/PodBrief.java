package dev.clew.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What has to be known of a pod to choose the logs worth reading.
///
/// @param app the component of Cilium, or cluster DNS, that it is; empty for any other
/// @param failing whether something is wrong with it
record PodBrief(
        String namespace,
        String name,
        String node,
        String app,
        boolean failing,
        List<Container> containers) {

    private static final Set<String> APPS =
            Set.of(
                    "cilium",
                    "cilium-agent",
                    "cilium-operator",
                    "cilium-envoy",
                    "hubble-relay",
                    "hubble-ui",
                    "clustermesh-apiserver",
                    "kube-dns");
    private static final int MOST_CONTAINERS = 40;

    PodBrief {
        containers = List.copyOf(containers);
    }

    /// A container of a pod.
    ///
    /// @param started whether it has run, so that there may be a log
    /// @param restarts how often it was started again
    /// @param well whether it runs and is ready, or has ended as it should
    record Container(String name, boolean init, boolean started, int restarts, boolean well) {}

    static PodBrief of(JsonNode pod) {
        List<Container> containers = new ArrayList<>();
        JsonNode status = pod.path("status");
        for (JsonNode each : status.path("initContainerStatuses")) {
            containers.add(container(each, true));
        }
        for (JsonNode each : status.path("containerStatuses")) {
            containers.add(container(each, false));
        }
        String phase = status.path("phase").asText();
        boolean failing =
                phase.equals("Failed")
                        || phase.equals("Unknown")
                        || (!phase.equals("Succeeded")
                                && containers.stream().anyMatch(each -> !each.well()));
        return new PodBrief(
                pod.at("/metadata/namespace").asText(),
                pod.at("/metadata/name").asText(),
                pod.at("/spec/nodeName").asText(),
                app(pod.at("/metadata/labels")),
                failing,
                containers.subList(0, Math.min(containers.size(), MOST_CONTAINERS)));
    }

    private static Container container(JsonNode status, boolean init) {
        JsonNode state = status.path("state");
        int restarts = status.path("restartCount").asInt();
        boolean ended = state.has("terminated") && state.at("/terminated/exitCode").asInt(-1) == 0;
        boolean running = state.has("running");
        boolean started =
                running
                        || state.has("terminated")
                        || restarts > 0
                        || status.path("lastState").has("terminated");
        boolean well =
                init ? ended || running : ended || (running && status.path("ready").asBoolean());
        return new Container(status.path("name").asText(), init, started, restarts, well);
    }

    private static String app(JsonNode labels) {
        for (String label : new String[] {"k8s-app", "app.kubernetes.io/name", "name"}) {
            String value = labels.path(label).asText();
            if (APPS.contains(value)) {
                return value.equals("cilium-agent") ? "cilium" : value;
            }
        }
        return labels.path("io.cilium/app").asText().equals("operator") ? "cilium-operator" : "";
    }

    String key() {
        return namespace + "/" + name;
    }
}
