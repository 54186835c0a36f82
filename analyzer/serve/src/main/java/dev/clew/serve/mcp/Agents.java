package dev.clew.serve.mcp;

import dev.clew.serve.Analyses;
import dev.clew.serve.Knowledge;
import dev.clew.serve.Roots;
import dev.clew.serve.Trouble;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The server that agents speak to.
public final class Agents {

    private static final String INSTRUCTIONS =
            "Clew finds what broke in a Kubernetes or Cilium cluster. Begin with analyze (files or text) or diagnose (a live cluster), "
                    + "then get_incident for the first incident, get_evidence for the lines around what it rests on, explain for its article.";

    private final Calls calls = new Calls();
    private final McpJsonMapper mapper = new CallMapper(calls);
    private final Knowledge knowledge;
    private final AnalysisTools analysisTools;
    private final List<Tool> tools;

    /// @param live whether a live cluster may be read
    public Agents(Knowledge knowledge, Analyses analyses, Roots roots, boolean live) {
        this.knowledge = knowledge;
        this.analysisTools = new AnalysisTools(knowledge, analyses, roots, live);
        this.tools = new ArrayList<>(analysisTools.all());
        tools.addAll(new KnowledgeTools(knowledge).all());
    }

    /// Speaks on two streams until the first ends and all that was asked is answered.
    public void speak(InputStream in, OutputStream out) throws InterruptedException {
        Conversation conversation = new Conversation(in, out);
        McpSyncServer server =
                with(McpServer.sync(
                                new StdioServerTransportProvider(
                                        mapper, conversation.in(), conversation.out())))
                        .build();
        conversation.awaitEnd();
        server.close();
    }

    /// Speaks over streamable HTTP.
    ///
    /// @param path where the servlet will stand
    public HttpServlet servlet(String path) {
        HttpServletStreamableServerTransportProvider transport =
                HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(mapper)
                        .mcpEndpoint(path)
                        .build();
        with(McpServer.sync(transport)).build();
        return new SessionServlet(transport);
    }

    /// Adds to a server all that it offers.
    <S extends McpServer.SyncSpecification<S>> McpServer.SyncSpecification<S> with(
            McpServer.SyncSpecification<S> server) {
        return server.serverInfo("clew", knowledge.version())
                .instructions(INSTRUCTIONS)
                .jsonMapper(mapper)
                .capabilities(
                        McpSchema.ServerCapabilities.builder()
                                .tools(false)
                                .resources(false, false)
                                .prompts(false)
                                .build())
                .tools(tools.stream().map(this::specification).toList())
                .resourceTemplates(
                        List.of(ArticleResource.of(knowledge), AnalysisResource.of(analysisTools)))
                .prompts(Prompts.all());
    }

    private SyncToolSpecification specification(Tool tool) {
        return SyncToolSpecification.builder()
                .tool(
                        McpSchema.Tool.builder(tool.name(), tool.input().map())
                                .title(tool.title())
                                .description(tool.description())
                                .outputSchema(tool.output().map())
                                .annotations(
                                        McpSchema.ToolAnnotations.builder()
                                                .title(tool.title())
                                                .readOnlyHint(true)
                                                .destructiveHint(false)
                                                .openWorldHint(tool.openWorld())
                                                .build())
                                .build())
                .callHandler((exchange, request) -> call(tool, exchange, request))
                .build();
    }

    private McpSchema.CallToolResult call(
            Tool tool, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        try (Calls.Call running = calls.begin(request, ToldProgress.of(exchange, request))) {
            return answer(tool, request, running);
        }
    }

    private static McpSchema.CallToolResult answer(
            Tool tool, McpSchema.CallToolRequest request, Calls.Call running) {
        Map<String, Object> arguments = request.arguments();
        try {
            Reply reply =
                    tool.work()
                            .run(new Arguments(arguments == null ? Map.of() : arguments), running);
            if (running.stopped()) {
                return failed("cancelled");
            }
            return McpSchema.CallToolResult.builder()
                    .addTextContent(reply.text())
                    .structuredContent(reply.content())
                    .build();
        } catch (Trouble trouble) {
            return failed(running.stopped() ? "cancelled" : trouble.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private static McpSchema.CallToolResult failed(String words) {
        return McpSchema.CallToolResult.builder().addTextContent(words).isError(true).build();
    }
}
