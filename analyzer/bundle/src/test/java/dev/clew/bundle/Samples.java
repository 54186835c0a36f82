package dev.clew.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Valid texts of each form that is read.
final class Samples {

    /// A line of every log format, with one that goes on below.
    static final String LOG =
            """
            level=fatal msg="Error while creating daemon" error="invalid \\"cidr\\"" subsys=daemon
            time=2025-11-12T19:42:20.373444588Z level=warn source=/go/src/pkg/a.go:764 msg="Key allocation failed" module=agent.identity
            E0228 18:54:45.870378    2123 pod_workers.go:918] "Error syncing pod, skipping" err="failed to \\"StartContainer\\"" pod="web/shop-1"
            {"level":"error","ts":1718000000.123,"msg":"reconcile failed","error":{"code":3,"why":["a","b"]}}
            {"log":"level=info msg=started\\n","stream":"stderr","time":"2024-06-11T08:51:59.1Z"}
            2024-06-11T08:51:59.766132542Z stderr P E0611 08:51:59.000001       1 reflector.go:147] cut he
            2024-06-11T08:51:59.766132599Z stderr F re: context deadline exceeded
            Jun 11 08:51:59 worker-2 kubelet[812]: I0611 08:51:59.100000     812 kubelet.go:1] ok
            [2024-06-11 08:51:59.100][7][warning][config] [./source/common/config/grpc_stream.h:191] stream closed
            [pod/cilium-7hq4w/cilium-agent] level=error msg="no route" subsys=datapath-loader
            [  912.123456] Out of memory: Killed process 4242 (shop) total-vm:1kB
            panic: runtime error: invalid memory address

            goroutine 1 [running]:
            main.main()
            \tgithub.com/example/shop/main.go:12 +0x1d
            [ERROR] plugin/errors: 2 example.com. A: read udp 10.0.0.1:53: i/o timeout
            2024-06-11 08:51:59,123 ERROR shop.db: connection refused
            """;

    /// Pages made for people, one after the other.
    static final String PAGE =
            """
            root@control-1:~# kubectl -n web describe pod shop-0
            Name:             shop-0
            Namespace:        web
            Node:             worker-2/10.8.0.22
            Status:           Running
            Containers:
              app:
                Image:          registry.example.net/shop:2.8.1
                State:          Waiting
                  Reason:       CrashLoopBackOff
                Last State:     Terminated
                  Exit Code:    137
                Restart Count:  5
            Conditions:
              Type              Status
              Ready             False
            Events:
              Type     Reason     Age                    From               Message
              ----     ------     ----                   ----               -------
              Warning  BackOff    38s (x13 over 4m40s)   kubelet, worker-2  Back-off restarting failed container
            $ kubectl get pods -A
            NAMESPACE     NAME           READY   STATUS             RESTARTS      AGE    IP          NODE
            kube-system   cilium-7hq4w   0/1     CrashLoopBackOff   5 (24s ago)   4m2s   10.8.0.22   worker-2
            LAST SEEN   TYPE      REASON             OBJECT        MESSAGE
            9m          Warning   FailedScheduling   pod/shop-0    0/3 nodes are available
            1m 2m 3 shop-1 Pod spec.containers{app} Warning Failed kubelet, worker-2 Error: no such image
            KVStore:                 Ok   etcd: 1/1 connected, has-quorum=true
            Controller Status:       36/37 healthy
              Name                   Last success   Last error   Count   Message
              cilium-health-ep       23m54s ago     6s ago       30      Get "http://10.192.2.2:4240/hello": context deadline exceeded
            Cluster health:          1/3 reachable   (2022-08-30T09:12:44Z)
              worker-1 (localhost)   10.8.0.21   reachable     reachable
            May 22 09:46:46.607: web/shop-1:47932 (ID:12) <> kube-system/coredns-1:53 (ID:7) Policy denied DROPPED (UDP)
            fatal: [node-1]: FAILED! => {
                "changed": true,
                "stderr": "[preflight] Some errors:\\n\\t[ERROR Swap]: swap is on\\n"
            }
            │ Error: context deadline exceeded │
            Error: values don't meet the specifications of the schema:
              - (root): Additional property domain is not allowed
            """;

    static final String JSON =
            """
            {"apiVersion": "v1", "kind": "List", "items": [
              {"kind": "Event", "type": "Warning", "reason": "BackOff", "message": "Back-off", "count": 3,
               "involvedObject": {"kind": "Pod", "namespace": "web", "name": "shop-0"},
               "lastTimestamp": "2024-06-11T08:51:59Z", "source": {"component": "kubelet", "host": "worker-2"}},
              {"kind": "Pod", "metadata": {"name": "shop-0", "namespace": "web"}, "spec": {"nodeName": "worker-2"},
               "status": {"phase": "Pending", "conditions": [{"type": "Ready", "status": "False"}],
                "containerStatuses": [{"name": "app", "restartCount": 4, "state": {"waiting": {"reason": "ErrImagePull"}}}]}},
              {"kind": "Node", "metadata": {"name": "worker-2"}, "spec": {"taints": [{"key": "a", "effect": "NoSchedule"}]}},
              {"kind": "DaemonSet", "metadata": {"name": "cilium"}, "status": {"desiredNumberScheduled": 3}},
              {"flow": {"verdict": "DROPPED", "drop_reason": 133, "IP": {"source": "10.0.0.1"}, "l4": {"TCP": {"destination_port": 80}}}},
              {"nodes": [{"name": "worker-1", "host": {"primary-address": {"ip": "10.8.0.1", "icmp": {"status": "timeout"}}}}]},
              {"kind": "Secret", "type": "helm.sh/release.v1", "metadata": {"name": "sh.helm.release.v1.shop.v1"}, "data": {"release": "SDRzSUFBQUFBQUFB"}}
            ]}
            """;

    static final String YAML =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: cilium-config, namespace: kube-system}
            data:
              ipam: &mode "cluster-pool"
              other: *mode
              long: |
                level=error msg="in a block" subsys=daemon
                level=error msg="twice" subsys=daemon
            ---
            status:
              ipam:
                operator-status: {error: pool is full}
              conditions:
              - type: Ready
                status: "False"
                message: 'not yet
                  ready'
            ---
            - a: [1, 2, {b: c}]
              ? complex
              : value
            """;

    private Samples() {}

    /// The files of the project's own samples.
    static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        Path root = Path.of(System.getProperty("clew.root"), "samples");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }
}
