package dev.clew.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.FakeCluster;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOnlyTest {

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/namespaces/shop/pods",
        "PUT, /api/v1/namespaces/shop/pods/web",
        "PATCH, /api/v1/nodes/worker-1",
        "DELETE, /api/v1/namespaces/shop/pods/web",
        "GET, /api/v1/namespaces/shop/pods/web/exec?command=sh",
        "GET, /api/v1/namespaces/shop/pods/web/portforward",
        "GET, /api/v1/nodes/worker-1/proxy/logs/",
        "GET, /api/v1/secrets",
        "GET, /api/v1/namespaces/shop/secrets?labelSelector=app%3Dx",
        "GET, /api/v1/namespaces/shop/secrets/db"
    })
    void isNotSent(String method, String uri) {
        assertThat(ReadOnly.objection(method, URI.create("https://server" + uri))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/pods?limit=500",
        "/api/v1/namespaces/shop/pods/web/log?container=web",
        "/api/v1/secrets?labelSelector=owner%3Dhelm&limit=500",
        "/apis/cilium.io/v2"
    })
    void isSent(String uri) {
        assertThat(ReadOnly.objection("GET", URI.create("https://server" + uri))).isEmpty();
    }

    @Test
    void theClientItselfCannotChangeAnything() throws ClusterException {
        try (FakeCluster cluster = new FakeCluster();
                ApiReader api =
                        ApiReader.open(
                                new Access(cluster.kubeconfig(folder), null).config(Bounds.DEFAULT),
                                Bounds.DEFAULT)) {
            assertThatThrownBy(() ->
                            api.client()
                                    .pods()
                                    .inNamespace("shop")
                                    .resource(
                                            new PodBuilder()
                                                    .withNewMetadata()
                                                    .withName("web")
                                                    .endMetadata()
                                                    .build())
                                    .create())
                    .hasStackTraceContaining("only reading is allowed");
            assertThatThrownBy(() -> api.client().secrets().inNamespace("shop").list())
                    .hasStackTraceContaining("secrets are not read");
            assertThat(cluster.requests()).isEmpty();
        }
    }
}
