package dev.clew.cli;

import dev.clew.serve.Knowledge;
import dev.clew.serve.Roots;
import dev.clew.serve.http.Settings;
import dev.clew.serve.http.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "serve",
        header = "Serves a web page for people, an API for programs and tools for agents.",
        description =
                "Only this machine can call it, unless --bind and --token-file say otherwise. It sends nothing anywhere.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private static final int SHORTEST_TOKEN = 16;
    private static final Duration TICK = Duration.ofMillis(200);

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, folders or archives to analyse at the start, where they lie.")
    List<Path> paths = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    int port = 8340;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    String bind = "127.0.0.1";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Serve only callers that show the token in this file.")
    @Nullable Path tokenFile;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Agents may have files below this folder analysed. Default: no files.")
    @Nullable Path root;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep analyses here. Default: a folder that goes when the server ends.")
    @Nullable Path data;

    @Option(
            names = "--live",
            description =
                    "Show the cluster of the kubeconfig, and let agents have it read; only reading.")
    boolean live;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print a line of JSON for each request.")
    boolean verbose;

    @Mixin final KnowledgeOptions knowledge = new KnowledgeOptions();

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String token = token();
        if (token == null && !isLoopback()) {
            throw new UserError(
                    Exit.USAGE, "--bind " + bind + ": others can call, so --token-file is needed");
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UserError(Exit.NO_INPUT, path + ": no such file or folder");
            }
        }
        Knowledge known = new Knowledge(knowledge.book(), knowledge.library(), Home.version());
        Path kept = data == null ? Files.createTempDirectory("clew-serve-") : data;
        Settings settings =
                new Settings(
                        bind,
                        port,
                        token,
                        kept,
                        root == null ? Roots.NONE : McpCommand.roots(root),
                        live,
                        verbose ? console.err()::println : line -> {});
        try (WebServer server = start(settings, known)) {
            String shown = bind.contains(":") ? "[" + bind + "]" : bind;
            console.err().println("listening on http://" + shown + ":" + server.port() + "/");
            console.err().flush();
            for (Path path : paths) {
                server.add(path);
            }
            while (!console.stop().wanted()) {
                Thread.sleep(TICK);
            }
        } finally {
            if (data == null) {
                WebServer.clear(kept);
            }
        }
        return Exit.DONE;
    }

    private static WebServer start(Settings settings, Knowledge known) {
        try {
            return WebServer.start(settings, known);
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, "can't serve: " + e.getMessage());
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UserError(Exit.USAGE, "--bind: no address is called " + bind);
        }
    }

    private @Nullable String token() {
        if (tokenFile == null) {
            return null;
        }
        try {
            String token = Files.readString(tokenFile).strip();
            if (token.length() < SHORTEST_TOKEN || !token.matches("[\\x21-\\x7e]+")) {
                throw new UserError(
                        Exit.USAGE,
                        "--token-file: a token is one word of at least "
                                + SHORTEST_TOKEN
                                + " characters");
            }
            return token;
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, "--token-file: " + tokenFile + " can't be read");
        }
    }
}
