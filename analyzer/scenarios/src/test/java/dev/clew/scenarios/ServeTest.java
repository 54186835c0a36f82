package dev.clew.scenarios;

import static dev.clew.scenarios.Server.isProblem;
import static dev.clew.scenarios.Server.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clew serve` in a process of its own, asked over HTTP.
class ServeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET = "hunter2-hunter2-hunter2";
    private static final String FATAL =
            "level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration:"
                    + " native routing cidr must be configured with option --ipv4-native-routing-cidr\""
                    + " password="
                    + SECRET
                    + "\n";

    @TempDir static Path data;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start("--port", "0", "--data", data.toString(), "--root", Run.sample("."));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.process().destroy();
        assertThat(server.process().waitFor()).isNotEqualTo(70);
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(server.to(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String upload(Server to, String query, byte[] body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(to.to("api/v1/analyses?" + query).POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = JSON.readTree(answer.body()).path("id").asText();
        HttpResponse<String> events = send(to.to("api/v1/analyses/" + id + "/events"));
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(events.body()).contains("event: done");
        return id;
    }

    private static String analyse(String text) throws IOException, InterruptedException {
        return upload(server, "name=agent.log", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anUploadBecomesAReportWithItsEvidence() throws IOException, InterruptedException {
        String id = analyse("some line\n" + FATAL + "another line\n");

        JsonNode report = get("api/v1/analyses/" + id);
        assertThat(report.at("/findings/0/signature").asText())
                .isEqualTo("cilium-native-routing-cidr-missing");
        assertThat(report.at("/findings/0/evidence/0/source").asText()).isEqualTo("agent.log");
        JsonNode lines =
                get("api/v1/analyses/" + id + "/evidence?source=agent.log&line=2&around=1");
        assertThat(lines.path("lines")).hasSize(3);
        assertThat(lines.at("/lines/2/text").asText()).isEqualTo("another line");
        HttpResponse<String> page = send(server.to("api/v1/analyses/" + id + "/report.html"));
        assertThat(page.body()).startsWith("<!doctype html>").contains("native routing");
        assertThat(get("api/v1/analyses/" + id + "/graph").has("links")).isTrue();
        assertThat(get("api/v1/analyses").path("analyses"))
                .anySatisfy(each -> assertThat(each.path("id").asText()).isEqualTo(id));
    }

    @Test
    void aFormWorksToo() throws IOException, InterruptedException {
        String form =
                "--x\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"form.log\"\r\n\r\n"
                        + FATAL
                        + "\r\n--x--\r\n";
        HttpResponse<String> answer =
                send(
                        server.to("api/v1/analyses")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = JSON.readTree(answer.body()).path("id").asText();
        send(server.to("api/v1/analyses/" + id + "/events"));

        assertThat(get("api/v1/analyses/" + id).at("/findings/0/evidence/0/source").asText())
                .isEqualTo("form.log");
    }

    @Test
    void theTypeThatCurlSendsDoesNotMatter() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(
                        server.to("api/v1/analyses?name=curl.log")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(FATAL.repeat(2000))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = JSON.readTree(answer.body()).path("id").asText();
        send(server.to("api/v1/analyses/" + id + "/events"));

        assertThat(get("api/v1/analyses/" + id).at("/findings/0/count").asInt()).isEqualTo(2000);
    }

    @Test
    void secretsAreTakenOutOnRequest() throws IOException, InterruptedException {
        String id =
                upload(
                        server,
                        "name=agent.log&redact=true",
                        FATAL.getBytes(StandardCharsets.UTF_8));

        assertThat(get("api/v1/analyses/" + id).toString())
                .contains("native routing cidr")
                .doesNotContain(SECRET);
        assertThat(get("api/v1/analyses/" + id + "/evidence?source=agent.log&line=1").toString())
                .contains("native routing cidr")
                .doesNotContain(SECRET);
        assertThat(send(server.to("api/v1/analyses/" + id + "/report.html")).body())
                .doesNotContain(SECRET);
    }

    @Test
    void whatIsFinishedOutlivesTheServer(@TempDir Path kept)
            throws IOException, InterruptedException {
        Server first = Server.start("--port", "0", "--data", kept.toString());
        String id = upload(first, "name=a.log", FATAL.getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("127.0.0.1", first.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/analyses HTTP/1.1\r\n"
                                            + "Host: localhost\r\n"
                                            + "Content-Length: 1000000\r\n\r\n"
                                            + FATAL)
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            first.process().destroyForcibly().waitFor();
        }

        Server second = Server.start("--port", "0", "--data", kept.toString());
        try {
            HttpResponse<String> report = send(second.to("api/v1/analyses/" + id));
            assertThat(report.statusCode()).isEqualTo(200);
            assertThat(report.body()).contains("cilium-native-routing-cidr-missing");
            HttpResponse<String> lines =
                    send(second.to("api/v1/analyses/" + id + "/evidence?source=a.log&line=1"));
            assertThat(lines.body()).contains("native routing cidr");
            assertThat(JSON.readTree(send(second.to("api/v1/analyses")).body()).path("analyses"))
                    .hasSize(1);
        } finally {
            second.process().destroy();
        }
    }

    @Test
    void findingsAndTheirEvidenceComePageByPage() throws IOException, InterruptedException {
        String id =
                analyse(
                        FATAL.repeat(3)
                                + "E1129 10:00:00.000000 1 kubelet.go:1] \"PLEG is not healthy: pleg was last seen active 4m ago\"\n");
        String findings = "api/v1/analyses/" + id + "/findings";
        JsonNode all = get("api/v1/analyses/" + id).path("findings");

        JsonNode first = get(findings + "?limit=1");
        assertThat(all.size()).isGreaterThan(1);
        assertThat(first.path("total").asInt()).isEqualTo(all.size());
        assertThat(first.path("findings")).containsExactly(all.path(0));
        assertThat(
                        get(findings + "?limit=1&cursor=" + first.path("nextCursor").asText())
                                .path("findings"))
                .containsExactly(all.path(1));
        assertThat(get(findings).has("nextCursor")).isFalse();

        String finding = findings + "/" + all.at("/0/id").asText() + "/evidence";
        assertThat(get(finding + "?limit=1").path("evidence"))
                .containsExactly(all.at("/0/evidence/0"));
        assertThat(get(finding).path("total").asInt()).isEqualTo(all.at("/0/evidence").size());
        isProblem(send(server.to(findings + "?cursor=999")), 400);
        isProblem(send(server.to(findings + "?cursor=x")), 400);
        isProblem(send(server.to(findings + "/f999/evidence")), 404);
        isProblem(send(server.to(findings + "/f1/other")), 404);
    }

    @Test
    void whatIsNewFromOneToTheNext() throws IOException, InterruptedException {
        String before = analyse("nothing of note\n");
        String after = analyse(FATAL);

        assertThat(get("api/v1/compare?old=" + before + "&new=" + after).path("new")).hasSize(1);
    }

    @Test
    void analysesCanBeDeleted() throws IOException, InterruptedException {
        String id = analyse(FATAL);

        assertThat(send(server.to("api/v1/analyses/" + id).DELETE()).statusCode()).isEqualTo(204);
        isProblem(send(server.to("api/v1/analyses/" + id)), 404);
        assertThat(data.resolve(id)).doesNotExist();
    }

    @Test
    void knowledgeIsServed() throws IOException, InterruptedException {
        assertThat(get("api/v1/search?q=native+routing+cidr").path("results")).isNotEmpty();
        assertThat(get("api/v1/articles/native-routing-cidr-missing").path("id").asText())
                .isEqualTo("native-routing-cidr-missing");
        assertThat(get("api/v1/explain?line=" + encoded(FATAL)).path("signatures")).isNotEmpty();
        assertThat(get("api/v1/signatures").path("signatures")).hasSizeGreaterThan(200);
        assertThat(send(server.to("api/v1/articles/native-routing-cidr-missing/page.html")).body())
                .startsWith("<!doctype html>");
    }

    @Test
    void whatIsFinishedIsNotSentTwice() throws IOException, InterruptedException {
        String path = "api/v1/analyses/" + analyse(FATAL);
        String tag = send(server.to(path)).headers().firstValue("ETag").orElseThrow();

        assertThat(send(server.to(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
        HttpResponse<InputStream> packed =
                HTTP.send(
                        server.to(path).header("Accept-Encoding", "gzip").build(),
                        BodyHandlers.ofInputStream());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(JSON.readTree(new GZIPInputStream(packed.body())).has("findings")).isTrue();
    }

    @Test
    void errorsAreProblems() throws IOException, InterruptedException {
        isProblem(send(server.to("api/v1/analyses/none")), 404);
        isProblem(send(server.to("api/v1/nothing")), 404);
        isProblem(send(server.to("nothing")), 404);
        isProblem(send(server.to("api/v1/search")), 400);
        isProblem(send(server.to("api/v1/search?q=x").DELETE()), 405);
        isProblem(send(server.to("api/v1/articles/..%2f..%2fetc")), 400);
        isProblem(send(server.to("api/v1/analyses").POST(BodyPublishers.ofString(""))), 400);
        isProblem(send(server.to("healthz").header("X-Long", "x".repeat(20_000))), 431);
    }

    @Test
    void otherSitesCanNotCallIt() throws IOException, InterruptedException {
        isProblem(send(server.to("api/v1/analyses").header("Origin", "https://evil.example")), 403);
        isProblem(send(server.to("api/v1/analyses").header("Origin", "null")), 403);
        isProblem(send(server.to("mcp").header("Origin", "https://evil.example")), 403);
        isProblem(send(server.to("api/v1/analyses").header("Sec-Fetch-Site", "cross-site")), 403);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /api/v1/analyses HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void thePageRunsNoScriptButItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> page = send(server.to(""));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)|\\son[a-z]+=|style=");
        assertThat(send(server.to("app.js")).statusCode()).isEqualTo(200);
        assertThat(send(server.to("app.css")).statusCode()).isEqualTo(200);
    }

    @Test
    void othersNeedAToken(@TempDir Path folder) throws IOException, InterruptedException {
        Run without = Run.clew("serve", "--bind", "0.0.0.0", "--port", "0");
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("--token-file");

        String token = "0123456789abcdef0123";
        Path file = Files.writeString(folder.resolve("token"), token + "\n");
        Server bound =
                Server.start("--port", "0", "--bind", "127.0.0.1", "--token-file", file.toString());
        try {
            isProblem(send(bound.to("api/v1/analyses")), 401);
            isProblem(
                    send(bound.to("api/v1/analyses").header("Authorization", "Bearer wrong")), 401);
            isProblem(send(bound.to("mcp")), 401);
            isProblem(send(bound.to("metrics")), 401);
            assertThat(
                            send(bound.to("api/v1/analyses")
                                            .header("Authorization", "Bearer " + token))
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(send(bound.to("healthz")).statusCode()).isEqualTo(200);
        } finally {
            bound.process().destroy();
        }
    }

    @Test
    void healthAndFiguresAreTold() throws IOException, InterruptedException {
        assertThat(get("healthz").path("status").asText()).isEqualTo("ok");
        assertThat(send(server.to("metrics")).body())
                .contains("clew_http_requests_total{status=\"200\"}")
                .endsWith("# EOF\n");
    }

    @Test
    void theDescriptionNamesWhatIsThere() throws IOException, InterruptedException {
        JsonNode description = get("openapi.json");
        String id = analyse(FATAL);
        Map<String, String> examples =
                Map.of(
                        "source", "agent.log",
                        "q", "cidr",
                        "line", "1",
                        "old", id,
                        "new", id);

        assertThat(description.path("openapi").asText()).startsWith("3.1");
        assertThat(description.path("paths")).hasSizeGreaterThan(10);
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            String of = path.getKey().contains("articles") ? "native-routing-cidr-missing" : id;
            StringBuilder url =
                    new StringBuilder(
                            path.getKey()
                                    .substring(1)
                                    .replace("{id}", of)
                                    .replace("{finding}", "f1"));
            char next = '?';
            for (JsonNode parameter : get.path("parameters")) {
                if (parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean()) {
                    String name = parameter.path("name").asText();
                    url.append(next).append(name).append('=').append(examples.get(name));
                    next = '&';
                }
            }
            HttpResponse<String> answer = send(server.to(url.toString()));
            if (path.getKey().startsWith("/api/v1/live")) {
                Server.isProblem(answer, 404); // this server has no cluster
                continue;
            }
            assertThat(answer.statusCode()).as(url + answer.body()).isEqualTo(200);
            String type = get.at("/responses/200/content").fieldNames().next();
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        }
    }

    @Test
    void agentsAreServedOverHttp() {
        try (McpSyncClient client =
                McpClient.sync(
                                HttpClientStreamableHttpTransport.builder(server.address())
                                        .endpoint("/mcp")
                                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                                        .build())
                        .requestTimeout(Duration.ofMinutes(1))
                        .build()) {
            client.initialize();

            assertThat(client.listTools().tools()).hasSize(10);
            McpSchema.CallToolResult found =
                    client.callTool(
                            McpSchema.CallToolRequest.builder("analyze")
                                    .arguments(Map.of("paths", List.of("native-routing-cidr")))
                                    .build());
            assertThat(JSON.valueToTree(found.structuredContent()).toString())
                    .contains("cilium-native-routing-cidr-missing");
            assertThat(
                            client.callTool(
                                            McpSchema.CallToolRequest.builder("diagnose")
                                                    .arguments(Map.of())
                                                    .build())
                                    .content()
                                    .toString())
                    .contains("--live");
        }
    }
}
