package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is over is no incident, and neither is what happens at every start and end.
class StaleTest {

    private static final String OLD = "web-5b8f7c4d9-zq4z4";

    @TempDir Path folder = Path.of("");

    private void assertQuiet() {
        assertThat(Told.incidents(folder)).isEmpty();
    }

    @Test
    void eventsOfAPodThatWasReplaced() throws IOException {
        List<String> items =
                new ArrayList<>(Told.web("shop", "worker-1", true, Told.running(true)));
        items.add(
                Told.warning(
                        "shop",
                        "Pod",
                        OLD,
                        "BackOff",
                        "Back-off restarting failed container web in pod "
                                + OLD
                                + "_shop(1b2c3d4e)"));
        items.add(Told.warning("shop", "Pod", OLD, "Failed", "Error: ImagePullBackOff"));
        Told.objects(folder, items);
        assertQuiet();
    }

    @Test
    void probesOfAPodThatIsToldToStop() throws IOException {
        for (String probe : List.of("Readiness", "Liveness")) {
            Told.file(
                    folder,
                    "events.txt",
                    """
                    NAMESPACE   LAST SEEN   TYPE      REASON      OBJECT                    MESSAGE
                    shop        40s         Normal    Killing     pod/web-5b8f7c4d9-zq4z4   Stopping container web
                    shop        30s         Warning   Unhealthy   pod/web-5b8f7c4d9-zq4z4   %s probe failed: Get "http://10.1.0.7:8080/ready": dial tcp 10.1.0.7:8080: connect: connection refused
                    """
                            .formatted(probe));
            assertQuiet();
        }
    }

    @Test
    void aCacheThatIsNotFilledYet() throws IOException {
        Told.file(folder, "events.txt", cache("5m"));
        assertQuiet();
        Told.file(folder, "events.txt", cache("15s (x9 over 6m)"));
        assertThat(Told.incidents(folder)).hasSize(1);
    }

    private static String cache(String seen) {
        return """
        LAST SEEN          TYPE      REASON        OBJECT                     MESSAGE
        %-18s Warning   FailedMount   pod/web-7d4b9c6f5d-x8k2p   MountVolume.SetUp failed for volume "kube-api-access-7hq4w" : failed to sync configmap cache: timed out waiting for the condition
        """
                .formatted(seen);
    }

    @Test
    void aNodeThatStarts() throws IOException {
        Told.objects(
                folder,
                List.of(
                        Told.node("worker-1", "True", "KubeletReady", "10:01:00", ""),
                        Told.event(
                                "default",
                                "Node",
                                "worker-1",
                                "Normal",
                                "NodeNotReady",
                                "Node worker-1 status is now: NodeNotReady",
                                1,
                                "10:00:10",
                                "10:00:10")));
        Told.file(
                folder,
                "kubelet.log",
                """
                Nov 01 10:00:00 worker-1 kubelet[811]: E1101 10:00:00.200000     811 kubelet.go:2855] "Container runtime network not ready" networkReady="NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"
                Nov 01 10:00:00 worker-1 kubelet[811]: I1101 10:00:00.300000     811 setters.go:602] "Node became not ready" node="worker-1" condition={"type":"Ready","status":"False","reason":"KubeletNotReady","message":"container runtime network not ready"}
                Nov 01 10:00:20 worker-1 kubelet[811]: I1101 10:00:20.300000     811 kubelet_node_status.go:582] "Recording event message for node" node="worker-1" event="NodeReady"
                """);
        assertQuiet();
    }

    @Test
    void aKubeletThatStoppedIsOneIncident() throws IOException {
        List<String> items = new ArrayList<>();
        items.add(Told.node("worker-1", "True", "KubeletReady", "08:00:00", ""));
        items.add(
                Told.node(
                        "worker-2",
                        "Unknown",
                        "NodeStatusUnknown",
                        "10:03:00",
                        "taints: [{key: node.kubernetes.io/unreachable, effect: NoExecute}]"));
        items.add(
                "{apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: worker-2, namespace: kube-node-lease}, spec: {holderIdentity: worker-2, renewTime: '2026-11-01T10:02:20.000000Z'}}");
        for (String namespace : List.of("shop", "bank", "blog")) {
            items.addAll(Told.web(namespace, "worker-2", false, Told.running(false)));
            items.add(
                    "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: %s}, spec: {selector: {app: web}, ports: [{port: 80}]}}"
                            .formatted(namespace));
            items.add(
                    Told.event(
                            namespace,
                            "Pod",
                            "web-7d4b9c6f5d-x8k2p",
                            "Warning",
                            "NodeNotReady",
                            "Node is not ready",
                            1,
                            "10:03:00",
                            "10:03:00"));
        }
        Told.objects(folder, items);
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-node-not-ready Node/worker-2 <- k8s-node-not-ready, k8s-service-pods-not-ready");
    }

    @Test
    void aKubeletThatStoppedIsOneIncidentInTablesToo() throws IOException {
        Told.file(
                folder,
                "nodes.txt",
                """
                NAME       STATUS     ROLES    AGE   VERSION
                worker-1   Ready      <none>   72d   v1.30.6
                worker-2   NotReady   <none>   72d   v1.30.6
                """);
        Told.file(
                folder,
                "events.txt",
                """
                NAMESPACE   LAST SEEN   TYPE      REASON         OBJECT                     MESSAGE
                default     9m          Normal    NodeNotReady   node/worker-2              Node worker-2 status is now: NodeNotReady
                shop        9m          Warning   NodeNotReady   pod/web-7d4b9c6f5d-x8k2p   Node is not ready
                bank        9m          Warning   NodeNotReady   pod/web-7d4b9c6f5d-x8k2p   Node is not ready
                """);
        assertThat(Told.incidents(folder))
                .containsExactly("k8s-node-not-ready Node/worker-2 <- k8s-node-not-ready");
    }
}
