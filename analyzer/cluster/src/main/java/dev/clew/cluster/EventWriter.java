package dev.clew.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes Kubernetes Events, and nothing else: its client lets nothing but the making of an event
/// pass. Everything else of this package only reads.
public final class EventWriter implements AutoCloseable {

    /// The reporter of the events that it writes, which are not read back as evidence.
    public static final String REPORTER = "clew";

    private static final int LONGEST_MESSAGE = 1000;
    private static final Pattern EVENTS = Pattern.compile("/api/v1/namespaces/[^/]+/events");

    private final KubernetesClient client;

    private EventWriter(KubernetesClient client) {
        this.client = client;
    }

    /// Prepares to write to a cluster. Nothing is sent yet.
    ///
    /// @throws ClusterException if there is no kubeconfig, or it can't be used
    public static EventWriter open(Access access, Bounds bounds) throws ClusterException {
        Config config = access.config(bounds);
        try {
            return new EventWriter(
                    new KubernetesClientBuilder()
                            .withConfig(config)
                            .withHttpClientFactory(new JdkHttpClientFactory())
                            .withHttpClientBuilderConsumer(builder ->
                                    builder.addOrReplaceInterceptor(
                                            "only-events", new OnlyEvents()))
                            .build());
        } catch (KubernetesClientException e) {
            throw new ClusterException(
                    "the kubeconfig can't be used: " + Failures.innermost(e).getMessage(), e);
        }
    }

    /// Writes a warning about an object.
    ///
    /// @param namespace of the object, null for one of the cluster, whose events stand in `default`
    /// @param message its first 1,000 characters are written
    /// @throws ClusterException if the cluster refuses it
    public void warn(
            String kind,
            @Nullable String namespace,
            String name,
            String reason,
            String message,
            Instant time)
            throws ClusterException {
        String space = namespace == null ? "default" : namespace;
        String at = time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        Event event =
                new EventBuilder()
                        .withNewMetadata()
                        .withName("clew." + UUID.randomUUID())
                        .withNamespace(space)
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withKind(kind)
                        .withNamespace(namespace)
                        .withName(name)
                        .endInvolvedObject()
                        .withType("Warning")
                        .withReason(reason)
                        .withMessage(
                                message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
                        .withNewSource()
                        .withComponent(REPORTER)
                        .endSource()
                        .withReportingComponent(REPORTER)
                        .withFirstTimestamp(at)
                        .withLastTimestamp(at)
                        .withCount(1)
                        .build();
        try {
            client.v1().events().inNamespace(space).resource(event).create();
        } catch (KubernetesClientException e) {
            throw new ClusterException(
                    "no event could be written: " + Failures.innermost(e).getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static final class OnlyEvents implements Interceptor {
        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            if (!"POST".equals(request.method())
                    || !EVENTS.matcher(request.uri().getPath()).matches()) {
                throw new IllegalStateException(
                        "only events are written: " + request.uri().getPath());
            }
        }
    }
}
