package dev.clew.cli;

import dev.clew.library.Library;
import dev.clew.match.RuleBook;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of commands that look things up in the knowledge base.
final class KnowledgeOptions {

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Articles of your own, added to the shipped ones. May be repeated.")
    List<Path> kb = List.of();

    @Mixin final PatternsOption patterns = new PatternsOption();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    When color = When.auto;

    Library library() {
        return Packs.library(patterns.folders(), kb);
    }

    RuleBook book() {
        return patterns.book();
    }
}
