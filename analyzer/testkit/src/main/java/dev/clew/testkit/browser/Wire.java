package dev.clew.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The connection to a browser: commands with their answers, and events.
final class Wire implements WebSocket.Listener {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int SECONDS = 60;

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    Wire(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /// Hears every event from now on.
    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /// Sends a command and waits for its answer.
    ///
    /// @param session of the page; empty for the browser itself
    JsonNode send(String session, String method, ObjectNode parameters) {
        int id = last.incrementAndGet();
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
            JsonNode got = answer.get(SECONDS, TimeUnit.SECONDS);
            if (got.has("error")) {
                throw new IllegalStateException(method + ": " + got.get("error"));
            }
            return got.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " got no answer", e);
        }
    }

    void close() {
        socket.abort();
        client.shutdownNow();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        part.append(data);
        if (whole) {
            String text = part.toString();
            part.setLength(0);
            hear(text);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void hear(String text) {
        JsonNode message;
        try {
            message = MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture<JsonNode> answer =
                message.has("id") ? open.remove(message.get("id").asInt()) : null;
        if (answer != null) {
            answer.complete(message);
        } else {
            listeners.forEach(each -> each.accept(message));
        }
    }
}
