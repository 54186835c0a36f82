package dev.clew.bundle.text;

import static dev.clew.bundle.Reading.brief;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Reading;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import org.junit.jupiter.api.Test;

class PastedPagesTest {

    @Test
    void tablesOfPodsWithAndWithoutTheirHead() {
        String page =
                """
                NAMESPACE     NAME                     READY   STATUS             RESTARTS      AGE    IP          NODE
                kube-system   cilium-7hq4w             0/1     CrashLoopBackOff   5 (24s ago)   4m2s   10.8.0.22   worker-2
                web           shop-7c9d5b6f48-6xk2p    1/2     Running            0             25h    <none>      <none>

                shop-7c9d5b6f48-zv8dl   0/1   ContainerCreating   0   14m
                """;
        assertThat(Reading.of(RecordKind.POD, page))
                .extracting(
                        record -> brief(record, "status", "ready", "unready", "restarts", "podAge"))
                .containsExactly(
                        "pod cilium-agent [Pod kube-system/cilium-7hq4w on worker-2] status=CrashLoopBackOff ready=0/1 unready=1 restarts=5 podAge=4m2s",
                        "pod [Pod web/shop-7c9d5b6f48-6xk2p] status=Running ready=1/2 unready=1 restarts=0 podAge=25h",
                        "pod [Pod shop-7c9d5b6f48-zv8dl] status=ContainerCreating ready=0/1 unready=1 restarts=0 podAge=14m");
    }

    @Test
    void eventsWithoutTheirHeadBelowATableOfPods() {
        String page =
                """
                NAME     READY   STATUS    RESTARTS   AGE
                shop-0   0/1     Pending   0          9m
                9m    Warning   FailedScheduling   pod/shop-0   0/3 nodes are available
                40s   Normal    Scheduled          pod/shop-0   Successfully assigned web/shop-0 to worker-1
                """;
        assertThat(Reading.of(page))
                .extracting(record -> brief(record, "reason", "status", "object"))
                .containsExactly(
                        "pod [Pod shop-0] reason=null status=Pending object=null",
                        "event warn [Pod shop-0] reason=FailedScheduling status=null object=pod/shop-0",
                        "event [Pod shop-0] reason=Scheduled status=null object=pod/shop-0");
    }

    @Test
    void tablesOfNodesAndOthers() {
        String page =
                """
                $ kubectl get nodes
                NAME       STATUS                        ROLES           AGE   VERSION
                master-1   Ready                         control-plane   51d   v1.28.5
                worker-2   NotReady,SchedulingDisabled   <none>          51d   v1.28.5
                $ kubectl -n web get pvc
                NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE
                data   Pending                                      fast           3m
                """;
        assertThat(Reading.of(page).stream().filter(record -> record.kind() != RecordKind.COMMAND))
                .extracting(record -> brief(record, "status", "kubelet", "storageclass"))
                .containsExactly(
                        "node [Node master-1] status=Ready kubelet=v1.28.5 storageclass=null",
                        "node [Node worker-2] status=NotReady,SchedulingDisabled kubelet=v1.28.5 storageclass=null",
                        "object [PersistentVolumeClaim web/data] status=Pending kubelet=null storageclass=fast");
    }

    @Test
    void commandsTellWhatTheLinesBelowAreAbout() {
        String page =
                """
                root@control-1:~# kubectl -n kube-system logs cilium-7hq4w -c cilium-agent --previous
                level=fatal msg="Error while creating daemon" subsys=daemon
                user@host:~$ journalctl -u kubelet
                E0805 12:00:01.123456    1234 x.go:1] something
                # just a remark
                """;
        assertThat(Reading.of(page))
                .extracting(record -> brief(record))
                .containsExactly(
                        "command [Pod kube-system/cilium-7hq4w]"
                                .replace(" [Pod kube-system/cilium-7hq4w]", ""),
                        "log cilium-agent fatal [Pod kube-system/cilium-7hq4w]",
                        "command",
                        "log kubelet error",
                        "text kubelet");
    }

    @Test
    void statusPagesOfCilium() {
        String page =
                """
                KVStore:                 Ok   etcd: 1/1 connected, has-quorum=true
                Controller Status:       36/37 healthy
                  Name                            Last success   Last error   Count   Message
                  cilium-health-ep                23m54s ago     6s ago       30      Get "http://10.192.2.2:4240/hello": context deadline exceeded
                  dns-garbage-collector-job       1s ago         never        0       no error
                Cluster health:          1/3 reachable   (2022-08-30T09:12:44Z)
                  Name                   IP          Node          Endpoints
                  worker-1 (localhost)   10.8.0.21   reachable     reachable
                  worker-2               10.8.0.22   unreachable   reachable
                DaemonSet              cilium             Desired: 3, Ready: 2/3, Available: 2/3, Unavailable: 1/3
                """;
        assertThat(Reading.of(RecordKind.STATUS, page))
                .extracting(record -> brief(record, "name", "missing", "failures", "nodeStatus"))
                .containsExactly(
                        "status name=kvstore missing=0 failures=null nodeStatus=null",
                        "status name=controller-status missing=1 failures=null nodeStatus=null",
                        "status name=controller missing=null failures=30 nodeStatus=null",
                        "status name=controller missing=null failures=0 nodeStatus=null",
                        "status name=cluster-health missing=2 failures=null nodeStatus=null",
                        "status [Node worker-1] name=node-health missing=null failures=null nodeStatus=reachable",
                        "status [Node worker-2] name=node-health missing=null failures=null nodeStatus=unreachable",
                        "status name=daemonset missing=1 failures=null nodeStatus=null");
    }

