package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.testkit.FakeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `clew diagnose --listen`: figures, health, notifications and events of a cluster that is
/// watched.
class ListenTest {

    private static final String SECRET = "hunter2-Gq7xP0aZ";

    private static final String UNSCHEDULABLE =
            """
            {"apiVersion": "v1", "kind": "Event",
             "metadata": {"name": "web-0.x", "namespace": "shop", "uid": "e1", "resourceVersion": "9"},
             "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "web-0"},
             "type": "Warning", "reason": "FailedScheduling", "count": 3,
             "message": "0/3 nodes are available: 3 Insufficient memory. password=hunter2-Gq7xP0aZ",
             "source": {"component": "default-scheduler"},
             "lastTimestamp": "2022-08-30T09:20:00Z"}
            """;

    @TempDir Path folder = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final String BACK_OFF =
            """
            {"apiVersion": "v1", "kind": "Event",
             "metadata": {"name": "api-0.x", "namespace": "pay", "uid": "e2", "resourceVersion": "10"},
             "involvedObject": {"kind": "Pod", "namespace": "pay", "name": "api-0"},
             "type": "Warning", "reason": "BackOff", "count": 7,
             "message": "Back-off restarting failed container api in pod api-0_pay",
             "source": {"component": "kubelet", "host": "worker-9"},
             "lastTimestamp": "2022-08-30T09:21:00Z"}
            """;

    private CompletableFuture<Run> listen(
            FakeCluster cluster, int port, int reports, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "diagnose",
                                "-A",
                                "--watch-interval",
                                "1s",
                                "--watch-reports",
                                String.valueOf(reports),
                                "--kubeconfig",
                                cluster.kubeconfig(folder).toString(),
                                "--listen",
                                String.valueOf(port)));
        arguments.addAll(List.of(more));
        CompletableFuture<Run> run = new CompletableFuture<>();
        // The client of the cluster needs the threads of the common pool for itself
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        run.complete(Run.clew(arguments.toArray(String[]::new)));
                    } catch (RuntimeException e) {
                        run.completeExceptionally(e);
                    }
                });
        return run;
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Asks until an answer holds the words.
    private String await(int port, String path, String words) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                String body = get(port, path).body();
                if (body.contains(words)) {
                    return body;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError(path + " never holds " + words);
    }

    @Test
    @Timeout(120)
    void othersAreToldWhatOpens() throws Exception {
        int port = freePort();
        try (FakeCluster cluster = SeedCluster.start();
                Receiver receiver = new Receiver(503)) {
            Path hidden = Files.writeString(folder.resolve("url"), receiver.url("/T000/secret\n"));
            CompletableFuture<Run> run =
                    listen(
                            cluster,
                            port,
                            3,
                            "--notify",
                            "alertmanager=" + receiver.url("/am/"),
                            "--notify",
                            "slack=@" + hidden,
                            "--notify",
                            "json=" + receiver.url("/json"),
                            "--notify",
                            "webhook=" + receiver.url("/hook"),
                            "--emit-events");
            String metrics =
                    await(
                            port,
                            "/metrics",
                            "clew_incident{signature=\"cilium-native-routing-cidr-missing\"");
            assertThat(metrics).contains("# TYPE clew_incident gauge").endsWith("# EOF\n");
            cluster.object("events", UNSCHEDULABLE);
            JsonNode open =
                    new ObjectMapper().readTree(await(port, "/incidents", "Insufficient memory"));
            assertThat(open.path("open").findValuesAsText("signature"))
                    .contains("k8s-unschedulable-resources");
            assertThat(get(port, "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(port, "/elsewhere").statusCode()).isEqualTo(404);
            cluster.object("events", BACK_OFF); // what ends it
            Run done = run.get(90, TimeUnit.SECONDS);
            assertThat(done.status()).as(done.err()).isZero();
            assertThat(done.err()).contains("listening on http://127.0.0.1:" + port);
            assertThat(done.err()).doesNotContain("T000");
            told(receiver);
            written(cluster);
        }
    }

    private static void told(Receiver receiver) throws InterruptedException {
        for (int i = 0; i < 100 && receiver.bodies("/json").size() < 2; i++) {
            Thread.sleep(100);
        }
        List<JsonNode> json = receiver.bodies("/json");
        assertThat(json)
                .extracting(each -> each.path("signature").asText())
                .contains("cilium-native-routing-cidr-missing", "k8s-unschedulable-resources");
        assertThat(json.toString()).doesNotContain(SECRET);
        List<JsonNode> alerts = receiver.bodies("/am/api/v2/alerts");
        assertThat(alerts).isNotEmpty();
        assertThat(alerts.getFirst().path(0).path("labels").path("alertname").asText())
                .isEqualTo("ClewIncident");
        assertThat(receiver.bodies("/T000/secret").getFirst().path("text").asText()).contains("*");
        JsonNode hook = receiver.bodies("/hook").getFirst();
        assertThat(hook.path("version").asText()).isEqualTo("4");
        assertThat(hook.path("alerts").path(0).path("status").asText()).isEqualTo("firing");
    }

    private static void written(FakeCluster cluster) {
        assertThat(cluster.posted()).isNotEmpty().noneMatch(body -> body.contains(SECRET));
        assertThat(cluster.posted())
                .anyMatch(body ->
                        body.contains("\"reason\":\"K8sUnschedulableResources\"")
                                && body.contains("\"component\":\"clew\""));
        assertThat(cluster.requests())
                .filteredOn(request -> !request.startsWith("GET "))
                .allMatch(request -> request.matches("POST /api/v1/namespaces/[^/]+/events"));
    }

    @Test
    @Timeout(120)
    void withoutBeingAskedNothingIsWritten() throws Exception {
        int port = freePort();
        try (FakeCluster cluster = SeedCluster.start()) {
            CompletableFuture<Run> run = listen(cluster, port, 2);
            await(port, "/metrics", "clew_incident{");
            cluster.object("events", UNSCHEDULABLE);
            assertThat(run.get(90, TimeUnit.SECONDS).status()).isZero();
            assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(Run.clew("diagnose", "--emit-events").status()).isEqualTo(2);
        assertThat(Run.clew("diagnose", "--notify", "json=http://127.0.0.1:1/").status())
                .isEqualTo(2);
        Run wrong =
                Run.clew("diagnose", "--listen", "0", "--notify", "slack=ftp://x.example/secret");
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.err()).doesNotContain("secret");
    }
}
