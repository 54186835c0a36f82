package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules in the format of CRE beside the shipped signatures.
class ForeignRulesTest {

    private static final String RULES =
            """
            rules:
              - cre:
                  id: OWN-0001
                  severity: 0
                  title: The broker drops messages
                  category: test
                  cause: The queue is too small.
                  impact: Messages are lost.
                  mitigation: Make the queue larger.
                metadata: {kind: test, id: 9xUD1RZxGC5LJQ}
                rule: {set: {event: {source: cre.log.kafka}, match: [{value: "queue overrun, dropping"}]}}
            """;

    private static final String LINE =
            "2026-03-01T10:00:01Z ERROR queue overrun, dropping 4 messages\n";

    @TempDir private Path folder;

    private String line = LINE;

    @Test
    void aFindingTellsCauseAndRemedy() throws Exception {
        JsonNode finding = finding("broker.log", "own-0001");
        assertThat(finding.path("title").asText()).isEqualTo("The broker drops messages");
        assertThat(finding.toString()).contains("Make the queue larger");
    }

    @Test
    void aGuessIsAWarningAtMost() throws Exception {
        JsonNode finding = finding("unknown.log", "own-0001");
        assertThat(finding.path("severity").asText()).isEqualTo("warning");
        assertThat(finding.path("role").asText()).isNotEqualTo("cause");
    }

    @Test
    void whatTheProgramHoldsForAWarningIsOne() throws Exception {
        line = LINE.replace("ERROR", "WARN");
        JsonNode finding = finding("unknown.log", "own-0001", "--source", "cre.log.kafka=unk*.log");
        assertThat(finding.path("severity").asText()).isEqualTo("warning");
    }

    @Test
    void whereTheUserSaysWhatTheInputIsTheRuleCountsInFull() throws Exception {
        JsonNode finding = finding("unknown.log", "own-0001", "--source", "cre.log.kafka=unk*.log");
        assertThat(finding.path("severity").asText()).isEqualTo("critical");
    }

    @Test
    void whereTheUserSaysThatItIsAnotherInputTheRuleReadsNothing() throws Exception {
        Run run = analyzed("unknown.log", "--source", "cre.log.kafka=kafka*.log");
        assertThat(signatures(run)).doesNotContain("own-0001");
    }

    @Test
    void aQueryReadsAWholeObjectAndTheEvidenceShowsItsTellingMembers() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("objects"));
        Files.writeString(
                rules.resolve("rules.yaml"),
                """
                rules:
                  - cre: {id: OWN-0002, severity: 1, title: A pod sets a group, category: test}
                    metadata: {kind: test, id: 9xUD1RZxGC5LJR}
                    rule:
                      set:
                        event: {source: cre.kubernetes}
                        match: [{jq: '.kind == "Pod" and .spec.securityContext.fsGroup != null'}]
                """);
        Path pod =
                Files.writeString(
                        folder.resolve("pod.json"),
                        """
                        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":"shop"},\
                        "spec":{"securityContext":{"fsGroup":7},"containers":[{"name":"a"}]},\
                        "status":{"phase":"Running"}}
                        """);
        JsonNode findings =
                Run.clew("analyze", "-o", "json", "--patterns", rules.toString(), pod.toString())
                        .json()
                        .get("findings");
        assertThat(findings.findValuesAsText("signature")).contains("own-0002");
        assertThat(findings.get(0).at("/evidence/0/text").asText())
                .isEqualTo("status.phase: Running");
    }

    @Test
    void aSourceWithoutAGlobIsAnError() throws Exception {
        assertThat(analyzed("unknown.log", "--source", "cre.log.kafka").status()).isEqualTo(2);
    }

    @Test
    void theLineOfAnotherProgramIsNotRead() throws Exception {
        assertThat(signatures(analyzed("coredns.log"))).doesNotContain("own-0001");
    }

    /// However grave a rule from elsewhere says that it is, and however sure it is of its program.
    @Test
    void aCauseOfOursStandsFirst() throws Exception {
        line =
                LINE
                        + """
                        2026-03-01T10:00:02Z ERROR write /data/0.log: no space left on device
                        """;
        Run run = analyzed("kafka.log", "--source", "cre.log.kafka=kafka*.log");
        assertThat(signatures(run)).containsExactly("k8s-volume-full", "own-0001");
        assertThat(run.json().path("findings").path(1).path("severity").asText())
                .isEqualTo("critical");
    }

    @Test
    void aLineThatOursKnowsIsOurs() throws Exception {
        line = "2026-03-01T10:00:02Z ERROR queue overrun, dropping 4: no space left on device\n";
        Run run = analyzed("kafka.log", "--source", "cre.log.kafka=kafka*.log");
        assertThat(signatures(run).getFirst()).isEqualTo("k8s-volume-full");
    }

    @Test
    void rulesThatCanNotBeUsedAreCounted() throws Exception {
        String broken =
                RULES + "  - cre: {id: OWN-0002, severity: 1, title: b}\n    rule: {promql: {}}\n";
        Files.writeString(folder.resolve("rules.yaml"), broken);
        Files.writeString(folder.resolve("a.log"), LINE);
        Run run =
                Run.clew(
                        "analyze",
                        folder.resolve("a.log").toString(),
                        "-o",
                        "json",
                        "--no-progress",
                        "--patterns",
                        folder.toString());
        assertThat(run.err()).contains("1 rule left out");
        assertThat(signatures(run)).contains("own-0001");
    }

    private JsonNode finding(String name, String id, String... more) throws IOException {
        Run run = analyzed(name, more);
        for (JsonNode finding : run.json().path("findings")) {
            if (finding.path("signature").asText().equals(id)) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + id + ": " + run.out() + run.err());
    }

    private Run analyzed(String name, String... more) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("rules.yaml"), RULES);
        Path log = Files.writeString(folder.resolve(name), line);
        return Run.clew(
                Stream.concat(
                                Stream.of(
                                        "analyze",
                                        log.toString(),
                                        "-o",
                                        "json",
                                        "--no-progress",
                                        "--patterns",
                                        rules.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> signatures(Run run) {
        return run.json().path("findings").findValuesAsText("signature");
    }
}