    @Test
    void packetVerdicts() {
        String page =
                """
                May 22 09:46:46.607: web/shop-1:47932 (ID:12) <> kube-system/coredns-1:53 (ID:7) Policy denied DROPPED (UDP)
                xx drop (FIB lookup failed) flow 0x51d851d8 to endpoint 1158, identity 2->47976: 10.40.146.233:51630 -> 10.40.163.181:8080 tcp SYN
                cilium_drop_count_total{direction="EGRESS",reason="Stale or unroutable IP"} 12
                {"flow":{"time":"2025-07-16T09:10:19Z","verdict":"DROPPED","drop_reason":133,"IP":{"source":"10.0.0.1","destination":"1.1.1.1"},"source":{"namespace":"web","pod_name":"shop-1"},"node_name":"worker-1"}}
                """;
        assertThat(Reading.of(RecordKind.FLOW, page))
                .extracting(record -> brief(record, "verdict", "reason"))
                .containsExactly(
                        "flow warn [Pod web/shop-1] verdict=DROPPED reason=Policy denied",
                        "flow warn verdict=DROPPED reason=FIB lookup failed",
                        "flow verdict=DROPPED reason=Stale or unroutable IP",
                        "flow warn [Pod web/shop-1 on worker-1] verdict=DROPPED reason=Policy denied");
    }

    @Test
    void longErrorsThatAreBrokenOverLines() {
        String page =
                """
                Error: values don't meet the specifications of the schema(s) in the following chart(s):
                      shop:
                      - (root): Additional property domain is not allowed
                Something else
                """;
        assertThat(Reading.of(page))
                .extracting(LogRecord::text)
                .containsExactly(
                        "Error: values don't meet the specifications of the schema(s) in the following chart(s): shop: - (root): Additional property domain is not allowed",
                        "Something else");
        assertThat(Reading.of(page).getFirst().raw())
                .isEqualTo(page.lines().limit(3).reduce((a, b) -> a + "\n" + b).orElseThrow());
    }

    @Test
    void linesThatATerminalWrapped() {
        String line =
                "time=\"2024-06-11T08:51:59Z\" level=error msg=\"Failed to update lock: request canceled (Client.Timeout exceeded while awaiting headers)\" subsys=klog";
        int width = 100;
        String wrapped = line.substring(0, width) + "\n" + line.substring(width) + "\n";
        assertThat(Reading.of(wrapped + wrapped))
                .extracting(LogRecord::message)
                .containsExactly(
                        "Failed to update lock: request canceled (Client.Timeout exceeded while awaiting headers)",
                        "Failed to update lock: request canceled (Client.Timeout exceeded while awaiting headers)");
    }

    @Test
    void framesOfTerminalPrograms() {
        String page =
                """
                │ Events:                                                                              │
                │   Warning  FailedCreate  29s (x14 over 70s)  statefulset-controller  pods "a" is for │
                │ bidden: failed quota: compute                                                        │
                """;
        assertThat(Reading.of(RecordKind.EVENT, page))
                .extracting(LogRecord::message)
                .containsExactly("pods \"a\" is for bidden: failed quota: compute");
        String terraform =
                """
                ╷
                │ Error: context deadline exceeded
                │\s
                │   with helm_release.db,
                ╵
                """;
        assertThat(Reading.of(terraform))
                .extracting(LogRecord::text)
                .contains("Error: context deadline exceeded");
    }

    @Test
    void fragmentsOfObjects() {
        String page =
                """
                $ kubectl get node worker-2 -o yaml | grep -A6 Ready
                  - lastHeartbeatTime: "2024-08-01T08:52:10Z"
                    message: 'container runtime network not ready: NetworkReady=false
                      message:Network plugin returns error: cni plugin not initialized'
                    reason: KubeletNotReady
                    status: "False"
                    type: Ready

                $ curl localhost:8080/api/v1/nodes/worker-2 -s | jq .status.conditions
                [
                  {
                    "type": "DiskPressure",
                    "status": "Unknown",
                    "reason": "NodeStatusUnknown",
                    "message": "Kubelet stopped posting node status."
                  },
                  {
                    "type": "Rea
                """;
        assertThat(Reading.of(RecordKind.CONDITION, page))
                .extracting(record -> brief(record, "type", "status", "reason"))
                .containsExactly(
                        "condition type=Ready status=False reason=KubeletNotReady",
                        "condition type=DiskPressure status=Unknown reason=NodeStatusUnknown");
    }

