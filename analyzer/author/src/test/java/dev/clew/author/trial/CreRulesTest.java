package dev.clew.author.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules in the format of CRE, each construct with a log that it hits and one that it does not.
class CreRulesTest {

    private static final String HEAD =
            """
            rules:
              - cre:
                  id: OWN-%s
                  severity: 1
                  title: A test
                  category: test
                  cause: Something
                metadata: {kind: test, id: 9xUD1RZxGC5LJQ}
                rule:
            """;

    @TempDir private Path folder;

    @Test
    void aValueIsFoundInItsLetterCase() throws Exception {
        check(
                "set: {event: {source: cre.log.app}, match: [{value: \"Queue (main) is full\"}]}",
                at(1, "WARN Queue (main) is full"),
                at(1, "WARN queue (main) is full"));
    }

    @Test
    void aTextAloneIsAValue() throws Exception {
        check(
                "set: {event: {source: cre.log.app}, match: [\"disk is gone\"]}",
                at(1, "ERROR disk is gone"),
                at(1, "ERROR disk is here"));
    }

    @Test
    void anExpressionIsFoundAcrossTheLinesOfARecord() throws Exception {
        check(
                "set: {event: {source: cre.log.app}, match: [{regex: 'commit failed.*caused by: timeout'}]}",
                at(1, "ERROR commit failed") + "caused by: timeout\n",
                at(1, "ERROR commit failed") + at(2, "caused by nothing: timeout"));
    }

    @Test
    void anExpressionSeesTheFrameOfTheLine() throws Exception {
        check(
                "set: {event: {source: cre.log.app}, match: [{regex: '^2026-03-01T\\S+ \\[worker-\\d+\\] lost$'}]}",
                "2026-03-01T10:00:01Z [worker-7] lost\n",
                "2026-03-01T10:00:01Z [main] lost\n");
    }

    @Test
    void aSetWithCountsKeepsToItsWindow() throws Exception {
        check(
                "set: {window: 10s, event: {source: cre.log.app}, match: [{value: slow reply, count: 2}, {value: giving up}]}",
                at(1, "slow reply") + at(3, "giving up") + at(9, "slow reply"),
                at(1, "slow reply") + at(3, "giving up") + at(19, "slow reply"));
    }

    @Test
    void aSequenceKeepsToItsOrder() throws Exception {
        check(
                "sequence: {window: 10s, event: {source: cre.log.app}, order: [lease lost, {regex: 'leader (gone|changed)'}]}",
                at(1, "lease lost") + at(3, "leader gone"),
                at(1, "leader gone") + at(3, "lease lost"));
    }

    @Test
    void whatIsNegatedVoids() throws Exception {
        check(
                """
                sequence:
                      window: 30s
                      event: {source: cre.log.app}
                      order: [lease lost, leader gone]
                      negate:
                        - {value: told to stop, anchor: 1, window: 10s, absolute: true}
                """,
                at(1, "lease lost") + at(3, "leader gone") + at(20, "told to stop"),
                at(1, "lease lost") + at(3, "leader gone") + at(9, "told to stop"));
    }

    @Test
    void aNegationMaySlideBack() throws Exception {
        check(
                """
                set:
                      event: {source: cre.log.app}
                      match: [queue dropped]
                      negate: [{value: shutdown asked, slide: -30s, window: 30s}]
                """,
                at(1, "shutdown asked") + at(50, "queue dropped"),
                at(30, "shutdown asked") + at(50, "queue dropped"));
    }

    @Test
    void termsAreSharedByName() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("terms")).resolve("rule.yaml"),
                HEAD.formatted("terms")
                        + "      set: {window: 5s, event: {source: cre.log.app}, match: [gone, late]}\n"
                        + "terms:\n"
                        + "  gone: {regex: 'peer \\d+ gone', count: 2}\n"
                        + "  late: reply is late\n");
        write("terms", at(1, "peer 4 gone") + at(2, "peer 5 gone") + at(3, "reply is late"), null);
        assertThat(tried()).extracting(OwnLogs.Tried::hit).containsExactly(true);
    }

    @Test
    void aQueryReadsJson() throws Exception {
        check(
                "set: {event: {source: cre.log.app}, match: [{jq: '.level == \"error\" and .attempts > 3'}]}",
                "{\"ts\":\"2026-03-01T10:00:01Z\",\"level\":\"error\",\"msg\":\"no luck\",\"attempts\":4}\n",
                "{\"ts\":\"2026-03-01T10:00:01Z\",\"level\":\"error\",\"msg\":\"no luck\",\"attempts\":2}\n");
    }

    @Test
    void setsMayHoldSequencesOfOtherSources() throws Exception {
        check(
                """
                set:
                      window: 60s
                      match:
                        - sequence:
                            window: 10s
                            event: {source: cre.log.broker}
                            order: [disk is full, segment closed]
                        - set: {event: {source: cre.log.client}, match: [send failed]}
                """,
                at(1, "disk is full") + at(2, "segment closed") + at(30, "send failed"),
                at(1, "segment closed") + at(2, "disk is full") + at(30, "send failed"));
    }

    private void check(String rule, String hit, String miss)
            throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("a")).resolve("rule.yaml"),
                HEAD.formatted("0001") + rule.strip().indent(6));
        write("a", hit, miss);
        assertThat(tried()).extracting(OwnLogs.Tried::hit).containsExactly(true, false);
    }

    private void write(String name, String hit, @Nullable String miss) throws IOException {
        Files.writeString(folder.resolve(name).resolve("test.log"), hit);
        if (miss != null) {
            Files.writeString(folder.resolve(name).resolve("test-fp.log"), miss);
        }
    }

    private List<OwnLogs.Tried> tried() throws IOException, InterruptedException {
        return OwnLogs.below(folder);
    }

    private static String at(int second, String words) {
        return "2026-03-01T10:00:%02dZ %s%n".formatted(second, words);
    }
}
