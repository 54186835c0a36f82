package dev.clew.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one way to the API server. It sends [Read]s, and the client below it lets nothing pass but
/// reading, see [ReadOnly].
final class ApiReader implements AutoCloseable {

    private static final int LONGEST_ERROR = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final HttpClient http;
    private final Bounds bounds;
    private final String server;

    private ApiReader(KubernetesClient client, Bounds bounds) {
        this.client = client;
        this.http = client.getHttpClient();
        this.bounds = bounds;
        this.server = client.getConfiguration().getMasterUrl().replaceFirst("/+$", "");
    }

    /// A reader of that cluster. Nothing is sent yet.
    ///
    /// @throws ClusterException if certificates or keys can't be used
    static ApiReader open(Config config, Bounds bounds) throws ClusterException {
        try {
            KubernetesClient client =
                    new KubernetesClientBuilder()
                            .withConfig(config)
                            .withHttpClientFactory(new JdkHttpClientFactory())
                            .withHttpClientBuilderConsumer(builder ->
                                    builder.addOrReplaceInterceptor(ReadOnly.NAME, new ReadOnly()))
                            .build();
            return new ApiReader(client, bounds);
        } catch (KubernetesClientException e) {
            throw new ClusterException(
                    "the kubeconfig can't be used: " + Failures.innermost(e).getMessage(), e);
        }
    }

    String server() {
        return server;
    }

    /// The same client for watching, behind the same gate.
    KubernetesClient client() {
        return client;
    }

    /// Asks for something and hands back the body of the answer as it arrives.
    ///
    /// @throws ApiException if the server refuses or fails
    /// @throws IOException if there is no answer in time or at all
    InputStream open(Read read) throws IOException {
        return open(read, read.uri());
    }

    /// The same with a query of its own, for the next page of a list.
    InputStream open(Read read, String uri) throws IOException {
        long deadline = System.nanoTime() + bounds.readTime().toNanos();
        BodyStream body = new BodyStream(bounds.requestTime(), deadline);
        HttpRequest request =
                http.newHttpRequestBuilder()
                        .uri(server + uri)
                        .header("Accept", read.accept())
                        .timeout(bounds.requestTime().toMillis(), TimeUnit.MILLISECONDS)
                        .build();
        CompletableFuture<HttpResponse<AsyncBody>> sent = send(request, body);
        HttpResponse<AsyncBody> response;
        try {
            response = sent.get(bounds.readTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(Failures.brief(e), e.getCause());
        }
        body.attach(response.body());
        if (!response.isSuccessful()) {
            try (body) {
                throw refusal(response.code(), body.readNBytes(LONGEST_ERROR));
            }
        }
        return body;
    }

    private CompletableFuture<HttpResponse<AsyncBody>> send(HttpRequest request, BodyStream body)
            throws IOException {
        try {
            return http.consumeBytes(request, body::arrived);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e); // the server in the kubeconfig is no URL
        }
    }

    /// The whole of a small JSON answer.
    JsonNode json(Read read) throws IOException {
        try (InputStream in = open(read)) {
            return JSON.readTree(in);
        }
    }

    private static ApiException refusal(int status, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        try {
            JsonNode answer = JSON.readTree(text);
            if (answer != null && answer.path("message").isTextual()) {
                return new ApiException(
                        status,
                        answer.path("message").asText(),
                        answer.at("/metadata/continue").asText());
            }
        } catch (IOException e) {
            return new ApiException(status, firstLine(status, text), ""); // no answer of Kubernetes
        }
        return new ApiException(status, firstLine(status, text), "");
    }

    private static String firstLine(int status, String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.isEmpty()
                ? "status " + status
                : line.substring(0, Math.min(line.length(), 300));
    }

    @Override
    public void close() {
        client.close();
    }
}
