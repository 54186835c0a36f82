package dev.clew.bundle.text;

import static dev.clew.bundle.Reading.brief;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Reading;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What pasted tables and pages say of the state of the objects they show.
class PastedStatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kustomizations | NAME   AGE   READY   STATUS\\nweb    9d    False   build failed |"
                        + " Kustomization demo/web | Ready | build failed",
                "hr | NAME   AGE   READY   STATUS\\nweb    9d    True    Release succeeded |"
                        + " HelmRelease demo/web | null | null",
                "certificates.cert-manager.io | NAME   READY   SECRET   AGE\\nweb    False   web   "
                        + "   9m | Certificate demo/web | Ready | False",
                "cert | NAME   READY   SECRET   AGE\\nweb    False   web      2s | Certificate"
                        + " demo/web | null | null",
                "applications | NAME   SYNC STATUS   HEALTH STATUS\\nweb    Synced        Degraded"
                        + " | Application demo/web | Health status | Degraded",
                "vs | NAME   READYTOUSE   SOURCEPVC   AGE\\nweb    false        data        9m |"
                        + " VolumeSnapshot demo/web | Readytouse | false",
                "cep | NAME    SECURITY IDENTITY   ENDPOINT STATE   IPV4         IPV6\\nweb-0  "
                        + " 12345               not-ready        10.244.1.7 | CiliumEndpoint demo/web-0"
                        + " | Endpoint state | not-ready",
                "co | NAME   VERSION   AVAILABLE   PROGRESSING   DEGRADED   SINCE   MESSAGE\\ndns  "
                        + "  4.16.1    True        False         True       9m      no pods |"
                        + " ClusterOperator demo/dns | Degraded | no pods",
                "machines | NAME   CLUSTER   PHASE     AGE   VERSION\\nw-0    prod      Running  "
                        + " 3h    v1.29.1 | Machine demo/w-0 | null | null",
                "svc | NAME   TYPE           CLUSTER-IP     EXTERNAL-IP   PORT(S)   AGE\\nweb   "
                        + " LoadBalancer   10.96.120.11   <pending>     80/TCP    9m | Service demo/web"
                        + " | null | null"
            })
    void rowsSayWhetherTheirObjectIsWell(
            String kind, String table, String subject, String condition, String reason) {
        String page = "$ kubectl get " + kind + " -n demo\n" + table.replace("\\n", "\n");
        assertThat(Reading.of(RecordKind.OBJECT, page))
                .extracting(record -> brief(record, "condition", "reason"))
                .containsExactly(
                        "object [%s] condition=%s reason=%s".formatted(subject, condition, reason));
    }

    @Test
    void namesWithTheirKindInFront() {
        String page =
                """
                $ kubectl get all -n demo
                NAME                      READY   STATUS    RESTARTS   AGE
                pod/web-7d4b9c6f5-x2x9z   1/1     Running   0          9d

                NAME          TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)   AGE
                service/web   ClusterIP   10.96.120.11   <none>        80/TCP    9d

                NAME                  READY   UP-TO-DATE   AVAILABLE   AGE
                deployment.apps/web   0/1     1            0           9d
                """;
        assertThat(Reading.of(page))
                .filteredOn(record -> record.kind() != RecordKind.COMMAND)
                .extracting(record -> String.valueOf(record.subject()))
                .containsExactly(
                        "Pod demo/web-7d4b9c6f5-x2x9z", "Service demo/web", "Deployment demo/web");
    }

    @Test
    void podsAsConsolesCopyThem() {
        List<String> pages =
                List.of(
                        "| Namespace | Name | Ready | Status | Restarts | Age |\n"
                                + "|---|---|---|---|---|---|\n"
                                + "| demo | web-0 | 0/1 | Error | 14 | 47m |\n",
                        "Name\tNamespace\tContainers\tCPU\tMemory\tRestarts\tControlled By\tNode"
                                + "\tQoS\tAge\tStatus\n"
                                + "web-0\tdemo\t\t0.000\t0.0Mi\t14\tStatefulSet\tworker-2\tBurstable"
                                + "\t47m\tError\n",
                        """
                        ┌────────────────────────── Pods(demo)[1] ──────────────────────────┐
                        │ NAMESPACE↑ NAME    PF READY STATUS  RESTARTS CPU MEM NODE     AGE │
                        │ demo       web-0   ●  0/1   Error         14   0   0 worker-2 47m │
                        └───────────────────────────────────────────────────────────────────┘
                        """);
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(Reading.of(RecordKind.POD, page))
                                .extracting(record -> brief(record, "status", "restarts"))
                                .singleElement()
                                .asString()
                                .startsWith("pod [Pod demo/web-0")
                                .endsWith("status=Error restarts=14"));
    }

    @Test
    void containersOfARuntime() {
        String crictl =
                """
                # crictl ps -a
                CONTAINER       IMAGE           CREATED         STATE     NAME   ATTEMPT   POD ID          POD     NAMESPACE
                1d1f0a9b8c7d6   e6f1816883972   2 minutes ago   Exited    web    3         0a1b2c3d4e5f6   web-0   demo
                2d1f0a9b8c7d6   e6f1816883972   2 minutes ago   Running   log    3         0a1b2c3d4e5f6   web-0   demo
                3d1f0a9b8c7d6   e6f1816883972   9 minutes ago   Exited    log    2         0a1b2c3d4e5f6   web-0   demo
                4d1f0a9b8c7d6   e6f1816883972   9 minutes ago   Exited    init   0         0a1b2c3d4e5f6   web-0   demo
                """;
        assertThat(Reading.of(RecordKind.OBJECT, crictl))
                .extracting(record -> record.entity().container() + " " + record.value("reason"))
                .containsExactly(
                        "web Exited, and not started again after attempt 3",
                        "log null",
                        "log null",
                        "init null");
        String docker =
                """
                $ docker ps -a
                CONTAINER ID   IMAGE        COMMAND       CREATED         STATUS                        PORTS     NAMES
                1d1f0a9b8c7d   demo/web     "/bin/web"    2 minutes ago   Exited (1) 5 seconds ago                k8s_web_web-0_demo_0f1e_3
                2d1f0a9b8c7d   demo/db      "/bin/db"     51 days ago     Up 51 days (unhealthy)        80/tcp    db
                3d1f0a9b8c7d   demo/once    "/bin/once"   3 days ago      Exited (0) 3 days ago                   once
                4d1f0a9b8c7d   demo/old     "/bin/old"    3 weeks ago     Exited (2) 3 weeks ago                  old
                """;
        assertThat(Reading.of(RecordKind.OBJECT, docker))
                .extracting(record -> brief(record, "reason"))
                .containsExactly(
                        "object [Pod demo/web-0] reason=Exited (1) 5 seconds ago",
                        "object [Container db] reason=Up 51 days (unhealthy)",
                        "object [Container once] reason=null",
                        "object [Container old] reason=null");
    }

    @Test
    void tablesThatAreDrawn() {
        String page =
                """
                +-------------------------+--------+--------------+---------------------------+
                |        ENDPOINT         | HEALTH |     TOOK     |           ERROR           |
                +-------------------------+--------+--------------+---------------------------+
                | https://192.0.2.10:2379 |   true |   9.812133ms |                           |
                | https://192.0.2.12:2379 |  false | 5.002183113s | context deadline exceeded |
                +-------------------------+--------+--------------+---------------------------+
                """;
        assertThat(Reading.of(page))
                .extracting(record -> brief(record, "endpoint", "health", "error"))
                .containsExactly(
                        "object endpoint=https://192.0.2.10:2379 health=true error=null",
                        "object endpoint=https://192.0.2.12:2379 health=false error=context"
                                + " deadline exceeded");
    }

    @Test
    void checksOfTheApiAndErrorsThatCiliumCounts() {
        String page =
                """
                [+]ping ok
                [-]etcd failed: reason withheld
                readyz check failed
                Errors:                cilium             cilium          1 pods of DaemonSet cilium are not ready
                                       cilium             cilium-x7k2p    unable to retrieve status
                Warnings:              cilium             cilium-x7k2p    3 endpoints are not ready
                """;
        assertThat(Reading.of(RecordKind.STATUS, page))
                .extracting(record -> brief(record, "name", "message"))
                .containsExactly(
                        "status name=api-check message=[+]ping ok",
                        "status error name=api-check message=[-]etcd failed: reason withheld",
                        "status error name=api-check message=readyz check failed",
                        "status error [DaemonSet cilium] name=errors message=1 pods of DaemonSet"
                                + " cilium are not ready",
                        "status error [Pod cilium-x7k2p] name=errors message=unable to retrieve"
                                + " status",
                        "status warn [Pod cilium-x7k2p] name=warnings message=3 endpoints are not"
                                + " ready");
    }

    @Test
    void flowsAsADictionaryAndAsJson() {
        String page =
                """
                  TIMESTAMP: Mar 21 09:15:16.887
                     SOURCE: demo/web-0:51630
                DESTINATION: demo/db-0:5432
                       TYPE: Policy denied
                    VERDICT: DROPPED
                    SUMMARY: TCP Flags: SYN
                """;
        String json =
                "{\"flow\":{\"time\":\"2026-03-21T09:15:16Z\",\"verdict\":\"DROPPED\",\"drop_reason\":133,\"source\":{\"namespace\":\"demo\",\"pod_name\":\"web-0\"}}}\n"
                        .repeat(2);
        assertThat(Reading.of(page))
                .extracting(record -> brief(record, "verdict", "reason", "to"))
                .containsExactly(
                        "flow warn [Pod demo/web-0] verdict=DROPPED reason=Policy denied"
                                + " to=demo/db-0:5432");
        assertThat(Reading.of(json))
                .extracting(record -> brief(record, "verdict", "reason"))
                .containsExactly(
                        "flow warn [Pod demo/web-0] verdict=DROPPED reason=Policy denied",
                        "flow warn [Pod demo/web-0] verdict=DROPPED reason=Policy denied");
    }

    @Test
    void describedServicesAndEndpoints() {
        String page =
                """
                Name:              web
                Namespace:         demo
                Selector:          app=wbe
                Type:              ClusterIP
                TargetPort:        8080/TCP
                Endpoints:         <none>
                Session Affinity:  None
                Events:            <none>


                Name:         db
                Namespace:    demo
                Subsets:
                  Addresses:          <none>
                  NotReadyAddresses:  10.244.1.17
                Events:  <none>
                """;
        assertThat(Reading.of(RecordKind.OBJECT, page))
                .extracting(record -> brief(record, "selector", "endpoints", "addresses"))
                .containsExactly(
                        "object [Service demo/web] selector=app=wbe endpoints=<none>"
                                + " addresses=null",
                        "object [Endpoints demo/db] selector=null endpoints=null addresses=<none>");
    }

    @Test
    void describedResourcesAreReadBackIntoObjects() {
        String page =
                """
                $ kubectl describe ledgers.example.com -n demo
                Name:         main
                Namespace:    demo
                Labels:       <none>
                API Version:  example.com/v1
                Kind:         Ledger
                Metadata:
                  Creation Timestamp:  2026-11-01T10:00:00Z
                Spec:
                  Dns Names:
                    a.example.com
                    b.example.com
                  Volume:
                    Name:  data
                    Size:  8Gi
                Status:
                  Conditions:
                    Last Transition Time:  2026-11-01T10:00:00Z
                    Message:               the ledger has no volume:
                      it was deleted
                    Reason:                NoVolume
                    Status:                False
                    Type:                  Ready
                    Last Transition Time:  2026-11-01T10:00:00Z
                    Message:               fine
                    Reason:                AsExpected
                    Status:                True
                    Type:                  Synced
                  Phase:                   Waiting
                Events:
                  Type     Reason    Age   From    Message
                  ----     ------    ----  ----    -------
                  Warning  NoVolume  9m    ledger  no volume
                """;
        List<LogRecord> records = Reading.of(page);
        assertThat(records)
                .extracting(record -> brief(record, "phase", "type", "status", "reason"))
                .containsExactly(
                        "command phase=null type=null status=null reason=null",
                        "object [Ledger demo/main] phase=Waiting type=null status=null reason=null",
                        "condition [Ledger demo/main] phase=null type=Ready status=False"
                                + " reason=NoVolume",
                        "condition [Ledger demo/main] phase=null type=Synced status=True"
                                + " reason=AsExpected",
                        "event warn [Ledger demo/main] phase=null type=Warning status=null"
                                + " reason=NoVolume");
        assertThat(records.get(1).value("spec.volume.size")).isEqualTo("8Gi");
        assertThat(records.get(2).message()).isEqualTo("the ledger has no volume:\nit was deleted");
        assertThat(records.get(2).origin().line()).isEqualTo(19);
        assertThat(records.get(2).raw()).contains("status.conditions[Ready].reason: NoVolume");
    }
}
