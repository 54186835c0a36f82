package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.testkit.FakeCluster;
import dev.clew.testkit.browser.Browser;
import dev.clew.testkit.browser.Page;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `clew serve` shows of a cluster, and of files that it is started with.
class LiveServeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder = Path.of("");

    private Server serve(FakeCluster cluster) throws Exception {
        return Server.start(
                Map.of("KUBECONFIG", cluster.kubeconfig(folder).toString()),
                "--port",
                "0",
                "--live",
                "--data",
                folder.resolve("data").toString());
    }

    private static JsonNode get(Server server, String path) throws Exception {
        HttpResponse<String> answer = Server.send(server.to(path));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    @Test
    @Timeout(120)
    void incidentsOfAClusterAreToldAsTheyAppear() throws Exception {
        try (FakeCluster cluster = SeedCluster.start()) {
            Server server = serve(cluster);
            try {
                assertThat(cluster.requests()).as("before anybody asks").isEmpty();
                HttpResponse<InputStream> events =
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                server.address()
                                                                        + "api/v1/live/events"))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofInputStream());
                JsonNode state = JSON.createObjectNode();
                try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                    while (state.path("open").isEmpty()) {
                        String line = lines.readLine();
                        assertThat(line).isNotNull();
                        state =
                                line.startsWith("data: ")
                                        ? JSON.readTree(line.substring(6))
                                        : state;
                    }
                }
                assertThat(state.path("open").findValuesAsText("signature"))
                        .contains("cilium-native-routing-cidr-missing");
                String id = state.path("analysis").asText();
                assertThat(get(server, "api/v1/analyses/" + id).path("verdict").asText())
                        .isEqualTo("incidents");
                assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
            } finally {
                server.process().destroyForcibly().waitFor();
            }
        }
    }

    @Test
    @Timeout(180)
    void peopleSeeThemOnThePage() throws Exception {
        try (FakeCluster cluster = SeedCluster.start();
                Browser browser = Browsers.start()) {
            Server server = serve(cluster);
            try {
                Page page = browser.open("data:text/html,");
                page.size(1200, 900, 1, false);
                page.go(server.address());
                page.await("!document.querySelector('[data-view=live]').hidden");
                page.click("[data-view=live]");
                page.await("document.querySelector('#live-open .badge') !== null");
                assertThat(page.text("document.querySelector('#live-open').textContent"))
                        .contains("native routing CIDR");
                assertThat(page.problems()).isEmpty();
                Axe.check(page, "live");
                page.click("#live-open .link");
                page.await("document.querySelector('#analysis h1') !== null");
            } finally {
                server.process().destroyForcibly().waitFor();
            }
        }
    }

    @Test
    @Timeout(120)
    void filesThatItIsStartedWithAreAnalysedWhereTheyLie() throws Exception {
        Path data = folder.resolve("data");
        Server server =
                Server.start(
                        Run.ROOT.resolve("samples/native-routing-cidr").toString(),
                        "--port",
                        "0",
                        "--data",
                        data.toString());
        try {
            JsonNode first = get(server, "api/v1/analyses").path("analyses").path(0);
            while (!first.path("state").asText().equals("done")) {
                assertThat(first.path("state").asText()).isIn("", "running");
                Thread.sleep(200);
                first = get(server, "api/v1/analyses").path("analyses").path(0);
            }
            String id = first.path("id").asText();
            JsonNode report = get(server, "api/v1/analyses/" + id);
            JsonNode proof = report.path("findings").path(0).path("evidence").path(0);
            JsonNode lines =
                    get(
                            server,
                            "api/v1/analyses/"
                                    + id
                                    + "/evidence?line="
                                    + proof.path("line").asText()
                                    + "&source="
                                    + proof.path("source").asText());
            assertThat(lines.path("lines").toString()).contains("level=fatal");
            assertThat(Files.exists(data.resolve(id).resolve("input"))).isFalse();
        } finally {
            server.process().destroyForcibly().waitFor();
        }
        assertThat(Run.clew("serve", folder.resolve("nowhere").toString()).status()).isEqualTo(3);
    }
}
