package dev.clew.scenarios;

import dev.clew.testkit.FakeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The incident of `samples/native-routing-cidr`, as a cluster that is alive.
final class SeedCluster {

    private SeedCluster() {}

    static FakeCluster start() {
        FakeCluster cluster = new FakeCluster();
        node(cluster, "control-1", "10.8.0.11");
        node(cluster, "worker-1", "10.8.0.21");
        node(cluster, "worker-2", "10.8.0.22");
        agent(cluster, "cilium-4tz8c", "worker-1", 0);
        agent(cluster, "cilium-7hq4w", "worker-2", 5);
        agent(cluster, "cilium-ngx2v", "control-1", 5);
        events(cluster);
        cluster.object(
                "daemonsets.apps",
                """
                {"metadata": {"name": "cilium", "namespace": "kube-system",
                  "labels": {"k8s-app": "cilium"}},
                 "spec": {"template": {"spec": {"containers": [
                   {"name": "cilium-agent", "image": "quay.io/cilium/cilium:v1.12.1"}]}}},
                 "status": {"desiredNumberScheduled": 3, "currentNumberScheduled": 3,
                   "numberReady": 1, "numberUnavailable": 2, "updatedNumberScheduled": 3}}
                """);
        cluster.object(
                "configmaps",
                """
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "cilium-config", "namespace": "kube-system"},
                 "data": {"auto-direct-node-routes": "true", "tunnel": "disabled",
                   "ipam": "cluster-pool", "enable-ipv4-masquerade": "true"}}
                """);
        cluster.object(
                "namespaces",
                "{\"metadata\": {\"name\": \"shop\"}, \"status\": {\"phase\": \"Active\"}}");
        cluster.document(
                "/apis/cilium.io",
                "{\"versions\": [{\"groupVersion\": \"cilium.io/v2\", \"version\": \"v2\"}]}");
        cluster.document(
                "/apis/cilium.io/v2",
                """
                {"resources": [
                 {"name": "ciliumnodes", "kind": "CiliumNode", "namespaced": false,
                  "verbs": ["get", "list"]},
                 {"name": "ciliumnodes/status", "kind": "CiliumNode", "namespaced": false,
                  "verbs": ["get"]}]}
                """);
        cluster.object(
                "ciliumnodes.cilium.io",
                "{\"metadata\": {\"name\": \"worker-1\"}, \"spec\": {\"ipam\": {\"podCIDRs\": [\"10.21.1.0/24\"]}}}");
        cluster.log("kube-system/cilium-4tz8c/cilium-agent", stamped(healthyLog()));
        for (String agent : List.of("cilium-7hq4w", "cilium-ngx2v")) {
            cluster.log("kube-system/" + agent + "/cilium-agent", stamped(fatalLog()));
            cluster.log("kube-system/" + agent + "/cilium-agent?previous", stamped(fatalLog()));
        }
        return cluster;
    }

    private static void node(FakeCluster cluster, String name, String address) {
        cluster.object(
                "nodes",
                """
                {"metadata": {"name": "%s"}, "spec": {},
                 "status": {"addresses": [{"type": "InternalIP", "address": "%s"}],
                   "nodeInfo": {"kubeletVersion": "v1.24.3", "kernelVersion": "5.15.0-46-generic",
                     "containerRuntimeVersion": "containerd://1.6.8"},
                   "conditions": [{"type": "Ready", "status": "True",
                     "reason": "KubeletReady", "message": "kubelet is posting ready status"}]}}
                """
                        .formatted(name, address));
    }

    private static void agent(FakeCluster cluster, String name, String node, int restarts) {
        String state =
                restarts == 0
                        ? "\"ready\": true, \"state\": {\"running\": {\"startedAt\": \"2022-08-30T09:00:00Z\"}}"
                        : """
                        "ready": false,
                        "state": {"waiting": {"reason": "CrashLoopBackOff",
                          "message": "back-off 2m40s restarting failed container=cilium-agent pod=%s"}},
                        "lastState": {"terminated": {"exitCode": 1, "reason": "Error",
                          "finishedAt": "2022-08-30T09:12:20Z"}}
                        """
                                .formatted(name);
        cluster.object(
                "pods",
                """
                {"metadata": {"name": "%s", "namespace": "kube-system",
                   "labels": {"k8s-app": "cilium"}, "managedFields": [{"manager": "kubelet"}],
                   "ownerReferences": [{"kind": "DaemonSet", "name": "cilium"}]},
                 "spec": {"nodeName": "%s", "containers": [{"name": "cilium-agent"}]},
                 "status": {"phase": "Running", "containerStatuses": [
                   {"name": "cilium-agent", "image": "quay.io/cilium/cilium:v1.12.1",
                    "restartCount": %d, %s}]}}
                """
                        .formatted(name, node, restarts, state));
    }

    private static void events(FakeCluster cluster) {
        event(
                cluster,
                "BackOff",
                "Back-off restarting failed container",
                "2022-08-30T09:12:44Z",
                4);
        event(
                cluster,
                "Unhealthy",
                "Startup probe failed: Get \\\"http://127.0.0.1:9879/healthz\\\": dial tcp"
                        + " 127.0.0.1:9879: connect: connection refused",
                "2022-08-30T09:12:38Z",
                2);
    }

    private static void event(
            FakeCluster cluster, String reason, String message, String last, int count) {
        cluster.object(
                "events",
                """
                {"metadata": {"name": "cilium-7hq4w.%s", "namespace": "kube-system"},
                 "involvedObject": {"kind": "Pod", "namespace": "kube-system",
                   "name": "cilium-7hq4w", "fieldPath": "spec.containers{cilium-agent}"},
                 "type": "Warning", "reason": "%s", "message": "%s",
                 "source": {"component": "kubelet", "host": "worker-2"},
                 "firstTimestamp": "2022-08-30T09:08:30Z", "lastTimestamp": "%s", "count": %d}
                """
                        .formatted(
                                reason.toLowerCase(java.util.Locale.ROOT),
                                reason,
                                message,
                                last,
                                count));
    }

    private static List<String> fatalLog() {
        try {
            return Files.readAllLines(Path.of(Run.sample("native-routing-cidr/cilium-7hq4w.log")))
                    .stream()
                    .filter(line -> line.startsWith("level="))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> healthyLog() {
        return fatalLog().stream().filter(line -> !line.contains("level=fatal")).toList();
    }

    /// As the API server sends logs with time stamps.
    private static String stamped(List<String> lines) {
        return lines.stream()
                .map(line -> "2022-08-30T09:12:20.123456789Z " + line + "\n")
                .collect(Collectors.joining());
    }
}
