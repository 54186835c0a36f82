package dev.clew.scenarios;

import static dev.clew.scenarios.Server.isProblem;
import static dev.clew.scenarios.Server.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `clew serve` does with too much.
class ServeLimitsTest {

    @Test
    void uploadsThatAreComingTakeTheirPlace() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        Server own = Server.start("--port", "0");
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket("127.0.0.1", own.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(
                                "POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\nx"
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            HttpResponse<String> answer = null;
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while ((answer == null || answer.statusCode() == 202) && System.nanoTime() < until) {
                answer =
                        send(
                                own.to("api/v1/analyses?name=a.log")
                                        .POST(BodyPublishers.ofString("some line\n")));
            }
            isProblem(answer, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            for (Socket socket : slow) {
                socket.close();
            }
            while (answer.statusCode() == 503 && System.nanoTime() < until) {
                answer =
                        send(
                                own.to("api/v1/analyses?name=a.log")
                                        .POST(BodyPublishers.ofString("some line\n")));
            }
            assertThat(answer.statusCode()).isEqualTo(202);
        } finally {
            own.process().destroy();
        }
    }

    @Test
    void whoAsksTooOftenMustWait() throws IOException, InterruptedException {
        Server own = Server.start("--port", "0");
        try (Socket socket = new Socket("127.0.0.1", own.port())) {
            String once = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            Thread writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    socket.getOutputStream()
                                            .write(
                                                    (once.repeat(2000) + last)
                                                            .getBytes(StandardCharsets.US_ASCII));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();

            assertThat(answers)
                    .startsWith("HTTP/1.1 200")
                    .contains("HTTP/1.1 429", "application/problem+json", "Retry-After");
        } finally {
            own.process().destroy();
        }
    }

    @Test
    void tooLargeAnUploadIsRefusedBeforeItComes() throws IOException {
        Server own = Server.start("--port", "0");
        try (Socket socket = new Socket("127.0.0.1", own.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/analyses HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                            + "Content-Length: 5000000000\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json");
        } finally {
            own.process().destroy();
        }
    }

    @Test
    void killedDuringAnUploadItLosesNothingThatIsFinished(@TempDir Path kept) throws Exception {
        String[] options = {"--port", "0", "--data", kept.toString()};
        Server server = Server.start(options);
        String id = "";
        try {
            HttpResponse<String> accepted =
                    Server.send(
                            server.to("api/v1/analyses?name=agent.log")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "level=fatal msg=\"could not open the ledger\"\n")));
            id = new ObjectMapper().readTree(accepted.body()).path("id").asText();
            while (Server.send(server.to("api/v1/analyses/" + id)).statusCode() == 202) {
                Thread.sleep(50);
            }
            try (Socket upload = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                OutputStream out = upload.getOutputStream();
                out.write(
                        "POST /api/v1/analyses?name=half.log HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[1 << 20]);
                out.flush();
                for (int i = 0; i < 200 && parts(kept) == 0; i++) {
                    Thread.sleep(50);
                }
                assertThat(parts(kept)).as("the upload has begun").isPositive();
                server.process().destroyForcibly().waitFor();
            }
        } finally {
            server.process().destroyForcibly().waitFor();
        }
        Server again = Server.start(options);
        try {
            assertThat(Server.send(again.to("api/v1/analyses/" + id)).body())
                    .contains("could not open the ledger");
            assertThat(
                            new ObjectMapper()
                                    .readTree(Server.send(again.to("api/v1/analyses")).body())
                                    .path("analyses"))
                    .hasSize(1);
        } finally {
            again.process().destroyForcibly().waitFor();
        }
    }

    /// Uploads that have not come to their end.
    private static long parts(Path data) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(each -> each.getFileName().toString().matches("[0-9a-f]+\\.part"))
                    .count();
        }
    }

    @Test
    void headersHaveABound() throws Exception {
        Server server = Server.start("--port", "0");
        try {
            Server.isProblem(
                    Server.send(server.to("healthz").header("X-Long", "x".repeat(9000))), 431);
            assertThat(Server.send(server.to("healthz")).statusCode()).isEqualTo(200);
        } finally {
            server.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void slowClientsKeepNobodyElseWaiting() throws Exception {
        Server server = Server.start("--port", "0");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write("GET /healthz HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
            }
            HttpResponse<String> answer =
                    Server.send(server.to("healthz").timeout(Duration.ofSeconds(10)));
            assertThat(answer.statusCode()).isEqualTo(200);
            slow.getFirst().setSoTimeout(60_000);
            int end = slow.getFirst().getInputStream().read();
            assertThat(end).as("who is silent is told so, or closed on").isIn(-1, (int) 'H');
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
            server.process().destroyForcibly().waitFor();
        }
    }
}