    @Test
    void outputInsideADocument() {
        String page =
                """
                fatal: [node-1]: FAILED! => {
                    "changed": true,
                    "rc": 2,
                    "stderr": "[preflight] Some fatal errors occurred:\\n\\t[ERROR Swap]: running with swap on is not supported\\n"
                }
                """;
        assertThat(Reading.of(page))
                .extracting(record -> record.origin().line() + " " + record.text())
                .contains("1 fatal: [node-1]: FAILED! =>", "2 changed: true; rc: 2")
                .anyMatch(text ->
                        text.startsWith("4 ")
                                && text.contains(
                                        "[ERROR Swap]: running with swap on is not supported"));
    }

    @Test
    void documentsThatWereCutInsideAString() {
        String page =
                """
                failed: [worker-3] (item=join) => {
                    "attempts": 3,
                    "stdout": "[preflight] Running checks\\n\\t[ERROR Port-10250]: Port 10250 is in us
                """;
        assertThat(Reading.of(page))
                .extracting(LogRecord::text)
                .contains(
                        "failed: [worker-3] (item=join) =>",
                        "[preflight] Running checks [ERROR Port-10250]: Port 10250 is in us");
    }

    @Test
    void documentsThatWereCutAndThePageGoesOn() {
        String page =
                """
                {
                    "type": "Ready",
                    "status": "False",
                    "message": "container runtime is down",
                    "lastTransit
                ...
                $ kubectl get pods
                shop-7c9d5b6f48-zv8dl   0/1   ContainerCreating   0   14m
                """;
        assertThat(Reading.of(page))
                .extracting(record -> record.kind().word() + " " + record.text())
                .contains(
                        "condition type: Ready; status: False; message: container runtime is down",
                        "text \"lastTransit",
                        "command kubectl get pods")
                .anyMatch(text -> text.startsWith("pod name: shop-7c9d5b6f48-zv8dl"));
    }

    @Test
    void statesOfContainersPastedWithoutTheirContainer() {
        String json =
                """
                "state": {"waiting": {"message": "Back-off pulling image \\"shop:2\\"", "reason": "ImagePullBackOff"}}
                """;
        String yaml =
                """
                state:
                  waiting:
                    message: Back-off pulling image "shop:2"
                    reason: ImagePullBackOff
                """;
        assertThat(Reading.of(json))
                .extracting(record -> brief(record, "state", "reason", "message"))
                .containsExactly(
                        "container state=waiting reason=ImagePullBackOff message=Back-off pulling image \"shop:2\"");
        assertThat(Reading.of(yaml))
                .extracting(record -> brief(record, "state", "reason", "message"))
                .isEqualTo(
                        Reading.of(json).stream()
                                .map(record -> brief(record, "state", "reason", "message"))
                                .toList());
    }

    @Test
    void shortValuesOfFragmentsThatAreNotUnderstood() {
        String page =
                """
                  status:
                    pools:
                      blue:
                        error: pool is full
                        left: 0
                    phase: Broken
                """;
        assertThat(Reading.of(page))
                .extracting(record -> record.origin().line() + " " + record.text())
                .containsExactlyInAnyOrder(
                        "4 blue: error: pool is full; left: 0", "6 status: phase: Broken");
        assertThat(Reading.of(page).getFirst().raw())
                .isEqualTo("        error: pool is full\n        left: 0");
    }

    @Test
    void whatIsLeftOfAFragmentThatIsUnderstoodInPart() {
        String page =
                """
                status:
                  phase: Failed
                  message: "The node had condition: [DiskPressure]."
                  conditions:
                  - type: Ready
                    status: "False"
                    reason: PodFailed
                """;
        assertThat(Reading.of(page))
                .extracting(LogRecord::text)
                .containsExactlyInAnyOrder(
                        "type: Ready; status: False; reason: PodFailed",
                        "message: The node had condition: [DiskPressure].",
                        "status: phase: Failed");
    }

    @Test
    void healthOfNodesAsJson() {
        String page =
                """
                {
                  "local": {"name": "node-a"},
                  "nodes": [
                    {
                      "name": "node-a",
                      "host": {"primary-address": {"http": {"latency": 3}, "icmp": {"latency": 4}, "ip": "10.8.0.1"}},
                      "health-endpoint": {"primary-address": {"http": {"latency": 9}, "icmp": {"latency": 8}, "ip": "10.9.0.1"}}
                    },
                    {
                      "name": "node-b",
                      "host": {"primary-address": {"http": {"latency": 3}, "icmp": {"status": "Connection timed out"}, "ip": "10.8.0.2"}},
                      "endpoint": {"http": {"latency": 9}, "icmp": {"latency": 8}, "ip": "10.9.0.2"}
                    }
                  ]
                }
                """;
        assertThat(Reading.of(RecordKind.STATUS, page))
                .extracting(record -> brief(record, "name", "ip", "nodeStatus", "endpointStatus"))
                .containsExactly(
                        "status [Node node-a] name=node-health ip=10.8.0.1 nodeStatus=reachable endpointStatus=reachable",
                        "status [Node node-b] name=node-health ip=10.8.0.2 nodeStatus=unreachable endpointStatus=reachable");
    }
}
