package dev.clew.match;

import static dev.clew.match.TestRecords.log;
import static dev.clew.match.TestRecords.pattern;
import static dev.clew.match.TestRecords.regex;
import static dev.clew.match.TestRecords.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Clause;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompiledPatternTest {

    private static boolean meets(Clause clause, LogRecord record) {
        return CompiledPattern.of(pattern(clause)).match(record).isPresent();
    }

    @Test
    void textIsFoundWhateverItsCase() {
        assertThat(
                        meets(
                                text("address already in use"),
                                log("bind: Address already in use").build()))
                .isTrue();
        assertThat(meets(text("address already in use"), log("address in use").build())).isFalse();
    }

    @Test
    void expressionsCaptureWhatTheyName() {
        LogRecord record = log("listen tcp 127.0.0.1:9879: bind: address already in use").build();
        Optional<Map<String, String>> captures =
                CompiledPattern.of(
                                pattern(
                                        regex(
                                                "listen (?<protocol>tcp|udp) \\S*?:(?<port>\\d+): bind")))
                        .match(record);
        assertThat(captures).contains(Map.of("protocol", "tcp", "port", "9879"));
    }

    @Test
    void fieldsAreComparedAsWordsNumbersDurationsAndAmounts() {
        LogRecord record =
                log("x").field("reason", "OOMKilled")
                        .field("restarts", "12")
                        .field("waited", "4m43s")
                        .field("limit", "30Mi")
                        .build();
        assertThat(meets(new Clause.In("reason", List.of("Error", "oomkilled")), record)).isTrue();
        assertThat(meets(new Clause.In("reason", List.of("OOM")), record)).isFalse();
        assertThat(meets(new Clause.In("message", List.of("")), record)).isFalse();
        assertThat(meets(new Clause.In("signal", List.of("")), record)).isTrue();
        assertThat(meets(new Clause.Compare("restarts", Clause.Bound.AT_LEAST, "12"), record))
                .isTrue();
        assertThat(meets(new Clause.Compare("restarts", Clause.Bound.AT_LEAST, "13"), record))
                .isFalse();
        assertThat(meets(new Clause.Compare("waited", Clause.Bound.AT_LEAST, "4m"), record))
                .isTrue();
        assertThat(meets(new Clause.Compare("waited", Clause.Bound.AT_MOST, "4m"), record))
                .isFalse();
        assertThat(meets(new Clause.Compare("limit", Clause.Bound.AT_MOST, "1Gi"), record))
                .isTrue();
        assertThat(meets(new Clause.Compare("missing", Clause.Bound.AT_LEAST, "1"), record))
                .isFalse();
        assertThat(meets(new Clause.Exists("limit", true), record)).isTrue();
        assertThat(meets(new Clause.Exists("limit", false), record)).isFalse();
    }

    @Test
    void clausesCombine() {
        Clause clause =
                new Clause.All(
                        List.of(
                                text("back-off"),
                                new Clause.Any(List.of(text("restarting"), text("again"))),
                                new Clause.None(List.of(text("pulling")))));
        assertThat(meets(clause, log("Back-off restarting failed container").build())).isTrue();
        assertThat(meets(clause, log("Back-off restarting, pulling image").build())).isFalse();
        assertThat(meets(clause, log("Back-off").build())).isFalse();
    }

    @Test
    void recordsOfOthersAreNotReadAndUnknownOnesAre() {
        RecordPattern agent =
                new RecordPattern(
                        Set.of(RecordKind.LOG),
                        Set.of("cilium-agent"),
                        Set.of(Level.FATAL),
                        text("exit"));
        CompiledPattern compiled = CompiledPattern.of(agent);
        assertThat(compiled.match(log("exit").component("cilium-agent").level(Level.FATAL).build()))
                .isPresent();
        assertThat(compiled.match(log("exit").build())).isPresent();
        assertThat(compiled.match(log("exit").component("kubelet").build())).isEmpty();
        assertThat(compiled.match(log("exit").level(Level.INFO).build())).isEmpty();
        assertThat(
                        compiled.match(
                                LogRecord.of(RecordKind.TEXT, log("").build().origin(), "exit")
                                        .build()))
                .isEmpty();
    }
}
