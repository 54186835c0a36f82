package dev.clew.serve.mcp;

import dev.clew.serve.Trouble;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/// Analyses as resources: what `analyze` answered.
final class AnalysisResource {

    private static final String SCHEME = "clew://analysis/";
    private static final String TYPE = "application/json";

    private AnalysisResource() {}

    static SyncResourceTemplateSpecification of(AnalysisTools tools) {
        return new SyncResourceTemplateSpecification(
                McpSchema.ResourceTemplate.builder(SCHEME + "{id}", "analysis")
                        .title("Analysis")
                        .description(
                                "Verdict and incidents of an analysis, by the id that analyze gave it")
                        .mimeType(TYPE)
                        .build(),
                (exchange, request) -> read(tools, request.uri()));
    }

    private static McpSchema.ReadResourceResult read(AnalysisTools tools, String uri) {
        try {
            String text = tools.overview(uri.substring(SCHEME.length()));
            return McpSchema.ReadResourceResult.builder(
                            List.of(
                                    McpSchema.TextResourceContents.builder(uri, text)
                                            .mimeType(TYPE)
                                            .build()))
                    .build();
        } catch (Trouble trouble) {
            throw McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                    .message(trouble.words())
                    .build();
        }
    }
}
