package dev.clew.serve.mcp;

import dev.clew.serve.Knowledge;
import dev.clew.serve.Trouble;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/// Articles as resources.
final class ArticleResource {

    private static final String SCHEME = "clew://article/";
    private static final String TYPE = "text/markdown";

    private ArticleResource() {}

    static SyncResourceTemplateSpecification of(Knowledge knowledge) {
        return new SyncResourceTemplateSpecification(
                McpSchema.ResourceTemplate.builder(SCHEME + "{id}", "article")
                        .title("Article of the knowledge base")
                        .description("An article as Markdown, by its id or a signature's")
                        .mimeType(TYPE)
                        .build(),
                (exchange, request) -> read(knowledge, request.uri()));
    }

    private static McpSchema.ReadResourceResult read(Knowledge knowledge, String uri) {
        try {
            String page = knowledge.articlePage(uri.substring(SCHEME.length()), "en");
            return McpSchema.ReadResourceResult.builder(
                            List.of(
                                    McpSchema.TextResourceContents.builder(uri, page)
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
