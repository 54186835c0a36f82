package dev.clew.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.redact.RedactionRules;
import dev.clew.redact.Redactor;
import dev.clew.testkit.FakeCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that end in the middle, or never.
class BrokenAnswersTest {

    private static final Bounds BOUNDS =
            Bounds.DEFAULT.withTimes(Duration.ofMillis(500), Duration.ofSeconds(5));

    @TempDir Path folder = Path.of("");
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private ApiReader api;

    @BeforeEach
    void start() throws IOException, ClusterException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        Path config =
                FakeCluster.kubeconfig(
                        folder, "http://localhost:" + server.getAddress().getPort(), "", "token");
        api = ApiReader.open(new Access(config, null).config(BOUNDS), BOUNDS);
    }

    @AfterEach
    void stop() {
        api.close();
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /// Sends half of what it promises; then hangs, or breaks the connection.
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String half =
                path.endsWith("/pods")
                        ? "{\"kind\":\"PodList\",\"items\":[{\"metadata\":{\"name\":\"a\"}},{\"metadata\":{\"na"
                        : "first line\nsecond l";
        exchange.sendResponseHeaders(200, 10_000);
        OutputStream out = exchange.getResponseBody();
        out.write(half.getBytes(StandardCharsets.UTF_8));
        out.flush();
        if (path.contains("hangs")) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }

    private Gathered.Request log(StagingDirectory spool, String pod) {
        return new LogFetcher(api, spool, new Quota(1 << 20))
                .fetch(new Read.Log("shop", pod, "web", false, BOUNDS));
    }

    @Test
    void aLogThatIsCutKeepsWhatCame() throws IOException {
        try (StagingDirectory spool =
                StagingDirectory.create(Redactor.create(RedactionRules.NONE, false))) {
            Gathered.Request cut = log(spool, "breaks");
            assertThat(cut.outcome()).isInstanceOf(Outcome.Cut.class);
            assertThat(cut.file()).isEqualTo("logs/shop/breaks/web.log");
            assertThat(
                            new String(
                                    spool.read("logs/shop/breaks/web.log").readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .isEqualTo("first line\nsecond l");
        }
    }

    @Test
    void aLogThatHangsIsLeftAlone() throws IOException {
        try (StagingDirectory spool =
                StagingDirectory.create(Redactor.create(RedactionRules.NONE, false))) {
            Gathered.Request hung = log(spool, "hangs");
            assertThat(hung.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Cut.class,
                            cut -> assertThat(cut.reason()).contains("stopped in the middle"));
        }
    }

    @Test
    void aListThatIsCutKeepsWholeObjects() throws IOException {
        try (StagingDirectory spool =
                StagingDirectory.create(Redactor.create(RedactionRules.NONE, false))) {
            Outcome outcome;
            try (ListFile file = new ListFile(Catalog.PODS, spool.write("objects/pods.json"))) {
                outcome =
                        new Lister(api, BOUNDS, new Quota(1 << 20))
                                .list(Read.Listing.all(Catalog.PODS), file, object -> {});
            }
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Cut.class, cut -> assertThat(cut.objects()).isEqualTo(1));
            assertThat(
                            new String(
                                    spool.read("objects/pods.json").readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .isEqualTo(
                            """
                            {"apiVersion":"v1","kind":"PodList","items":[
                            {"metadata":{"name":"a"}}
                            ]}
                            """);
        }
    }

    @Test
    void theBoundOfAllBytesHolds() throws IOException {
        try (StagingDirectory spool =
                StagingDirectory.create(Redactor.create(RedactionRules.NONE, false))) {
            LogFetcher fetcher = new LogFetcher(api, spool, new Quota(10));
            Gathered.Request first =
                    fetcher.fetch(new Read.Log("shop", "breaks", "web", false, BOUNDS));
            assertThat(first.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Cut.class,
                            cut -> assertThat(cut.reason()).isEqualTo("more than 10 bytes in all"));
            Gathered.Request second =
                    fetcher.fetch(new Read.Log("shop", "breaks", "web", true, BOUNDS));
            assertThat(second.outcome()).isInstanceOf(Outcome.Left.class);
        }
    }
}
