package dev.clew.bundle.text;

import static dev.clew.bundle.Reading.brief;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Reading;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribePagesTest {

    private static final String POD =
            """
            $ kubectl -n web describe pod shop-7c9d5b6f48-6xk2p
            Name:             shop-7c9d5b6f48-6xk2p
            Namespace:        web
            Priority:         0
            Node:             worker-2/10.8.0.22
            Status:           Running
            Controlled By:    ReplicaSet/shop-7c9d5b6f48
            Init Containers:
              migrate:
                Image:          registry.example.net/shop:2.8.1
                State:          Terminated
                  Reason:       Completed
                  Exit Code:    0
                Ready:          True
                Restart Count:  0
            Containers:
              app:
                Image:          registry.example.net/shop:2.8.1
                State:          Waiting
                  Reason:       CrashLoopBackOff
                Last State:     Terminated
                  Reason:       OOMKilled
                  Exit Code:    137
                Ready:          False
                Restart Count:  5
                Limits:
                  memory:  30Mi
            Conditions:
              Type              Status
              Initialized       True
              Ready             False
            Volumes:
              config:
                Type:      ConfigMap (a volume populated by a ConfigMap)
                Name:      shop-config
            QoS Class:       Burstable
            Events:
              Type     Reason     Age                    From               Message
              ----     ------     ----                   ----               -------
              Normal   Scheduled  4m51s                  default-scheduler  Successfully assigned web/shop-7c9d5b6f48-6xk2p to worker-2
              Warning  BackOff    38s (x13 over 4m40s)   kubelet            Back-off restarting failed container
            """;

    @Test
    void aPodWithItsContainersConditionsAndEvents() {
        List<LogRecord> records =
                Reading.of(POD).stream()
                        .filter(record -> record.kind() != RecordKind.TEXT)
                        .toList();
        assertThat(records)
                .extracting(record ->
                        brief(
                                record,
                                "reason",
                                "lastReason",
                                "lastExitCode",
                                "restarts",
                                "type",
                                "status"))
                .containsExactly(
                        "command reason=null lastReason=null lastExitCode=null restarts=null type=null status=null",
                        "container [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=Completed lastReason=null lastExitCode=null restarts=0 type=null status=null",
                        "container [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=CrashLoopBackOff lastReason=OOMKilled lastExitCode=137 restarts=5 type=null status=null",
                        "pod [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=null lastReason=null lastExitCode=null restarts=null type=null status=null",
                        "condition [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=null lastReason=null lastExitCode=null restarts=null type=Initialized status=True",
                        "condition [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=null lastReason=null lastExitCode=null restarts=null type=Ready status=False",
                        "event [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=Scheduled lastReason=null lastExitCode=null restarts=null type=Normal status=null",
                        "event kubelet warn [Pod web/shop-7c9d5b6f48-6xk2p on worker-2] reason=BackOff lastReason=null lastExitCode=null restarts=null type=Warning status=null");
        LogRecord app = records.get(2);
        assertThat(app.origin().line()).isEqualTo(19);
        assertThat(app.raw())
                .startsWith("    State:          Waiting\n      Reason:       CrashLoopBackOff\n");
        assertThat(records.getLast().count()).isEqualTo(13);
        assertThat(records.getLast().age()).hasSeconds(38);
        assertThat(records.getLast().entity().workload()).isEqualTo("shop");
    }

    @Test
    void theSameWithItsIndentsLost() {
        String pasted = POD.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
        List<LogRecord> containers = Reading.of(RecordKind.CONTAINER, pasted);
        assertThat(containers)
                .extracting(record -> record.value("lastReason"))
                .contains("OOMKilled");
        assertThat(Reading.of(RecordKind.EVENT, pasted))
                .extracting(record -> record.value("reason"))
                .containsExactly("Scheduled", "BackOff");
    }

    @Test
    void aNodeWithItsConditions() {
        String page =
                """
                Name:               worker-2
                Roles:              <none>
                Taints:             node.kubernetes.io/not-ready:NoExecute
                                    node.cilium.io/agent-not-ready:NoSchedule
                Unschedulable:      false
                Conditions:
                  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message
                  ----             ------  -----------------                 ------------------                ------                       -------
                  MemoryPressure   False   Mon, 03 Jun 2024 13:54:18 +0000   Wed, 20 Mar 2024 22:00:39 +0000   KubeletHasSufficientMemory   kubelet has sufficient memory available
                  Ready            False   Mon, 03 Jun 2024 13:54:18 +0000   Sun, 02 Jun 2024 21:39:37 +0000   KubeletNotReady              container runtime network not ready: cni plugin not initialized
                System Info:
                  Kernel Version:             5.15.0-101-generic
                  Container Runtime Version:  containerd://1.7.2
                  Kubelet Version:            v1.29.3
                PodCIDR:                      10.21.2.0/24
                """;
        List<LogRecord> records = Reading.of(page);
        LogRecord ready =
                records.stream()
                        .filter(record -> "Ready".equals(record.value("type")))
                        .findFirst()
                        .orElseThrow();
        assertThat(brief(ready, "status", "reason", "message"))
                .isEqualTo(
                        "condition [Node worker-2] status=False reason=KubeletNotReady message=container runtime network not ready: cni plugin not initialized");
        LogRecord node =
                records.stream()
                        .filter(record -> record.kind() == RecordKind.NODE)
                        .findFirst()
                        .orElseThrow();
        assertThat(node.value("taints"))
                .isEqualTo(
                        "node.kubernetes.io/not-ready:NoExecute node.cilium.io/agent-not-ready:NoSchedule");
    }

    @Test
    void eventsOfOldVersionsAndPastedRows() {
        String page =
                """
                  FirstSeen	LastSeen	Count	From			SubObjectPath	Type		Reason		Message
                  ---------	--------	-----	----			-------------	--------	------		-------
                  4m		2m		3	kubelet, worker-1	spec.containers{app}	Warning		Failed		Failed to pull image "shop:x": not found
                13m         Warning   FailedCreatePodSandBox   pod/shop-1   Failed to create pod sandbox: rpc error
                web         20s         Warning   Unhealthy                pod/shop-2   Readiness probe failed
                  Warning  FailedMount  <invalid> (x7 over 19h)  kubelet  MountVolume.SetUp failed
                """;
        assertThat(Reading.of(RecordKind.EVENT, page))
                .extracting(record -> brief(record, "reason", "host", "count"))
                .containsExactly(
                        "event kubelet warn reason=Failed host=worker-1 count=3",
                        "event warn [Pod shop-1] reason=FailedCreatePodSandBox host=null count=1",
                        "event warn [Pod web/shop-2] reason=Unhealthy host=null count=1",
                        "event kubelet warn reason=FailedMount host=null count=7");
    }

    @Test
    void messagesThatGoOnBelowTheirRow() {
        String page =
                """
                Events:
                  Warning  FailedCreatePodSandBox  3s (x14 over 2m54s)  kubelet  (combined from similar events):
                Failed to create pod sandbox: plugin type="cilium-cni" failed (add):
                unable to allocate IP via local cilium agent
                """;
        assertThat(Reading.of(RecordKind.EVENT, page))
                .extracting(LogRecord::message)
                .containsExactly(
                        "(combined from similar events): Failed to create pod sandbox: plugin type=\"cilium-cni\" failed (add): unable to allocate IP via local cilium agent");
    }

    @Test
    void aNamespace() {
        String page =
                """
                Name:         old-shop
                Labels:       team=web
                Annotations:  <none>
                Status:       Terminating
                Conditions:
                  Type                        Status  LastTransitionTime               Reason                Message
                  ----                        ------  ------------------               ------                -------
                  NamespaceContentRemaining   True    Thu, 06 Jun 2024 10:11:12 +0000  SomeResourcesRemain   Some resources are remaining: pods. has 1 resource instances

                No resource quota.
                """;
        assertThat(Reading.of(page))
                .extracting(record -> brief(record, "phase", "objectKind", "status"))
                .containsExactly(
                        "object [Namespace old-shop] phase=Terminating objectKind=Namespace status=null",
                        "condition [Namespace old-shop] phase=null objectKind=Namespace status=True",
                        "text [Namespace old-shop] phase=null objectKind=null status=null");
        String pod =
                """
                Name:         shop-0
                Namespace:    web
                Status:       Terminating (lasts 5m)
                """;
        assertThat(Reading.of(pod))
                .extracting(record -> brief(record, "phase"))
                .containsExactly("pod [Pod web/shop-0] phase=Terminating (lasts 5m)");
    }

    @Test
    void containersPastedWithoutTheHeadingAboveThem() {
        String page =
                """
                  shop:
                    State:          Waiting
                      Reason:       CrashLoopBackOff
                    Last State:     Terminated
                      Exit Code:    2
                  sidecar:
                    Image:          registry.example.net/sidecar:1
                    State:          Running
                """;
        assertThat(Reading.of(page))
                .extracting(record -> brief(record, "name", "state", "reason", "lastExitCode"))
                .containsExactly(
                        "container name=shop state=waiting reason=CrashLoopBackOff lastExitCode=2",
                        "container name=sidecar state=running reason=null lastExitCode=null");
    }
}
