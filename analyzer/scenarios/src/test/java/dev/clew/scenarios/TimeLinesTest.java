package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came first, where, and what came of it.
class TimeLinesTest {

    @TempDir Path folder = Path.of("");

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// Incidents as `root <- symptom, symptom`, in rank order.
    private List<String> incidents() {
        Run run = Run.clew("analyze", "-o", "json", folder.toString());
        JsonNode json = run.json();
        List<String> incidents = new ArrayList<>();
        for (JsonNode incident : json.path("incidents")) {
            List<String> symptoms = new ArrayList<>();
            incident.path("symptoms")
                    .forEach(id ->
                            symptoms.add(
                                    Run.finding(json, id.asText()).path("signature").asText()));
            incidents.add(
                    Run.finding(json, incident.path("root").asText()).path("signature").asText()
                            + " <- "
                            + String.join(", ", symptoms.stream().sorted().toList()));
        }
        return incidents;
    }

    /// ```
    /// worker-1   10:00:00 runtime gone   10:00:20 PLEG unhealthy
    /// worker-2                           10:00:25 PLEG unhealthy
    /// ```
    @Test
    void aCauseOnOneNodeDoesNotExplainASymptomOnAnother() throws IOException {
        file(
                "kubelet-worker-1.log",
                """
                Nov 22 10:00:00 worker-1 kubelet[1207]: E1122 10:00:00.000000    1207 remote_runtime.go:222] "Version from runtime service failed" err="rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing dial unix /run/containerd/containerd.sock: connect: connection refused\\""
                Nov 22 10:00:20 worker-1 kubelet[1207]: E1122 10:00:20.000000    1207 kubelet.go:2347] "Skipping pod synchronization" err="PLEG is not healthy: pleg was last seen active 3m12s ago; threshold is 3m0s"
                """);
        file(
                "kubelet-worker-2.log",
                """
                Nov 22 10:00:25 worker-2 kubelet[1330]: E1122 10:00:25.000000    1330 kubelet.go:2347] "Skipping pod synchronization" err="PLEG is not healthy: pleg was last seen active 3m40s ago; threshold is 3m0s"
                """);
        assertThat(incidents())
                .containsExactly(
                        "k8s-runtime-unavailable <- k8s-pleg-unhealthy", "k8s-pleg-unhealthy <- ");
    }

