package dev.clew.diagnose.correlate;

import static dev.clew.diagnose.TestRules.NOON;
import static dev.clew.diagnose.TestRules.book;
import static dev.clew.diagnose.TestRules.foundInBothOrders;
import static dev.clew.diagnose.TestRules.line;
import static dev.clew.diagnose.TestRules.log;
import static dev.clew.diagnose.TestRules.pattern;
import static dev.clew.diagnose.TestRules.signature;
import static dev.clew.diagnose.TestRules.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.match.RuleBook;
import dev.clew.model.CorrelationClause;
import dev.clew.model.CorrelationClause.Order;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FurtherRecordsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    @Test
    void whatOneLogSaysOftenHidesNothingInAnother() {
        RuleBook book =
                book(
                        signature(
                                "panic",
                                "panic: runtime",
                                new CorrelationClause.Requires(
                                        pattern("subsys="), Scope.SOURCE, Order.ANY, null, -1)));
        List<LogRecord> a = log("a.log", NOON, times(2_600, "level=info subsys=k8s"));
        List<LogRecord> b =
                log("b.log", NOON, List.of("level=info subsys=agent", "panic: runtime error"));

        assertThat(foundInBothOrders(book, a, b)).containsExactly("panic");
    }

    @Test
    void aLateRecordStillSpeaksAgainstAMatch() {
        RuleBook book =
                book(
                        signature(
                                "stuck",
                                "still waiting",
                                new CorrelationClause.Unless(
                                        pattern("all is done"),
                                        Scope.SOURCE,
                                        Order.AFTER,
                                        null,
                                        -1)));
        List<LogRecord> a = log("a.log", NOON, times(2_600, "all is done"));
        List<LogRecord> b = log("b.log", NOON, List.of("still waiting", "all is done"));
        List<LogRecord> c = log("c.log", NOON, List.of("all is done", "still waiting"));

        assertThat(foundInBothOrders(book, a, b)).isEmpty();
        assertThat(foundInBothOrders(book, a, c)).containsExactly("stuck");
    }

    @Test
    void failuresThatAreExcusedDoNotHideThoseThatAreNot() {
        RuleBook book =
                book(
                        signature(
                                "write-failed",
                                "write failed",
                                new CorrelationClause.Unless(
                                        pattern("maintenance"),
                                        Scope.SOURCE,
                                        Order.BEFORE,
                                        Duration.ofMinutes(10),
                                        -1)));
        List<String> excused = joined(List.of("maintenance"), times(560, "write failed"));
        List<LogRecord> a = log("a.log", NOON, excused);
        List<LogRecord> later =
                new ArrayList<>(log("a.log", NOON, joined(excused, times(60, "quiet"))));
        for (int i = 0; i < 5; i++) {
            later.add(
                    line(
                            "a.log",
                            1_000 + i,
                            NOON.plusSeconds(700 + i),
                            Entity.UNKNOWN,
                            "write failed"));
        }
        List<LogRecord> other = log("other.log", NOON, List.of("nothing of note"));

        assertThat(foundInBothOrders(book, a, other)).isEmpty();
        assertThat(foundInBothOrders(book, later, other)).containsExactly("write-failed");
    }

    @Test
    void matchesAreCountedWithinASpanAndAScope() {
        RuleBook book =
                book(
                        signature(
                                "flapping",
                                "link down",
                                new CorrelationClause.Count(3, Scope.POD, MINUTE, -1)));

        assertThat(counted(book, "web-0", 0, 29, 59)).isTrue();
        assertThat(counted(book, "web-0", 0, 29, 61)).isFalse();
        assertThat(counted(book, null, 0, 1, 2)).isTrue();
        List<LogRecord> twoPods =
                List.of(
                        down("a.log", "web-0", 0),
                        down("a.log", "web-1", 1),
                        down("a.log", "web-0", 2));
        assertThat(holding(book, twoPods)).isEmpty();
    }

    private static LogRecord down(String source, @Nullable String pod, int second) {
        return line(
                source,
                second + 1,
                NOON.plusSeconds(second),
                Entity.ofPod(pod == null ? null : "shop", pod),
                "link down");
    }

    private static boolean counted(RuleBook book, @Nullable String pod, int... seconds) {
        List<LogRecord> records = new ArrayList<>();
        for (int second : seconds) {
            records.add(down("a.log", pod, second));
        }
        return !holding(book, records).isEmpty();
    }

    /// The clauses are judged the same as by a look at each match and each further record.
    @Test
    void judgesAsALookAtEachPairWould() {
        Random random = new Random(7);
        int holding = 0;
        for (int round = 0; round < 3_000; round++) {
            Scope scope = Scope.values()[random.nextInt(Scope.values().length)];
            Order order = Order.values()[random.nextInt(3)];
            Duration within = random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(4));
            CorrelationClause clause =
                    random.nextBoolean()
                            ? new CorrelationClause.Requires(
                                    pattern("further"), scope, order, within, -1)
                            : new CorrelationClause.Unless(
                                    pattern("further"), scope, order, within, -1);
            List<LogRecord> records = new ArrayList<>();
            int size = 1 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                records.add(random(random, i + 1));
            }
            List<Observation> seen = holding(book(signature("it", "match", clause)), records);
            List<Boolean> expected = expected(clause, records);
            assertThat(!seen.isEmpty())
                    .as("%s of %s", clause, records)
                    .isEqualTo(expected.contains(true));
            holding += seen.isEmpty() ? 0 : 1;
        }
        assertThat(holding).isBetween(500, 2_500);
    }

    private static LogRecord random(Random random, int line) {
        String source = random.nextBoolean() ? "a.log" : "b.log";
        LogRecord.Builder record =
                LogRecord.of(
                        RecordKind.LOG,
                        new Origin(source, line),
                        random.nextInt(3) == 0 ? "a match" : "a further record");
        int clock = random.nextInt(4);
        if (clock == 0) {
            record.age(Duration.ofSeconds(random.nextInt(8)));
        } else if (clock < 3) {
            record.time(NOON.plusSeconds(random.nextInt(8)));
        }
        Entity entity = Entity.UNKNOWN;
        if (random.nextInt(4) > 0) {
            String namespace = random.nextInt(3) == 0 ? null : "ns-" + random.nextInt(2);
            String pod =
                    namespace == null || random.nextInt(4) == 0
                            ? null
                            : namespace + "-pod-" + random.nextInt(2);
            entity =
                    new Entity(
                            namespace,
                            pod,
                            pod == null || random.nextBoolean() ? null : "c" + random.nextInt(2),
                            random.nextInt(3) == 0 ? null : "node-" + random.nextInt(2),
                            null);
        }
        return record.entity(entity).build();
    }

    private static List<Observation> holding(RuleBook book, List<LogRecord> records) {
        ObservationStore store = store(book, records);
        return new FurtherRecords(
                        (Rule.Signature) book.rule(0).rule(), 0, store.observations(), store)
                .holding();
    }

    private static ObservationStore store(RuleBook book, List<LogRecord> records) {
        ObservationStore store = new ObservationStore(book, null);
        records.forEach(store::record);
        return store;
    }

    private static List<Boolean> expected(CorrelationClause clause, List<LogRecord> records) {
        ObservationStore store = store(book(signature("it", "match")), records);
        List<Boolean> holds = new ArrayList<>();
        for (LogRecord match : records) {
            if (match.text().equals("a match")) {
                boolean met =
                        records.stream()
                                .filter(each -> each.text().equals("a further record"))
                                .anyMatch(each -> meets(store, clause, match, each));
                holds.add(met == clause instanceof CorrelationClause.Requires);
            }
        }
        return holds;
    }

    private static boolean meets(
            ObservationStore store, CorrelationClause clause, LogRecord match, LogRecord further) {
        boolean sameSource = match.origin().source().equals(further.origin().source());
        boolean near = sameSource;
        if (clause.same() != Scope.SOURCE) {
            Entity place = store.pods().complete(match.entity());
            Entity other = store.pods().complete(further.entity());
            Scopes.Answer answer = Scopes.same(clause.same(), place, other);
            near =
                    answer == Scopes.Answer.YES
                            || (answer == Scopes.Answer.MAYBE
                                    && (sameSource
                                            || place.equals(Entity.UNKNOWN)
                                            || further.entity().equals(Entity.UNKNOWN)));
        }
        int order = 0;
        long apart = 0;
        Instant time = match.time();
        Instant otherTime = further.time();
        if (time != null && otherTime != null) {
            order = otherTime.compareTo(time);
            apart = Duration.between(time, otherTime).abs().toSeconds();
        } else if (match.age() != null && further.age() != null) {
            order = match.age().compareTo(further.age());
            apart = match.age().minus(further.age()).abs().toSeconds();
        } else if (sameSource) {
            order = Long.compare(further.origin().line(), match.origin().line());
        }
        boolean ordered =
                switch (clause.order()) {
                    case ANY -> true;
                    case BEFORE -> order <= 0;
                    case AFTER -> order >= 0;
                };
        Duration within = clause.within();
        return near && ordered && (within == null || apart <= within.toSeconds());
    }
}
