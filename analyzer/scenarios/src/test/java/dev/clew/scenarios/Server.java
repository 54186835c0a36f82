package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A running `clew serve`.
record Server(Process process, String address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Server start(String... more) throws IOException {
        return start(Map.of(), more);
    }

    /// @param environment what the process has in its environment beside what this one has
    static Server start(Map<String, String> environment, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dclew.home=" + Run.ROOT.resolve("analyzer/dist/target/clew"),
                                "-Djava.util.logging.config.file="
                                        + Run.ROOT.resolve("etc/logging.properties"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.clew.cli.Clew",
                                "serve"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.startsWith("listening on ")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
        return new Server(process, line.substring("listening on ".length()));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    int port() {
        return URI.create(address).getPort();
    }

    static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static void isProblem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(new ObjectMapper().readTree(answer.body()).path("status").asInt())
                .isEqualTo(status);
    }
}
