package dev.clew.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An API server on the loopback, over HTTPS, that holds objects and logs, sends lists in pages,
/// and fails where it is told to.
public final class FakeCluster implements AutoCloseable {

    /// What the users of its kubeconfig files prove themselves by.
    public static final String TOKEN = "fake-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LIST =
            Pattern.compile(
                    "/(?:api/v1|apis/([^/]+)/([^/]+))(?:/namespaces/([^/]+))?/([a-z]+)(?:/([^/]+))?");
    private static final Pattern LOG =
            Pattern.compile("/api/v1/namespaces/([^/]+)/pods/([^/]+)/log");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<JsonNode>> objects = new ConcurrentHashMap<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<String, String> logs = new ConcurrentHashMap<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<String> posted = new ConcurrentLinkedQueue<>();

    private record Fault(Pattern request, Function<String, Optional<MockResponse>> answer) {}

    /// Starts a cluster that holds nothing.
    public FakeCluster() {
        server.useHttps();
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(request);
                    }
                });
        server.start();
        documents.put("/version", "{\"gitVersion\":\"v1.24.3\"}");
    }

    /// The address of the server.
    public String url() {
        return "https://localhost:" + server.getPort();
    }

    /// Adds an object.
    ///
    /// @param resource as it stands in URLs, with its group: `pods`, `daemonsets.apps`
    /// @param json the object, with at least its metadata
    public FakeCluster object(String resource, String json) {
        objects.computeIfAbsent(resource, key -> new CopyOnWriteArrayList<>()).add(tree(json));
        return this;
    }

    /// Sets the answer for a path.
    public FakeCluster document(String path, String json) {
        documents.put(path, json);
        return this;
    }

    /// Sets the log of a container.
    ///
    /// @param container `namespace/pod/container`; followed by `?previous` for the one before the
    ///   last restart
    public FakeCluster log(String container, String text) {
        logs.put(container, text);
        return this;
    }

    /// Answers requests in its own way, or not at all where the function gives nothing.
    ///
    /// @param request a regular expression for path and query, found anywhere in them
    public FakeCluster fault(String request, Function<String, Optional<MockResponse>> answer) {
        faults.add(new Fault(Pattern.compile(request), answer));
        return this;
    }

    /// Answers requests with an error.
    public FakeCluster fail(String request, int status, String message) {
        return fault(request, path -> Optional.of(error(status, message)));
    }

    /// An error as the API server words it.
    public static MockResponse error(int status, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
        body.put("message", message).put("code", status);
        return json(status, body.toString());
    }

    /// An answer.
    public static MockResponse json(int status, String body) {
        return new MockResponse()
                .setResponseCode(status)
                .addHeader("Content-Type", "application/json")
                .setBody(body);
    }

    /// Everything that was asked, as `GET /api/v1/pods?limit=500`.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// The bodies of everything that was posted. The cluster takes it, and does not keep it.
    public List<String> posted() {
        return List.copyOf(posted);
    }

    /// A kubeconfig file with the context `fake`, whose user may come in.
    public Path kubeconfig(Path folder) {
        return kubeconfig(folder, TOKEN);
    }

    /// The same with another token.
    public Path kubeconfig(Path folder, String token) {
        try {
            byte[] authority =
                    Files.readAllBytes(
                            Path.of(server.getSelfSignedCertificate().certificatePath()));
            return kubeconfig(
                    folder,
                    url(),
                    "certificate-authority-data: " + Base64.getEncoder().encodeToString(authority),
                    token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A kubeconfig file for any server.
    ///
    /// @param trust the line that says whom to trust
    public static Path kubeconfig(Path folder, String url, String trust, String token) {
        try {
            return Files.writeString(
                    folder.resolve(
                            "kubeconfig-" + Integer.toHexString((url + trust + token).hashCode())),
                    """
                    apiVersion: v1
                    kind: Config
                    current-context: fake
                    contexts:
                    - name: fake
                      context: {cluster: fake, user: reader, namespace: shop}
                    - name: lonely
                      context: {cluster: nowhere, user: reader}
                    clusters:
                    - name: fake
                      cluster:
                        server: %s
                        %s
                    users:
                    - name: reader
                      user:
                        token: %s
                    """
                            .formatted(url, trust, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A watch that stays open.
    ///
    /// @param opened is given what sends events to the watcher
    public static MockResponse watch(Consumer<Consumer<String>> opened) {
        return new MockResponse()
                .setResponseCode(101)
                .withWebSocketUpgrade(
                        new WebSocketListener() {
                            @Override
                            public void onOpen(WebSocket socket, Response response) {
                                opened.accept(socket::send);
                            }
                        });
    }

    private MockResponse answer(RecordedRequest request) {
        requests.add(request.getMethod() + " " + request.getPath());
        if (request.getMethod().equals("POST")) {
            String body = request.getUtf8Body();
            posted.add(body);
            return json(201, body);
        }
        for (Fault fault : faults) {
            if (fault.request().matcher(request.getPath()).find()) {
                Optional<MockResponse> answer = fault.answer().apply(request.getPath());
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            return error(401, "Unauthorized");
        }
        URI uri = URI.create(request.getPath());
        String document = documents.get(uri.getPath());
        if (document != null) {
            return json(200, document);
        }
        Map<String, String> query = query(uri);
        if (query.containsKey("watch")) {
            return watch(socket -> {});
        }
        Matcher log = LOG.matcher(uri.getPath());
        if (log.matches()) {
            return log(log.group(1) + "/" + log.group(2) + "/" + query.get("container"), query);
        }
        Matcher list = LIST.matcher(uri.getPath());
        return list.matches() ? list(list, query) : error(404, "not found");
    }

    private MockResponse log(String container, Map<String, String> query) {
        String text = logs.get(container + (query.containsKey("previous") ? "?previous" : ""));
        return text == null
                ? error(400, "container in pod has no such log")
                : new MockResponse().setResponseCode(200).setBody(text);
    }

    private MockResponse list(Matcher path, Map<String, String> query) {
        String resource = path.group(4) + (path.group(1) == null ? "" : "." + path.group(1));
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode object : objects.getOrDefault(resource, List.of())) {
            boolean inside =
                    path.group(3) == null
                            || path.group(3).equals(object.at("/metadata/namespace").asText());
            if (inside && selected(object, query)) {
                found.add(object);
            }
        }
        if (path.group(5) != null) {
            return found.stream()
                    .filter(object -> object.at("/metadata/name").asText().equals(path.group(5)))
                    .findFirst()
                    .map(object -> json(200, object.toString()))
                    .orElse(error(404, resource + " \"" + path.group(5) + "\" not found"));
        }
        return page(found, query);
    }

    private static MockResponse page(List<JsonNode> found, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("continue", "0"));
        int to =
                Math.min(found.size(), from + Integer.parseInt(query.getOrDefault("limit", "500")));
        ObjectNode list = JSON.createObjectNode();
        list.put("kind", "List").put("apiVersion", "v1");
        ObjectNode metadata = list.putObject("metadata");
        metadata.put("resourceVersion", "1");
        if (to < found.size()) {
            metadata.put("continue", String.valueOf(to));
        }
        list.putArray("items").addAll(found.subList(from, to));
        return json(200, list.toString());
    }

    private static boolean selected(JsonNode object, Map<String, String> query) {
        String fields = query.getOrDefault("fieldSelector", "");
        String labels = query.getOrDefault("labelSelector", "");
        return (fields.isEmpty() || matches(object, fields, true))
                && (labels.isEmpty() || matches(object, labels, false));
    }

    private static boolean matches(JsonNode object, String selector, boolean field) {
        String[] parts = selector.split("=", 2);
        JsonNode value =
                field
                        ? object.at("/" + parts[0].replace('.', '/'))
                        : object.path("metadata").path("labels").path(parts[0]);
        return value.asText().equals(parts[1]);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery();
        for (String each : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = each.split("=", 2);
            query.put(
                    parts[0],
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
