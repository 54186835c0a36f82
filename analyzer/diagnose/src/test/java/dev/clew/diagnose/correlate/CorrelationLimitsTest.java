package dev.clew.diagnose.correlate;

import static dev.clew.diagnose.TestRules.NOON;
import static dev.clew.diagnose.TestRules.book;
import static dev.clew.diagnose.TestRules.diagnose;
import static dev.clew.diagnose.TestRules.explaining;
import static dev.clew.diagnose.TestRules.line;
import static dev.clew.diagnose.TestRules.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Incident;
import dev.clew.match.RuleBook;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each bound of what becomes of the observations: just enough, and one too many.
class CorrelationLimitsTest {

    private static final RuleBook BOOK =
            book(
                    explaining("cause", "the disk is full", "down"),
                    signature("down", "it went down"));

    private static final String PODS =
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop}, spec: {nodeName: n1, containers: [{name: web, env: [{name: A, value: "a:80"}]}]}}
            - {apiVersion: v1, kind: Pod, metadata: {name: a-0, namespace: shop, labels: {app: a}}, spec: {nodeName: n2, containers: [{name: a}]}}
            - {apiVersion: v1, kind: Service, metadata: {name: a, namespace: shop}, spec: {selector: {app: a}, ports: [{port: 80}]}}
            """;

    private static final String EVENTS =
            """
            NAMESPACE   LAST SEEN   TYPE      REASON   OBJECT      MESSAGE
            shop        2m          Warning   Failed   pod/a-0     the disk is full
            shop        1m          Warning   Failed   pod/web-0   it went down
            """;

    @TempDir private Path folder;

    private static long cost(Diagnosis diagnosis, Bound bound) {
        return diagnosis.inputs().limits().stream()
                .filter(each -> each.bound() == bound)
                .mapToLong(LimitReached::cost)
                .sum();
    }

    private static List<LogRecord> podsOf(String workload, int count, boolean ownNodes) {
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entity pod = Entity.ofPod("shop", workload + "-" + i).withWorkload(workload);
            Entity place = ownNodes ? pod.withNode("n" + i) : pod;
            records.add(line(workload + i + ".log", 1, NOON, place, "it went down"));
        }
        return records;
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void placesOfAFinding(long most, long lost) {
        Limits limits = Limits.DEFAULT.with(Bound.PLACES_OF_FINDING, most);
        Diagnosis diagnosis = diagnose(BOOK, limits, podsOf("app", 3, false));
        assertThat(diagnosis.findings()).hasSize(1);
        assertThat(diagnosis.findings().getFirst().subjects()).hasSize(3);
        assertThat(cost(diagnosis, Bound.PLACES_OF_FINDING)).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 3"})
    void findingsOfNodes(long most, long told) {
        Limits limits = Limits.DEFAULT.with(Bound.FINDINGS_OF_NODES, most);
        List<LogRecord> records = podsOf("one", 1, true);
        records.addAll(podsOf("two", 1, true));
        records.addAll(podsOf("three", 1, true));
        assertThat(cost(diagnose(BOOK, limits, records), Bound.FINDINGS_OF_NODES)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "3, 1"})
    void rootEntities(long most, long lost) {
        Limits limits = Limits.DEFAULT.with(Bound.ROOT_ENTITIES, most);
        Diagnosis diagnosis = diagnose(BOOK, limits, podsOf("app", 4, false));
        Incident incident = diagnosis.incidents().getFirst();
        assertThat(incident.rootEntities()).hasSize((int) Math.min(4, most));
        assertThat(cost(diagnosis, Bound.ROOT_ENTITIES)).isEqualTo(lost);
    }

    private Diagnosis ofCluster(Limits limits) throws Exception {
        Files.writeString(folder.resolve("objects.yaml"), PODS);
        Files.writeString(folder.resolve("events.txt"), EVENTS);
        return new Analysis(BOOK, Articles.NONE, limits)
                .run(List.of(folder.toString()), InputStream.nullInputStream());
    }

    @Test
    void belowTheBoundsNothingIsTold() throws Exception {
        Diagnosis all = ofCluster(Limits.DEFAULT);
        assertThat(all.incidents()).hasSize(1);
        assertThat(all.incidents().getFirst().chain()).hasSize(2);
        assertThat(all.inputs().limits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 2", "1, 1, 0"})
    void chain(long most, long lost, int shown) throws Exception {
        Diagnosis diagnosis = ofCluster(Limits.DEFAULT.with(Bound.CHAIN, most));
        assertThat(diagnosis.incidents().getFirst().chain()).hasSize(shown);
        assertThat(cost(diagnosis, Bound.CHAIN)).isEqualTo(lost);
    }

    @Test
    void effectsThatAreNotFollowedToTheEndAreTold() throws Exception {
        Diagnosis diagnosis = ofCluster(Limits.DEFAULT.with(Bound.EFFECTS, 1));
        assertThat(cost(diagnosis, Bound.EFFECTS)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void incidentsOfWhichATriggerIsLookedFor(long most, long left) throws Exception {
        Files.writeString(
                folder.resolve("more.txt"),
                EVENTS.replace("web-0", "other-0").replace("the disk is full", "it goes well"));
        Diagnosis diagnosis = ofCluster(Limits.DEFAULT.with(Bound.TRIGGERS, most));
        assertThat(diagnosis.incidents()).hasSize(2);
        assertThat(cost(diagnosis, Bound.TRIGGERS)).isEqualTo(left);
    }
}
