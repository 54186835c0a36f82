package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Failures that come together and have nothing to do with each other are not joined, and what
/// belongs together is.
class WrongLinksTest {

    private static final String AGENT_FATAL =
            """
            ==== START logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
            2026-11-01T10:00:00.000000000Z level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true" subsys=daemon
            ==== END logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void aWebhookOfOneNamespaceExplainsNothingInOthers() throws IOException {
        Told.objects(
                folder,
                List.of(
                        Told.warning(
                                "left",
                                "ReplicaSet",
                                "web-7d4b9c6f5d",
                                "FailedCreate",
                                "Error creating: Internal error occurred: failed calling webhook \"check.example.com\": failed to call webhook: Post \"https://guard.guard.svc:443/v?timeout=10s\": no endpoints available for service \"guard\""),
                        Told.warning(
                                "right",
                                "Pod",
                                "api-7c9d8f6b5-x2x4k",
                                "BackOff",
                                "Back-off restarting failed container api in pod api-7c9d8f6b5-x2x4k_right(1b2c3d4e)"),
                        Told.warning(
                                "right",
                                "Pod",
                                "db-0",
                                "Unhealthy",
                                "Readiness probe failed: HTTP probe failed with statuscode: 503"),
                        Told.warning(
                                "right",
                                "Job",
                                "load",
                                "BackoffLimitExceeded",
                                "Job has reached the specified backoff limit")));
        assertThat(Told.incidents(folder))
                .containsExactlyInAnyOrder(
                        "k8s-webhook-failed ReplicaSet/web-7d4b9c6f5d <- ",
                        "k8s-crashloop-backoff Pod/api-7c9d8f6b5-x2x4k <- ",
                        "k8s-readiness-probe-failed Pod/db-0 <- ",
                        "k8s-job-failed Job/load <- ");
    }

    @Test
    void aRegistryExplainsNothingOfAnother() throws IOException {
        Told.objects(
                folder,
                List.of(
                        Told.warning(
                                "left",
                                "Pod",
                                "web-0",
                                "Failed",
                                "Failed to pull image \"localhost:5000/web:1\": rpc error: code = Unknown desc = failed to resolve reference \"localhost:5000/web:1\": failed to do request: Head \"https://localhost:5000/v2/web/manifests/1\": http: server gave HTTP response to HTTPS client"),
                        Told.event(
                                "right",
                                "Pod",
                                "big-0",
                                "Normal",
                                "Pulled",
                                "Successfully pulled image \"registry.example.com/big:2\" in 14m3.2s (14m3.2s including waiting)",
                                1,
                                "10:16:00",
                                "10:16:00")));
        assertThat(Told.incidents(folder))
                .containsExactlyInAnyOrder(
                        "k8s-image-registry-tls Pod/web-0 <- ",
                        "k8s-image-pull-slow Pod/big-0 <- ");
    }

    @Test
    void anAgentsSettingsDoNotSilenceAKubelet() throws IOException {
        Told.file(folder, "logs.txt", AGENT_FATAL);
        Told.objects(
                folder,
                List.of(
                        Told.node("worker-2", "Unknown", "NodeStatusUnknown", "10:03:00", ""),
                        Told.event(
                                "default",
                                "Node",
                                "worker-2",
                                "Normal",
                                "NodeNotReady",
                                "Node worker-2 status is now: NodeNotReady",
                                1,
                                "10:03:00",
                                "10:03:00")));
        assertThat(Told.incidents(folder))
                .containsExactlyInAnyOrder(
                        "cilium-native-routing-cidr-missing Pod/cilium-7hq4w <- ",
                        "k8s-node-not-ready Node/worker-2 <- ");
    }

    @Test
    void anAgentExplainsNoCrashOnAnotherNode() throws IOException {
        Told.file(folder, "logs.txt", AGENT_FATAL);
        Told.objects(
                folder,
                List.of(
                        "{apiVersion: v1, kind: Pod, metadata: {name: cilium-7hq4w, namespace: kube-system, labels: {k8s-app: cilium}}, spec: {nodeName: worker-1, containers: [{name: cilium-agent, image: 'quay.io/cilium/cilium:v1.12.1'}]}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: cilium-agent, ready: false, restartCount: 5, state: {waiting: {reason: CrashLoopBackOff}}}]}}",
                        "{apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop}, spec: {nodeName: worker-2, containers: [{name: web}]}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: web, ready: false, restartCount: 6, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 2, reason: Error}}}]}}"));
        assertThat(Told.incidents(folder))
                .containsExactlyInAnyOrder(
                        "cilium-native-routing-cidr-missing Pod/cilium-7hq4w <- k8s-crashloop-backoff",
                        "k8s-crashloop-backoff Pod/web-0 <- ");
    }

    @Test
    void theApiServersOwnSandboxIsWhyItDoesNotAnswer() throws IOException {
        Told.file(
                folder,
                "kubelet.log",
                """
                Nov 01 10:00:00 control-1 kubelet[1207]: E1101 10:00:00.100000    1207 pod_workers.go:965] "Error syncing pod, skipping" err="failed to \\"CreatePodSandbox\\" for \\"kube-apiserver-control-1_kube-system(77aa)\\" with CreatePodSandboxError: \\"Failed to create sandbox for pod \\\\\\"kube-apiserver-control-1_kube-system(77aa)\\\\\\": rpc error: code = Unknown desc = failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \\\\\\"/pause\\\\\\": permission denied: unknown\\"" pod="kube-system/kube-apiserver-control-1" podUID=77aa
                Nov 01 10:00:05 control-1 kubelet[1207]: E1101 10:00:05.000000    1207 kubelet_node_status.go:92] "Unable to register node with API server" err="Post \\"https://192.0.2.10:6443/api/v1/nodes\\": dial tcp 192.0.2.10:6443: connect: connection refused" node="control-1"
                """);
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-pod-sandbox-failed Pod/kube-apiserver-control-1 <- k8s-apiserver-unreachable");
    }

    @Test
    void whatANodeTellsOfItIsOneWithWhatItTellsOfItsPod() throws IOException {
        String refused =
                "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: unable to apply cgroup configuration: mkdir /sys/fs/cgroup/memory/kubepods/burstable/pod1: cannot allocate memory: unknown";
        Told.file(
                folder,
                "kubelet.log",
                """
                Nov 01 10:00:00 worker-1 kubelet[1207]: E1101 10:00:00.000000    1207 remote_runtime.go:198] "RunPodSandbox from runtime service failed" err="rpc error: code = Unknown desc = %s"
                Nov 01 10:00:00 worker-1 kubelet[1207]: E1101 10:00:00.100000    1207 pod_workers.go:965] "Error syncing pod, skipping" err="failed to \\"CreatePodSandbox\\" for \\"web-0_shop(77aa)\\" with CreatePodSandboxError: \\"Failed to create sandbox for pod \\\\\\"web-0_shop(77aa)\\\\\\": rpc error: code = Unknown desc = %s\\"" pod="shop/web-0" podUID=77aa
                """
                        .formatted(refused, refused));
        assertThat(Told.incidents(folder))
                .containsExactly("k8s-node-cgroup-leak Node/worker-1 <- k8s-node-cgroup-leak");
    }

    /// ```
    /// cilium-agent   10:00 warns of the routes   10:06 ends for lack of the CIDR
    /// ```
    @Test
    void theWarningsOfARunBelongToItsEnd() throws IOException {
        Told.file(
                folder,
                "cilium-agent.log",
                """
                2026-11-01T10:00:00.000000000Z level=warning msg="If auto-direct-node-routes is enabled, then you are recommended to also configure ipv4-native-routing-cidr. If ipv4-native-routing-cidr is not configured, this may lead to pod to pod traffic being masqueraded, which can cause problems with performance, observability and policy" subsys=config
                2026-11-01T10:06:00.000000000Z level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true" subsys=daemon
                """);
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "cilium-native-routing-cidr-missing <- cilium-direct-node-routes-without-cidr");
    }

    /// The node tells that memory ran out in a pod; the others of the node have other troubles.
    @Test
    void memoryThatRanOutInOnePodExplainsNoOther() throws IOException {
        Told.objects(
                folder,
                List.of(
                        Told.node("worker-1", "True", "KubeletReady", "08:00:00", ""),
                        Told.event(
                                "default",
                                "Node",
                                "worker-1",
                                "Warning",
                                "SystemOOM",
                                "System OOM encountered, victim process: tail, pid: 6536",
                                4,
                                "10:00:00",
                                "10:10:00"),
                        "{apiVersion: v1, kind: Pod, metadata: {name: big-0, namespace: left}, spec: {nodeName: worker-1, containers: [{name: big}]}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: big, ready: false, restartCount: 6, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 137, reason: OOMKilled}}}]}}",
                        "{apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: right}, spec: {nodeName: worker-1, containers: [{name: web}]}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: web, ready: false, restartCount: 0, state: {running: {}}}]}}",
                        Told.warning(
                                "right",
                                "Pod",
                                "web-0",
                                "Unhealthy",
                                "Readiness probe failed: HTTP probe failed with statuscode: 503")));
        assertThat(Told.incidents(folder))
                .containsExactlyInAnyOrder(
                        "k8s-container-oomkilled Pod/big-0 <- k8s-container-oomkilled, k8s-crashloop-backoff",
                        "k8s-readiness-probe-failed Pod/web-0 <- ");
    }
}
