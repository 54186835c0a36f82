package dev.clew.packs.cre;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.match.LineMarks;
import dev.clew.match.LiteralPrefilter;
import dev.clew.match.RuleSource;
import dev.clew.packs.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which lines of a large log are read for rules that were written for other programs.
class LinesWorthReadingTest {

    private static final String RULE =
            """
            rules:
              - cre: {id: OWN-0003, severity: 1, title: The replica is lost, category: test}
                metadata: {kind: test, id: 9xUD1RZxGC5LJQ}
                rule: {set: {event: {source: cre.log.redis}, match: [{regex: "replica.*timeout"}]}}
            """;

    private static final String OTHER = "level=info msg=\"request served\" timeout=30s";

    private String component = "";

    @Test
    void aLineWithOneOfTheWordsIsLeftOut() {
        assertThat(read(OTHER, OTHER)).isEmpty();
    }

    @Test
    void aLineWithAllOfThemIsRead() {
        String line = "level=info msg=\"Replica 3 lost\" reason=timeout";
        assertThat(read(OTHER, line, OTHER)).containsExactly(line);
    }

    @Test
    void whatMayGoOnWithALineIsReadWithIt() {
        String first = "level=error msg=\"replica 3 lost\"";
        String next = "   after a timeout of 30 s";
        assertThat(read(first, next, OTHER)).contains(first);
    }

    @Test
    void aRecordOfAContainerMayHaveSeveralLines() {
        String stamp = "2026-03-01T10:00:01.5Z stdout F ";
        String next = stamp + "   after a timeout of 30 s";
        String first = stamp + "replica 3 lost";
        assertThat(read(first, next, stamp + OTHER)).contains(first);
    }

    @Test
    void theLinesOfAnotherProgramAreLeftOut() {
        component = "kubelet";
        assertThat(read("level=info msg=\"replica 3: timeout\"")).isEmpty();
    }

    private List<String> read(String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        LineMarks marks = new LineMarks(bytes, 0, bytes.length);
        new LiteralPrefilter(
                        RuleSource.of(
                                CreFile.read("own.yaml", RULE, new Problems()).stream()
                                        .map(CreRule::signature)
                                        .toList()))
                .mark(bytes, 0, bytes.length, component, marks, (start, end) -> false);
        List<String> read = new ArrayList<>();
        marks.forEach((start, end) ->
                read.add(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
        return read;
    }
}
