package dev.clew.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterGraphTest {

    private static final Ref WEB = new Ref("Pod", "demo", "web-0");
    private static final Ref DB = new Ref("Pod", "demo", "db-0");

    private final ClusterGraph graph =
            Graphs.of(
                    Graphs.pod(
                            "web-0",
                            "web",
                            "nodeName: node-1, containers: [{name: web, env: [{name: DB, value: 'db:5432'}]}]",
                            true),
                    Graphs.pod("db-0", "db", "containers: [{name: db}]", true),
                    Graphs.service("db", "db", "{port: 5432}"));

    @Test
    void noObjectsMakeNoGraph() {
        assertThat(Graphs.read("level=info msg=\"nothing here\"\n").isEmpty()).isTrue();
    }

    @Test
    void aProgramTalksToTheServiceInItsEnvironment() {
        assertThat(graph.from(WEB))
                .contains(
                        new Link(WEB, new Ref("Node", null, "node-1"), Link.Type.RUNS_ON),
                        new Link(WEB, new Ref("Service", "demo", "db"), Link.Type.TALKS_TO));
    }

    @Test
    void troubleSpreadsToCallersAndNotToTheCalled() {
        Effects ofDb = Effects.of(graph, List.of(DB), new LimitLog(Limits.DEFAULT));
        assertThat(ofDb.reach(WEB)).isTrue();
        assertThat(ofDb.path(WEB).stream().map(link -> link.type().word()))
                .containsExactly("selects", "talks-to");
        assertThat(Effects.of(graph, List.of(WEB), new LimitLog(Limits.DEFAULT)).reach(DB))
                .isFalse();
    }

    @Test
    void effectsThatAreTooManyAreTold() {
        LimitLog log = new LimitLog(Limits.DEFAULT.with(Bound.EFFECTS, 2));
        assertThat(Effects.of(graph, List.of(DB), log).reach(WEB)).isFalse();
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void kindsOfTheClusterHaveNoNamespace() {
        assertThat(new Ref("Node", "default", "node-1")).isEqualTo(new Ref("Node", null, "node-1"));
    }

    @Test
    void namesOfServicesResolve() {
        assertThat(Hosts.resolve(graph, "db", "demo")).contains(new Ref("Service", "demo", "db"));
        assertThat(Hosts.resolve(graph, "cache.demo.svc.cluster.local", "x"))
                .contains(new Ref("Service", "demo", "cache"));
        assertThat(Hosts.resolve(graph, "example.com", "demo")).isEmpty();
    }

    @Test
    void valuesOfSecretsAreNotKept() {
        ClusterGraph secret =
                Graphs.of(
                        "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: demo}, data: {key: aHVzaA==}}");
        Data data = secret.find("Secret", "demo", "s").orElseThrow().data().at("data");
        assertThat(data.names()).containsExactly("key");
        assertThat(data.text("key")).isEmpty();
    }
}
