package dev.clew.scenarios;

import static dev.clew.scenarios.Server.isProblem;
import static dev.clew.scenarios.Server.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
