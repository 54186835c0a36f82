package dev.clew.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.graph.build.GraphParts;
import dev.clew.graph.checks.StateChecks;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphLimitsTest {

    private static final String SERVICES =
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Service, metadata: {name: a, namespace: demo}, spec: {selector: {app: a}, ports: [{port: 80}]}}
            - {apiVersion: v1, kind: Service, metadata: {name: b, namespace: demo}, spec: {selector: {app: b}, ports: [{port: 80}]}}
            - {apiVersion: v1, kind: Pod, metadata: {name: c, namespace: demo, labels: {app: c}}, spec: {containers: [{name: c}]}}
            """;

    @ParameterizedTest
    @CsvSource({"OBJECTS, 3, 0", "OBJECTS, 2, 1", "OBJECTS, 1, 2"})
    void countsObjectsForWhichThereIsNoRoom(Bound bound, long value, long lost) {
        LimitLog log = new LimitLog(Limits.DEFAULT.with(bound, value));
        GraphParts parts = Graphs.parts(SERVICES, log.limits());

        assertThat(parts.build(log).objects()).hasSize((int) value);
        assertThat(cost(log, bound)).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 1"})
    void countsFaultsForWhichThereIsNoRoom(long value, long lost) {
        LimitLog log = new LimitLog(Limits.DEFAULT.with(Bound.STATES, value));
        ClusterGraph graph = Graphs.parts(SERVICES, log.limits()).build(log);

        assertThat(StateChecks.of(graph, log)).hasSize((int) value);
        assertThat(cost(log, Bound.STATES)).isEqualTo(lost);
    }

    private static long cost(LimitLog log, Bound bound) {
        return List.copyOf(log.all()).stream()
                .filter(each -> each.bound() == bound)
                .mapToLong(LimitReached::cost)
                .sum();
    }
}
