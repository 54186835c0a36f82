package dev.clew.serve.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.graph.Ref;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int status = answers.isEmpty() ? 200 : answers.removeFirst();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private Notifier notifier(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new Notifier(
                new Target(Target.Format.JSON, address), Duration.ofMillis(5), log::add);
    }

    private static LiveIncident incident(String name) {
        return new LiveIncident(
                "k8s-pvc-unbound@" + name,
                "k8s-pvc-unbound",
                "A claim is not bound",
                "error",
                0.9,
                new Ref("PersistentVolumeClaim", "shop", name),
                List.of(),
                "no <persistent> volumes ``` available",
                List.of("kubectl get pvc"),
                null,
                NOW,
                null);
    }

    private static void await(Notifier notifier, Map<String, Long> outcomes) throws Exception {
        for (int i = 0; i < 500 && !notifier.outcomes().equals(outcomes); i++) {
            Thread.sleep(10);
        }
        assertThat(notifier.outcomes()).isEqualTo(outcomes);
    }

    @Test
    void aReceiverThatIsBusyIsToldAgain() throws Exception {
        answers.addAll(List.of(503, 429));
        try (Notifier notifier = notifier("/hook")) {
            notifier.tell(List.of(incident("data-0")), NOW);
            await(notifier, Map.of("sent", 1L));
            assertThat(bodies).hasSize(3).containsOnly(bodies.peek());
        }
    }

    @Test
    void oneThatRefusesIsNot() throws Exception {
        answers.add(403);
        try (Notifier notifier = notifier("/hook/secret")) {
            notifier.tell(List.of(incident("data-0")), NOW);
            await(notifier, Map.of("refused", 1L));
            assertThat(bodies).hasSize(1);
            assertThat(log).hasSize(1).allMatch(line -> !line.contains("secret"));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        answers.add(302);
        try (Notifier notifier = notifier("/hook")) {
            notifier.tell(List.of(incident("data-0")), NOW);
            await(notifier, Map.of("refused", 1L));
        }
    }

    @Test
    void oneThatIsGoneCostsNotifications() throws Exception {
        Notifier notifier = notifier("/hook");
        server.stop(0);
        try (notifier) {
            notifier.tell(List.of(incident("data-0")), NOW);
            await(notifier, Map.of("failed", 1L));
            assertThat(log).hasSize(1);
        }
    }

    @Test
    void whatWaitsTooLongIsDroppedTheOldestFirst() throws Exception {
        answers.addAll(java.util.Collections.nCopies(4, 503));
        List<LiveIncident> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(incident("data-" + i));
        }
        try (Notifier notifier = notifier("/hook")) {
            notifier.tell(many, NOW);
            String last = "";
            while (!last.contains("\"data-399\"")) {
                last = String.valueOf(bodies.poll(10, TimeUnit.SECONDS));
            }
            assertThat(notifier.outcomes().get("dropped")).isGreaterThan(100);
        }
    }

    @Test
    void textsCantCallPeopleInChat() {
        String slack =
                Payloads.of(
                                new Target(Target.Format.SLACK, URI.create("http://127.0.0.1/x")),
                                List.of(incident("data-0")),
                                NOW)
                        .getFirst()
                        .body();
        assertThat(slack).contains("&lt;persistent&gt;").doesNotContain("``` available");
    }

    @Test
    void whatIsOverIsToldAsResolved() {
        LiveIncident over = incident("data-0").over(NOW.plusSeconds(60));
        String alerts =
                Payloads.of(
                                new Target(
                                        Target.Format.ALERTMANAGER,
                                        URI.create("http://127.0.0.1/am/")),
                                List.of(over),
                                NOW)
                        .getFirst()
                        .body();
        assertThat(alerts).contains("\"endsAt\":\"2026-03-01T10:01:00Z\"");
    }
}
