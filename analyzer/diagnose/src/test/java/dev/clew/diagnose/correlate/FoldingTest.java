package dev.clew.diagnose.correlate;

import static dev.clew.diagnose.TestRules.NOON;
import static dev.clew.diagnose.TestRules.book;
import static dev.clew.diagnose.TestRules.diagnose;
import static dev.clew.diagnose.TestRules.explaining;
import static dev.clew.diagnose.TestRules.line;
import static dev.clew.diagnose.TestRules.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.match.RuleBook;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final RuleBook BOOK = book(signature("down", "it went down"));
    private static final Limits THREE = Limits.DEFAULT.with(Bound.FINDINGS_OF_SIGNATURE, 3);

    private static List<LogRecord> pods(int from, int to) {
        List<LogRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Entity pod = Entity.ofPod("shop", "app" + i).withWorkload("app" + i);
            records.add(line("pod" + i + ".log", 1, NOON, pod, "it went down"));
        }
        return records;
    }

    private static LimitReached reached(Diagnosis diagnosis, Bound bound) {
        return diagnosis.inputs().limits().stream()
                .filter(each -> each.bound() == bound)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asManyAsMayBeStayApart() {
        Diagnosis diagnosis = diagnose(BOOK, THREE, pods(0, 3));

        assertThat(diagnosis.findings()).hasSize(3);
        assertThat(diagnosis.findings().getFirst().occurrences().findings()).isEqualTo(1);
        assertThat(diagnosis.inputs().limits()).isEmpty();
    }

    @Test
    void oneMoreMakesThemOneWhicheverIsReadFirst() {
        List<LogRecord> forth = pods(0, 4);
        List<LogRecord> back = new ArrayList<>(forth);
        Collections.reverse(back);

        for (List<LogRecord> records : List.of(forth, back)) {
            Diagnosis diagnosis = diagnose(BOOK, THREE, records);

            assertThat(diagnosis.findings()).hasSize(1);
            assertThat(diagnosis.incidents()).hasSize(1);
            Finding finding = diagnosis.findings().getFirst();
            assertThat(finding.count()).isEqualTo(4);
            assertThat(finding.occurrences().findings()).isEqualTo(4);
            assertThat(finding.subjects()).hasSize(4);
            assertThat(reached(diagnosis, Bound.FINDINGS_OF_SIGNATURE).cost()).isEqualTo(3);
        }
    }

    @Test
    void twoThousandOfAKindAreOneIncidentThatSaysSo() {
        List<LogRecord> records = pods(0, 2_000);
        records.addAll(pods(7, 8));

        Diagnosis diagnosis = diagnose(BOOK, Limits.DEFAULT, records);

        assertThat(diagnosis.incidents()).hasSize(1);
        Finding finding = diagnosis.findings().getFirst();
        assertThat(finding.occurrences().subjects()).isEqualTo(2_000);
        assertThat(finding.occurrences().most()).hasSize(10);
        assertThat(finding.occurrences().most().getFirst().subject().name()).isEqualTo("app7");
        assertThat(finding.occurrences().most().getFirst().count()).isEqualTo(2);
        assertThat(finding.subjects()).hasSize(500);
        assertThat(reached(diagnosis, Bound.SUBJECTS).cost()).isEqualTo(1_500);
    }

    @Test
    void namesAsManySubjectsAsMayBe() {
        Limits limits = THREE.with(Bound.SUBJECTS, 4);

        Diagnosis just = diagnose(BOOK, limits, pods(0, 4));
        assertThat(just.findings().getFirst().subjects()).hasSize(4);
        assertThat(just.inputs().limits()).noneMatch(each -> each.bound() == Bound.SUBJECTS);

        Diagnosis over = diagnose(BOOK, limits, pods(0, 5));
        assertThat(over.findings().getFirst().subjects()).hasSize(4);
        assertThat(over.findings().getFirst().occurrences().subjects()).isEqualTo(5);
        assertThat(reached(over, Bound.SUBJECTS).cost()).isEqualTo(1);
    }

    @Test
    void keepsTheFindingsThatRankBestWhereThereAreTooMany() {
        Limits limits = Limits.DEFAULT.with(Bound.FINDINGS, 2);

        assertThat(diagnose(BOOK, limits, pods(0, 2)).inputs().limits()).isEmpty();

        Diagnosis over = diagnose(BOOK, limits, pods(0, 3));
        assertThat(over.findings()).hasSize(2);
        assertThat(over.incidents()).hasSize(2);
        assertThat(reached(over, Bound.FINDINGS).cost()).isEqualTo(1);
    }

    @Test
    void keepsTheEarliestOfTheTimeLine() {
        Limits limits = Limits.DEFAULT.with(Bound.TIMELINE, 2);

        assertThat(diagnose(BOOK, limits, pods(0, 2)).inputs().limits()).isEmpty();

        Diagnosis over = diagnose(BOOK, limits, pods(0, 3));
        assertThat(over.timeline()).hasSize(2);
        assertThat(reached(over, Bound.TIMELINE).cost()).isEqualTo(1);
    }

    @Test
    void whatACauseIsNearStaysApartFromTheRest() {
        RuleBook book =
                book(
                        signature("down", "it went down"),
                        explaining("cause", "the disk is full", "down"));
        List<LogRecord> records = pods(0, 30);
        records.add(
                line(
                        "pod7.log",
                        2,
                        NOON,
                        Entity.ofPod("shop", "app7").withWorkload("app7"),
                        "the disk is full"));

        Diagnosis diagnosis = diagnose(book, Limits.DEFAULT, records);

        assertThat(diagnosis.findings()).hasSize(3);
        assertThat(diagnosis.incidents()).hasSize(2);
        Finding explained =
                diagnosis.findings().stream()
                        .filter(each -> each.count() == 1 && each.signature().id().equals("down"))
                        .findFirst()
                        .orElseThrow();
        assertThat(diagnosis.incidents())
                .anyMatch(incident -> incident.symptoms().contains(explained.id()));
    }
}
