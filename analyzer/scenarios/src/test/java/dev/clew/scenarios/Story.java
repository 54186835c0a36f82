package dev.clew.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The incident of `samples/native-routing-cidr` as the objects, events and logs of a cluster, in
/// the shapes that collectors store.
final class Story {

    static final String POD = "cilium-7hq4w";
    static final String NODE = "worker-2";

    private Story() {}

    /// The agent's log without the line that kubectl prints in front.
    static String log() {
        return sample("cilium-7hq4w.log")
                .lines()
                .skip(1)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// The log with the time of each line in front, as the API server gives it.
    static String stampedLog() {
        StringBuilder stamped = new StringBuilder();
        int[] second = {0};
        log().lines()
                .forEach(line ->
                        stamped.append(
                                        "2022-08-30T09:12:%02d.123456789Z "
                                                .formatted(Math.min(59, second[0]++)))
                                .append(line)
                                .append('\n'));
        return stamped.toString();
    }

    static String status() {
        return sample("status-verbose.txt");
    }

    private static String sample(String name) {
        try {
            return Files.readString(Path.of(Run.sample("native-routing-cidr"), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final String POD_JSON =
            """
            {"apiVersion": "v1", "kind": "Pod",
             "metadata": {"name": "cilium-7hq4w", "namespace": "kube-system", "labels": {"k8s-app": "cilium"},
              "ownerReferences": [{"apiVersion": "apps/v1", "kind": "DaemonSet", "name": "cilium", "controller": true}]},
             "spec": {"nodeName": "worker-2", "containers": [{"name": "cilium-agent", "image": "quay.io/cilium/cilium:v1.12.1"}]},
             "status": {"phase": "Running", "hostIP": "10.8.0.22", "podIP": "10.8.0.22",
              "containerStatuses": [{"name": "cilium-agent", "image": "quay.io/cilium/cilium:v1.12.1", "ready": false, "restartCount": 5,
               "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 2m40s restarting failed container=cilium-agent pod=cilium-7hq4w_kube-system"}},
               "lastState": {"terminated": {"exitCode": 1, "reason": "Error", "startedAt": "2022-08-30T09:12:40Z", "finishedAt": "2022-08-30T09:12:44Z"}}}]}}
            """;

    static final String EVENT_JSON =
            """
            {"apiVersion": "v1", "kind": "Event",
             "metadata": {"name": "cilium-7hq4w.17101", "namespace": "kube-system"},
             "involvedObject": {"kind": "Pod", "namespace": "kube-system", "name": "cilium-7hq4w", "fieldPath": "spec.containers{cilium-agent}"},
             "reason": "Unhealthy", "type": "Warning", "count": 2,
             "message": "Startup probe failed: Get \\"http://127.0.0.1:9879/healthz\\": dial tcp 127.0.0.1:9879: connect: connection refused",
             "source": {"component": "kubelet", "host": "worker-2"},
             "firstTimestamp": "2022-08-30T09:12:42Z", "lastTimestamp": "2022-08-30T09:12:44Z"}
            """;

    static final String NODE_JSON =
            """
            {"apiVersion": "v1", "kind": "Node",
             "metadata": {"name": "worker-2", "labels": {"kubernetes.io/os": "linux"}},
             "spec": {"podCIDR": "10.21.2.0/24"},
             "status": {"conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady", "message": "kubelet is posting ready status"}],
              "nodeInfo": {"kernelVersion": "5.15.0-46-generic", "kubeletVersion": "v1.24.3", "containerRuntimeVersion": "containerd://1.6.6", "osImage": "Ubuntu 22.04.1 LTS"}}}
            """;

    static String list(String kind, String... items) {
        return "{\"apiVersion\": \"v1\", \"kind\": \""
                + kind
                + "\", \"items\": ["
                + String.join(",", items)
                + "]}\n";
    }

    /// A list as the collectors of Cilium and OpenShift write it.
    static final String PODS_YAML =
            """
            apiVersion: v1
            items:
            - apiVersion: v1
              kind: Pod
              metadata:
                labels:
                  k8s-app: cilium
                name: cilium-7hq4w
                namespace: kube-system
                ownerReferences:
                - apiVersion: apps/v1
                  controller: true
                  kind: DaemonSet
                  name: cilium
              spec:
                containers:
                - image: quay.io/cilium/cilium:v1.12.1
                  name: cilium-agent
                nodeName: worker-2
              status:
                containerStatuses:
                - image: quay.io/cilium/cilium:v1.12.1
                  lastState:
                    terminated:
                      exitCode: 1
                      finishedAt: "2022-08-30T09:12:44Z"
                      reason: Error
                      startedAt: "2022-08-30T09:12:40Z"
                  name: cilium-agent
                  ready: false
                  restartCount: 5
                  state:
                    waiting:
                      message: back-off 2m40s restarting failed container=cilium-agent pod=cilium-7hq4w_kube-system
                      reason: CrashLoopBackOff
                hostIP: 10.8.0.22
                phase: Running
                podIP: 10.8.0.22
            kind: List
            metadata:
              resourceVersion: ""
            """;

    static final String EVENTS_YAML =
            """
            apiVersion: v1
            items:
            - apiVersion: v1
              count: 2
              firstTimestamp: "2022-08-30T09:12:42Z"
              involvedObject:
                fieldPath: spec.containers{cilium-agent}
                kind: Pod
                name: cilium-7hq4w
                namespace: kube-system
              kind: Event
              lastTimestamp: "2022-08-30T09:12:44Z"
              message: 'Startup probe failed: Get "http://127.0.0.1:9879/healthz": dial tcp 127.0.0.1:9879: connect: connection refused'
              metadata:
                name: cilium-7hq4w.17101
                namespace: kube-system
              reason: Unhealthy
              source:
                component: kubelet
                host: worker-2
              type: Warning
            kind: List
            metadata: {}
            """;
}