    /// ```
    /// shop/web-0 on worker-1   10:00 image not found
    /// shop/db-0  on worker-2   10:00 killed for memory, 10:01 restarts
    /// ```
    @Test
    void twoCausesOnTwoNodesStayTwoIncidents() throws IOException {
        file(
                "events.txt",
                """
                NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT                  SOURCE               MESSAGE
                shop        5m          Warning   Failed    pod/web-0   spec.containers{web}       kubelet, worker-1    Failed to pull image "registry.example.com/shop/web:9.9": rpc error: code = NotFound desc = failed to pull and unpack image "registry.example.com/shop/web:9.9": failed to resolve reference "registry.example.com/shop/web:9.9": registry.example.com/shop/web:9.9: not found
                shop        4m          Warning   BackOff   pod/db-0    spec.containers{db}        kubelet, worker-2    Back-off restarting failed container db in pod db-0_shop(0f0a1b2c)
                """);
        file(
                "describe-db-0.txt",
                """
                Name:             db-0
                Namespace:        shop
                Node:             worker-2/10.0.0.12
                Containers:
                  db:
                    Image:          postgres:17
                    State:          Waiting
                      Reason:       CrashLoopBackOff
                    Last State:     Terminated
                      Reason:       OOMKilled
                      Exit Code:    137
                    Ready:          False
                    Restart Count:  7
                """);
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "k8s-image-not-found <- ",
                        "k8s-container-oomkilled <- k8s-crashloop-backoff");
    }

    /// ```
    /// agent   10:00:05 API server refuses   10:00:10 connected   10:00:20 up
    /// ```
    @Test
    void anErrorThatHealsIsNoIncident() throws IOException {
        file(
                "cilium-agent.log",
                """
                2026-11-22T10:00:05.000000000Z level=error msg="Unable to contact k8s api-server" error="Get \\"https://10.96.0.1:443/api/v1/namespaces/kube-system\\": dial tcp 10.96.0.1:443: connect: connection refused" ipAddr="https://10.96.0.1:443" subsys=k8s-client
                2026-11-22T10:00:10.000000000Z level=info msg="Connected to apiserver" subsys=k8s-client
                2026-11-22T10:00:20.000000000Z level=info msg="Daemon initialization completed" bootstrapTime=12.1 subsys=daemon
                """);
        Run run = Run.clew("analyze", "-o", "json", folder.toString());
        assertThat(run.findings("error", "critical")).isEmpty();
        assertThat(run.json().path("incidents")).isEmpty();
    }

    /// The same without the end: it goes on.
    @Test
    void anErrorThatDoesNotHealIsOne() throws IOException {
        file(
                "cilium-agent.log",
                """
                2026-11-22T10:00:05.000000000Z level=error msg="Unable to contact k8s api-server" error="Get \\"https://10.96.0.1:443/api/v1/namespaces/kube-system\\": dial tcp 10.96.0.1:443: connect: connection refused" ipAddr="https://10.96.0.1:443" subsys=k8s-client
                """);
        assertThat(incidents()).containsExactly("cilium-apiserver-unreachable <- ");
    }

    /// ```
    /// etcd         10:00:00 slow disk
    /// API server   10:00:14 requests time out
    /// controllers  10:00:26 lease lost
    /// worker-1     10:01    NotReady
    /// shop/web     10:06    evicted
    /// ```
    @Test
    void aCascadeHasOneRoot() throws IOException {
        file(
                "etcd.log",
                """
                {"level":"warn","ts":"2026-11-22T10:00:00.000Z","caller":"wal/wal.go:805","msg":"slow fdatasync","took":"4.2s","expected-duration":"1s"}
                {"level":"warn","ts":"2026-11-22T10:00:05.000Z","caller":"etcdserver/util.go:170","msg":"apply request took too long","took":"3.9s","expected-duration":"100ms","prefix":"read-only range ","request":"key:\\"/registry/leases/kube-node-lease/worker-1\\" ","response":"range_response_count:1 size:500"}
                """);
        file(
                "kube-apiserver.log",
                """
                2026-11-22T10:00:14.000000000Z W1122 10:00:14.000000       1 logging.go:59] [core] etcdserver: request timed out
                2026-11-22T10:00:15.000000000Z E1122 10:00:15.000000       1 status.go:71] "Unhandled Error" err="apiserver received an error that is not an metav1.Status: etcdserver: request timed out"
                """);
        file(
                "kube-controller-manager.log",
                """
                2026-11-22T10:00:25.000000000Z E1122 10:00:25.000000       1 leaderelection.go:332] error retrieving resource lock kube-system/kube-controller-manager: Get "https://10.0.0.10:6443/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-controller-manager?timeout=5s": context deadline exceeded
                2026-11-22T10:00:26.000000000Z I1122 10:00:26.000000       1 leaderelection.go:285] failed to renew lease kube-system/kube-controller-manager: timed out waiting for the condition
                2026-11-22T10:00:26.100000000Z E1122 10:00:26.100000       1 controllermanager.go:302] "leaderelection lost"
                """);
        file(
                "events.json",
                """
                {"apiVersion":"v1","kind":"EventList","items":[
                {"kind":"Event","metadata":{"name":"a","namespace":"default"},"involvedObject":{"kind":"Node","name":"worker-1"},"reason":"NodeNotReady","type":"Normal","message":"Node worker-1 status is now: NodeNotReady","source":{"component":"node-controller"},"firstTimestamp":"2026-11-22T10:01:00Z","lastTimestamp":"2026-11-22T10:01:00Z","count":1},
                {"kind":"Event","metadata":{"name":"b","namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"web-0"},"reason":"NodeNotReady","type":"Warning","message":"Node is not ready","source":{"component":"node-controller"},"firstTimestamp":"2026-11-22T10:01:00Z","lastTimestamp":"2026-11-22T10:01:00Z","count":1},
                {"kind":"Event","metadata":{"name":"c","namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"web-0"},"reason":"TaintManagerEviction","type":"Normal","message":"Marking for deletion Pod shop/web-0","source":{"component":"taint-eviction-controller"},"firstTimestamp":"2026-11-22T10:06:00Z","lastTimestamp":"2026-11-22T10:06:00Z","count":1}]}
                """);
        List<String> incidents = incidents();
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getFirst())
                .startsWith("k8s-etcd-slow <- ")
                .contains("k8s-leader-election-lost")
                .contains("k8s-node-not-ready");
    }

    /// ```
    /// shop/web-0   liveness fails
    /// ```
    @Test
    void aSymptomWithoutACauseStandsAlone() throws IOException {
        file(
                "describe.txt",
                """
                Name:             web-0
                Namespace:        shop
                Events:
                  Type     Reason     Age                From     Message
                  ----     ------     ----               ----     -------
                  Warning  Unhealthy  65s (x9 over 3m)   kubelet  Liveness probe failed: HTTP probe failed with statuscode: 500
                """);
        assertThat(incidents()).containsExactly("k8s-liveness-probe-failed <- ");
    }

    /// ```
    /// agent on worker-1   09:00 … 09:01 crashes   (cause unknown)
    /// agent on worker-1                            10:30 the option is missing
    /// ```
    @Test
    void aCauseThatCameAfterTheSymptomIsNotItsCause() throws IOException {
        file(
                "events.json",
                """
                {"apiVersion":"v1","kind":"EventList","items":[
                {"kind":"Event","metadata":{"name":"a","namespace":"kube-system"},"involvedObject":{"kind":"Pod","namespace":"kube-system","name":"cilium-7hq4w"},"reason":"BackOff","type":"Warning","message":"Back-off restarting failed container cilium-agent in pod cilium-7hq4w_kube-system(0a1b2c3d)","source":{"component":"kubelet","host":"worker-1"},"firstTimestamp":"2026-11-22T09:00:00Z","lastTimestamp":"2026-11-22T09:01:00Z","count":5}]}
                """);
        file(
                "logs.txt",
                """
                ==== START logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
                2026-11-22T10:30:00.000000000Z level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true" subsys=daemon
                ==== END logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
                """);
        assertThat(incidents())
                .containsExactly(
                        "cilium-native-routing-cidr-missing <- ", "k8s-crashloop-backoff <- ");
    }

    /// The other way round, it is.
    @Test
    void aCauseThatCameBeforeTheSymptomIs() throws IOException {
        file(
                "events.json",
                """
                {"apiVersion":"v1","kind":"EventList","items":[
                {"kind":"Event","metadata":{"name":"a","namespace":"kube-system"},"involvedObject":{"kind":"Pod","namespace":"kube-system","name":"cilium-7hq4w"},"reason":"BackOff","type":"Warning","message":"Back-off restarting failed container cilium-agent in pod cilium-7hq4w_kube-system(0a1b2c3d)","source":{"component":"kubelet","host":"worker-1"},"firstTimestamp":"2026-11-22T10:30:10Z","lastTimestamp":"2026-11-22T10:31:00Z","count":5}]}
                """);
        file(
                "logs.txt",
                """
                ==== START logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
                2026-11-22T10:30:00.000000000Z level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true" subsys=daemon
                ==== END logs for container cilium-agent of pod kube-system/cilium-7hq4w ====
                """);
        assertThat(incidents())
                .containsExactly("cilium-native-routing-cidr-missing <- k8s-crashloop-backoff");
    }

    /// Three agents of one DaemonSet fail alike: one incident, three subjects.
    @Test
    void podsOfOneWorkloadAreOneIncident() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String pod : List.of("cilium-7hq4w", "cilium-ngx2v", "cilium-4tz8c")) {
            log.append(
                    """
                    ==== START logs for container cilium-agent of pod kube-system/%s ====
                    level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true" subsys=daemon
                    ==== END logs for container cilium-agent of pod kube-system/%s ====
                    """
                            .formatted(pod, pod));
        }
        file("logs.txt", log.toString());
        assertThat(incidents()).containsExactly("cilium-native-routing-cidr-missing <- ");
        JsonNode json = Run.clew("analyze", "-o", "json", folder.toString()).json();
        assertThat(Run.finding(json, json.at("/incidents/0/root").asText()).path("subjects"))
                .hasSize(3);
    }

    @Test
    void aYearThatOnlyTheFileTellsIsSaidToBeFromThere() throws IOException {
        Path log = folder.resolve("kubelet.log");
        Files.writeString(
                log,
                """
                E0304 05:06:07.000000    1207 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"api\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container=api pod=api-0_shop(6f1d1a5e)\\"" pod="shop/api-0" podUID="6f1d1a5e"
                E0304 05:11:07.000000    1207 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"api\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container=api pod=api-0_shop(6f1d1a5e)\\"" pod="shop/api-0" podUID="6f1d1a5e"
                """);
        Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2022-04-01T00:00:00Z")));
        JsonNode json = Run.clew("analyze", "-o", "json", log.toString()).json();
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.path("firstSeen").isNull()).isTrue();
        assertThat(finding.path("assumedTimes").path("firstSeen").asText())
                .isEqualTo("2022-03-04T05:06:07Z");
        assertThat(finding.path("assumedTimes").path("lastSeen").asText())
                .isEqualTo("2022-03-04T05:11:07Z");
        assertThat(json.path("timeline").path(0).path("yearFrom").asText()).isEqualTo("file-time");
        assertThat(Run.clew("analyze", "-v", log.toString()).out().replaceAll("\\s+", " "))
                .contains("2022-03-04T05:06:07Z")
                .contains("the year is from the time of the file");
    }

    @Test
    void whatOnlyHasAnAgeIsSaidToBeThatLongBeforeTheCapture() {
        Run run =
                Run.clewReading(
                        """
                        LAST SEEN   TYPE      REASON    OBJECT      MESSAGE
                        9m          Warning   BackOff   pod/api-0   Back-off restarting failed container api in pod api-0_shop(6f1d1a5e)
                        """,
                        "analyze",
                        "-");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("since 9m before capture");
    }
}
