package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clew mcp` in a process of its own, asked by the official client.
class McpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 20_000;
    private static final Set<String> TOOLS =
            Set.of(
                    "analyze",
                    "diagnose",
                    "search_knowledge",
                    "explain",
                    "get_incident",
                    "get_evidence",
                    "get_graph",
                    "compare",
                    "list_signatures",
                    "draft_signature");

    @TempDir static Path root;

    private static McpSyncClient client;

    @BeforeAll
    static void start() throws IOException {
        copy("native-routing-cidr");
        copy("healthy");
        client =
                McpClient.sync(
                                new StdioClientTransport(
                                        ServerParameters.builder(command().getFirst())
                                                .args(command().subList(1, command().size()))
                                                .build(),
                                        new JacksonMcpJsonMapper(JSON)))
                        .requestTimeout(Duration.ofMinutes(2))
                        .initializationTimeout(Duration.ofMinutes(2))
                        .build();
        client.initialize();
    }

    private static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dclew.home=" + Run.ROOT.resolve("analyzer/dist/target/clew"),
                "-Djava.util.logging.config.file=" + Run.ROOT.resolve("etc/logging.properties"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.clew.cli.Clew",
                "mcp",
                "--root",
                root.toString());
    }

    private static void copy(String sample) throws IOException {
        Path from = Path.of(Run.sample(sample));
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(sample).resolve(from.relativize(file).toString()));
            }
        }
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static McpSchema.CallToolResult raw(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result =
                client.callTool(
                        McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(JSON.valueToTree(result).toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BYTES);
        return result;
    }

    private static JsonNode call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = raw(tool, arguments);
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        return JSON.valueToTree(result.structuredContent());
    }

    private static String error(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = raw(tool, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        return text(result);
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    @Test
    void allToolsOnlyReadAndSayWhatTheyTakeAndGive() {
        List<McpSchema.Tool> tools = client.listTools().tools();

        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .containsExactlyInAnyOrderElementsOf(TOOLS);
        assertThat(tools)
                .allSatisfy(tool -> {
                    assertThat(tool.annotations().readOnlyHint()).isTrue();
                    assertThat(tool.inputSchema()).containsEntry("type", "object");
                    assertThat(tool.outputSchema()).containsEntry("type", "object");
                });
    }

    @Test
    void anAgentFindsItsWayFromABundleToTheLinesAndTheArticle() throws IOException {
        JsonNode analysis = call("analyze", Map.of("paths", List.of("native-routing-cidr")));
        JsonNode first = analysis.path("incidents").path(0);
        assertThat(analysis.path("verdict").asText()).isEqualTo("incidents");
        assertThat(first.path("signature").asText())
                .isEqualTo("cilium-native-routing-cidr-missing");

        String id = analysis.path("analysis").asText();
        JsonNode incident =
                call("get_incident", Map.of("analysis", id, "incident", first.path("id").asText()));
        JsonNode evidence = incident.at("/findings/0/evidence/0");
        assertThat(incident.at("/findings/0/fix")).isNotEmpty();

        JsonNode lines =
                call(
                        "get_evidence",
                        Map.of(
                                "analysis",
                                id,
                                "source",
                                evidence.path("source").asText(),
                                "line",
                                evidence.path("line").asInt(),
                                "around",
                                1));
        String source = evidence.path("source").asText();
        String relative = root.toRealPath().relativize(Path.of(source)).toString();
        assertThat(relative).doesNotStartWith("..").isNotEqualTo(source);
        assertThat(
                        call(
                                        "get_evidence",
                                        Map.of(
                                                "analysis",
                                                id,
                                                "source",
                                                relative,
                                                "line",
                                                evidence.path("line").asInt(),
                                                "around",
                                                1))
                                .path("lines"))
                .isEqualTo(lines.path("lines"));
        assertThat(lines.path("lines"))
                .anySatisfy(line -> {
                    assertThat(line.path("line")).isEqualTo(evidence.path("line"));
                    assertThat(line.path("text").asText())
                            .isEqualTo(evidence.path("text").asText().lines().findFirst().get());
                });

        assertThat(
                        call("explain", Map.of("id", first.path("article").asText()))
                                .at("/article/body")
                                .asText())
                .isNotEmpty();
        assertThat(call("get_graph", Map.of("analysis", id)).path("kinds")).isNotNull();
    }

    @Test
    void aPastedTextIsDiagnosedWithoutItsSecrets() {
        String secret = "hunter2-" + "x".repeat(20);
        String text =
                "level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr\" password="
                        + secret
                        + "\n";

        JsonNode analysis = call("analyze", Map.of("text", text));
        JsonNode lines =
                call(
                        "get_evidence",
                        Map.of(
                                "analysis",
                                analysis.path("analysis").asText(),
                                "source",
                                "-",
                                "line",
                                1));

        assertThat(analysis.path("incidents")).isNotEmpty();
        assertThat(analysis.toString()).doesNotContain(secret);
        assertThat(lines.path("lines").path(0).path("text").asText())
                .contains("native routing cidr")
                .doesNotContain(secret);
        assertThat(call("analyze", Map.of("text", text, "redact", false)).toString())
                .contains(secret);
    }

    @Test
    void nothingOutsideOfTheRootIsRead(@TempDir Path elsewhere) throws IOException {
        Path log = Files.writeString(elsewhere.resolve("secret.log"), "level=fatal msg=x\n");
        Path folder = Files.createDirectory(root.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("link.log"), log);

        assertThat(error("analyze", Map.of("paths", List.of(log.toString()))))
                .contains("outside")
                .contains("--root");
        assertThat(error("analyze", Map.of("paths", List.of("../" + elsewhere.getFileName()))))
                .contains("outside");
        assertThat(error("analyze", Map.of("paths", List.of("linked/link.log"))))
                .contains("outside");
        assertThat(error("analyze", Map.of("paths", List.of("linked")))).contains("link");
        assertThat(error("compare", Map.of("old", log.toString(), "new", "healthy")))
                .contains("outside");
    }

    @Test
    void mistakesAreToldInWordsThatAnAgentCanActOn() {
        assertThat(error("analyze", Map.of())).contains("paths, text and analysis");
        assertThat(error("analyze", Map.of("paths", List.of("nowhere")))).contains("nowhere");
        assertThat(error("analyze", Map.of("path", "healthy"))).contains("path");
        assertThat(error("get_incident", Map.of("analysis", "a99", "incident", "f1")))
                .contains("analyze again");
        assertThat(error("explain", Map.of("id", "natve-routing-cidr-missing")))
                .contains("native-routing-cidr-missing");
        assertThat(error("list_signatures", Map.of("cursor", "x"))).contains("nextCursor");
    }

    @Test
    void longAnswersComePageByPage() {
        Set<String> ids = new HashSet<>();
        JsonNode page = call("list_signatures", Map.of());
        int total = page.path("total").asInt();
        while (true) {
            page.path("signatures").forEach(each -> ids.add(each.path("id").asText()));
            if (!page.has("nextCursor")) {
                break;
            }
            page = call("list_signatures", Map.of("cursor", page.path("nextCursor").asText()));
        }

        assertThat(total).isGreaterThan(200);
        assertThat(ids).hasSize(total);
    }

    @Test
    void whatIsNewFromOneInputToTheNext() {
        JsonNode changes = call("compare", Map.of("old", "healthy", "new", "native-routing-cidr"));

        assertThat(changes.path("changes").path(0).path("change").asText()).isEqualTo("new");
        assertThat(changes.toString()).contains("cilium-native-routing-cidr-missing");
    }

    @Test
    void knowledgeIsFoundAndDrafted() {
        assertThat(call("search_knowledge", Map.of("query", "native routing cidr")).path("results"))
                .isNotEmpty();
        assertThat(
                        call(
                                        "draft_signature",
                                        Map.of(
                                                "line",
                                                "level=error msg=\"Frobnicator lost its gizmo\""))
                                .path("signature")
                                .asText())
                .contains("Frobnicator");
    }

    @Test
    void articlesAreResourcesAndThereAreWaysToBegin() {
        McpSchema.ReadResourceResult article =
                client.readResource(
                        McpSchema.ReadResourceRequest.builder(
                                        "clew://article/native-routing-cidr-missing")
                                .build());

        assertThat(article.contents().getFirst())
                .isInstanceOfSatisfying(
                        McpSchema.TextResourceContents.class,
                        text -> assertThat(text.text()).startsWith("# "));
        assertThat(client.listPrompts().prompts())
                .extracting(McpSchema.Prompt::name)
                .containsExactlyInAnyOrder("triage", "post-mortem");
        assertThat(
                        client.getPrompt(
                                        McpSchema.GetPromptRequest.builder("triage")
                                                .arguments(Map.of("path", "healthy"))
                                                .build())
                                .messages()
                                .toString())
                .contains("healthy");
    }

    @Test
    void analysesAreResources() {
        JsonNode analysis = call("analyze", Map.of("paths", List.of("native-routing-cidr")));
        String uri = "clew://analysis/" + analysis.path("analysis").asText();

        McpSchema.ReadResourceResult read =
                client.readResource(McpSchema.ReadResourceRequest.builder(uri).build());

        assertThat(read.contents().getFirst())
                .isInstanceOfSatisfying(
                        McpSchema.TextResourceContents.class,
                        text -> assertThat(tree(text.text())).isEqualTo(analysis));
        assertThatThrownBy(() ->
                        client.readResource(
                                McpSchema.ReadResourceRequest.builder("clew://analysis/a999")
                                        .build()))
                .hasMessageContaining("analyze again");
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(McpSchema.ResourceTemplate::uriTemplate)
                .containsExactlyInAnyOrder("clew://article/{id}", "clew://analysis/{id}");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anAgentIsToldHowFarItIsAndCanCancel(@TempDir Path big)
            throws IOException, InterruptedException {
        byte[] line =
                "level=info msg=\"nothing of note\" subsys=daemon\n"
                        .repeat(20_000)
                        .getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(big.resolve("agent.log"))) {
            for (int i = 0; i < 400; i++) {
                out.write(line);
            }
        }
        List<String> command = new ArrayList<>(command());
        command.set(command.size() - 1, big.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer;
        try (var in = process.outputWriter();
                var out = process.inputReader()) {
            in.write(
                    """
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"pipe","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"analyze","arguments":{"paths":["agent.log"]},"_meta":{"progressToken":"p"}}}
                    """);
            in.flush();
            answer = out.readLine();
            while (!answer.contains("notifications/progress")) {
                assertThat(answer).doesNotContain("\"id\":2");
                answer = out.readLine();
            }
            assertThat(answer).contains("\"progressToken\":\"p\"", "KiB");
            in.write(
                    """
                    {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}
                    """);
            in.flush();
            while (!answer.contains("\"id\":2")) {
                answer = out.readLine();
            }
        }

        assertThat(answer).contains("cancelled", "\"isError\":true");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void whatIsPipedInIsAnsweredBeforeTheEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        try (var in = process.outputWriter()) {
            in.write(
                    """
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"pipe","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"analyze","arguments":{"paths":["healthy"]}}}
                    """);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"jsonrpc\""));
        assertThat(out).contains("healthy");
    }
}
