package dev.clew.testkit.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Chromium without a window.
public final class Browser implements AutoCloseable {

    private static final int TRIES = 600;
    private static final List<String> OPTIONS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--no-default-browser-check",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--remote-debugging-port=0");

    private final Process process;
    private final Path profile;
    private final Wire wire;

    private Browser(Process process, Path profile, Wire wire) {
        this.process = process;
        this.profile = profile;
        this.wire = wire;
    }

    /// The program, if this machine has one.
    public static Optional<String> program() {
        String paths = System.getenv("PATH");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name ->
                        Stream.of((paths == null ? "" : paths).split(File.pathSeparator, -1))
                                .map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /// Starts it, with a profile of its own.
    ///
    /// @throws IOException if there is none or it does not start
    public static Browser start() throws IOException, InterruptedException {
        String program = program().orElseThrow(() -> new IOException("there is no Chromium"));
        Path profile = Files.createTempDirectory("clew-browser-");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < TRIES; i++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (lines.size() >= 2) {
                URI address = URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                return new Browser(process, profile, new Wire(address));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("Chromium did not start");
    }

    /// Opens a page and waits until it is loaded.
    public Page open(String address) throws InterruptedException {
        ObjectNode blank = Wire.MAPPER.createObjectNode().put("url", "about:blank");
        String target = wire.send("", "Target.createTarget", blank).path("targetId").asText();
        ObjectNode attach = Wire.MAPPER.createObjectNode().put("targetId", target);
        String session =
                wire.send("", "Target.attachToTarget", attach.put("flatten", true))
                        .path("sessionId")
                        .asText();
        Page page = new Page(wire, session);
        page.go(address);
        return page;
    }

    @Override
    public void close() {
        wire.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // A file of the profile may go while we look; the folder is temporary anyway
        }
    }
}
