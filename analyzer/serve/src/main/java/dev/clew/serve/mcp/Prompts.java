package dev.clew.serve.mcp;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/// Ways to work with the tools.
final class Prompts {

    private Prompts() {}

    static List<SyncPromptSpecification> all() {
        return List.of(
                prompt(
                        "triage",
                        "Find out what broke",
                        "path",
                        "what to analyze, relative to the root; left out: the live cluster",
                        "Find out what broke. %s Take the first incident with get_incident. Look at the lines around its evidence with get_evidence, "
                                + "and check whether they bear it out. Read its article with explain. Then say in a few lines: what broke, the line that shows it, "
                                + "what came of it, and the first step to take, with its risk. Change nothing. If the verdict is not 'incidents', say so and name "
                                + "what was not looked at.",
                        "Call diagnose.",
                        "Call analyze with this path: "),
                prompt(
                        "post-mortem",
                        "Write a post-mortem",
                        "analysis",
                        "id of an analysis; left out: the latest of this conversation",
                        "Write a post-mortem. %s Use get_incident for each incident. Sections: summary, timeline in UTC from firstSeen and lastSeen, root cause, "
                                + "what came of it, how it was or can be fixed, how to keep it from coming back, what is not known. Quote evidence with source and line. "
                                + "State only what the analysis and the articles say, and mark what you suppose.",
                        "Use the latest analysis of this conversation.",
                        "Use the analysis called "));
    }

    private static SyncPromptSpecification prompt(
            String name,
            String description,
            String argument,
            String meaning,
            String text,
            String without,
            String with) {
        return new SyncPromptSpecification(
                McpSchema.Prompt.builder(name)
                        .description(description)
                        .arguments(
                                List.of(
                                        McpSchema.PromptArgument.builder(argument)
                                                .description(meaning)
                                                .required(false)
                                                .build()))
                        .build(),
                (exchange, request) -> {
                    Map<String, Object> arguments = request.arguments();
                    Object value = arguments == null ? null : arguments.get(argument);
                    String begin = value == null ? without : with + value + ".";
                    return McpSchema.GetPromptResult.builder(
                                    List.of(
                                            McpSchema.PromptMessage.builder(
                                                            McpSchema.Role.USER,
                                                            McpSchema.TextContent.builder(
                                                                            text.formatted(begin))
                                                                    .build())
                                                    .build()))
                            .description(description)
                            .build();
                });
    }
}
