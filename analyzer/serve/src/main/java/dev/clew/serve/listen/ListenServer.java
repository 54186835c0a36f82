package dev.clew.serve.listen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.serve.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// What a program that watches a cluster answers: its figures, whether it is well, and the
/// incidents that are open. It takes no orders.
public final class ListenServer implements AutoCloseable {

    private static final int LONGEST_HEADERS = 8 << 10;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_THREADS = 8;
    private static final long IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;

    /// Begins to answer.
    ///
    /// @param port 0 for a free one
    /// @param late how long after the last look it is no longer well
    /// @param metrics figures as OpenMetrics
    /// @throws IOException if the address can't be had
    public ListenServer(
            String bind,
            int port,
            LiveIncidents incidents,
            Duration late,
            InstantSource clock,
            Supplier<String> metrics)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(
                new org.eclipse.jetty.server.NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setHandler(new Answers(incidents, clock.instant(), late, clock, metrics));
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IOException(e);
        }
    }

    /// The port it listens on.
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }

    private static final class Answers extends Handler.Abstract.NonBlocking {
        private final LiveIncidents incidents;
        private final Instant started;
        private final Duration late;
        private final InstantSource clock;
        private final Supplier<String> metrics;

        Answers(
                LiveIncidents incidents,
                Instant started,
                Duration late,
                InstantSource clock,
                Supplier<String> metrics) {
            this.incidents = incidents;
            this.started = started;
            this.late = late;
            this.clock = clock;
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            String path = Request.getPathInContext(request);
            if (!reads) {
                return send(response, callback, 405, "application/problem+json", problem(405));
            }
            return switch (path) {
                case "/metrics" ->
                        send(
                                response,
                                callback,
                                200,
                                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                                metrics.get());
                case "/healthz" -> health(response, callback);
                case "/incidents" ->
                        send(
                                response,
                                callback,
                                200,
                                "application/json",
                                LiveJson.of(incidents).toString());
                default -> send(response, callback, 404, "application/problem+json", problem(404));
            };
        }

        private boolean health(Response response, Callback callback) {
            Instant last = incidents.looked();
            boolean well =
                    Duration.between(last == null ? started : last, clock.instant()).compareTo(late)
                            <= 0;
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("status", well ? "ok" : "late");
            node.put("lookedAt", last == null ? null : last.toString());
            return send(response, callback, well ? 200 : 503, "application/json", node.toString());
        }

        private static String problem(int status) {
            return Json.MAPPER
                    .createObjectNode()
                    .put("status", status)
                    .put("title", status == 404 ? "Not Found" : "Method Not Allowed")
                    .toString();
        }

        private static boolean send(
                Response response, Callback callback, int status, String type, String body) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            Content.Sink.write(response, true, body, callback);
            return true;
        }
    }
}
