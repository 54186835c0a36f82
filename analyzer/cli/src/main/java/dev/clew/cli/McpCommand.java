package dev.clew.cli;

import dev.clew.serve.Analyses;
import dev.clew.serve.Knowledge;
import dev.clew.serve.Roots;
import dev.clew.serve.mcp.Agents;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mcp",
        header =
                "Serves tools to an agent by the Model Context Protocol, on standard input and output.",
        description =
                "All tools only read: files below --root, the knowledge base, and a live cluster if diagnose is called.",
        sortOptions = false)
final class McpCommand implements Callable<Integer> {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Files below this folder may be read. Default: the working directory.")
    Path root = Path.of("");

    @Mixin final KnowledgeOptions knowledge = new KnowledgeOptions();

    private final Console console;

    McpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Knowledge known = new Knowledge(knowledge.book(), knowledge.library(), Home.version());
        Roots roots = roots(root);
        new Agents(known, new Analyses(known), roots, true)
                .speak(console.in(), new FileOutputStream(FileDescriptor.out));
        return Exit.DONE;
    }

    static Roots roots(Path root) {
        try {
            return new Roots(root);
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, "--root: there is no folder " + root);
        }
    }
}
