package dev.clew.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateChecksTest {

    private static final String PORTS = "containers: [{name: web, ports: [{containerPort: 8080}]}]";

    @Test
    void wellObjectsAreQuiet() {
        assertThat(
                        Graphs.states(
                                Graphs.of(
                                        Graphs.service(
                                                "web", "web", "{port: 80, targetPort: 8080}"),
                                        Graphs.pod("web-0", "web", PORTS, true))))
                .isEmpty();
    }

    @Test
    void aSelectorThatMatchesNothing() {
        assertThat(
                        Graphs.states(
                                Graphs.of(
                                        Graphs.service("web", "wbe", "{port: 80}"),
                                        Graphs.pod("web-0", "web", PORTS, true))))
                .containsExactly("service-selector-matches-nothing Service demo/web");
    }

    @Test
    void withoutAListOfPodsNothingIsSaidOfThem() {
        assertThat(Graphs.states(Graphs.read(Graphs.service("web", "web", "{port: 80}"))))
                .isEmpty();
    }

    @Test
    void aPortThatNobodyServes() {
        assertThat(
                        Graphs.states(
                                Graphs.of(
                                        Graphs.service(
                                                "web", "web", "{port: 80, targetPort: 8081}"),
                                        Graphs.pod("web-0", "web", PORTS, true))))
                .containsExactly("service-port-unserved Service demo/web");
    }

    @Test
    void oneOfSeveralPortsThatIsNotDeclaredMayStillBeServed() {
        assertThat(
                        Graphs.states(
                                Graphs.of(
                                        Graphs.service(
                                                "web",
                                                "web",
                                                "{name: a, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 9090}"),
                                        Graphs.pod("web-0", "web", PORTS, true))))
                .isEmpty();
    }

    @Test
    void aSecretIsOnlyMissingWhereSecretsWereListed() {
        String pod =
                Graphs.pod(
                        "web-0",
                        "web",
                        "containers: [{name: web, envFrom: [{secretRef: {name: key}}]}]",
                        false);
        assertThat(Graphs.states(Graphs.of(pod))).isEmpty();
        assertThat(
                        Graphs.states(
                                Graphs.of(
                                        pod,
                                        "{apiVersion: v1, kind: Secret, metadata: {name: other, namespace: demo}}")))
                .containsExactly("env-object-missing Secret demo/key");
    }
}
