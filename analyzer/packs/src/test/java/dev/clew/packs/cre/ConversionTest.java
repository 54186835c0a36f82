package dev.clew.packs.cre;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules of CRE in our form, and signatures of ours in that of CRE.
class ConversionTest {

    private static final String HEAD =
            """
            rules:
              - cre: {id: OWN-0005, severity: 1, title: The queue is full, category: test}
                metadata: {kind: test, id: 9xUD1RZxGC5LJQ}
            """;

    @TempDir private Path folder;

    @Test
    void aRuleOfOneConditionLosesNothing() throws IOException {
        Converted own =
                toOwn(
                        "set: {event: {source: cre.log.kafka}, match: [{regex: 'queue of \\d+ is full'}]}");
        assertThat(own.losses()).isEmpty();
        assertThat(own.missing()).isEmpty();
        Rule.Signature signature = read(own);
        assertThat(signature.hits().getFirst().lines()).isEqualTo("a queue of 4 is full\n");
        assertThat(signature.match().getFirst().components()).contains("kafka");

        Converted back = CreForm.of(signature, null).orElseThrow();
        assertThat(back.losses()).isEmpty();
        assertThat(back.files().values().iterator().next())
                .contains("- regex: 'queue of \\d+ is full'");
    }

    @Test
    void whatASequenceLosesIsTold() throws IOException {
        Converted own =
                toOwn(
                        "sequence: {window: 5s, event: {source: cre.log.kafka}, order: [{value: queue opened}, {value: queue closed}]}");
        assertThat(own.losses()).containsExactly("that each record is part of one match only");
        assertThat(read(own).across()).hasSize(1);
    }

    @Test
    void aQueryIsLost() throws IOException {
        Converted own =
                toOwn(
                        "set: {event: {source: cre.log.kafka}, match: [{jq: 'select(.status == 500)'}]}");
        assertThat(own.losses()).containsExactly("a query of jq: select(.status == 500)");
    }

    @Test
    void whatIsNotThereIsToBeWritten() {
        CreRule rule =
                rule("set: {event: {source: cre.log.kafka}, match: [{value: queue is full}]}");
        assertThat(OwnForm.of(rule, "own", Optional.empty(), Optional.empty()).missing())
                .containsExactly("'hits'", "'misses'");
    }

    @Test
    void conditionsOfOneRecordAreCutToTheFirst() throws IOException {
        Rule.Signature signature =
                read(
                        Map.of(
                                "signatures/own/a.yaml",
                                """
                                title: The queue is full
                                severity: error
                                role: cause
                                match:
                                  all: [queue is full, {field: level, is: error}]
                                article: a
                                hits: [queue is full]
                                misses: [{because: it is open, lines: queue is open}]
                                """));
        assertThat(CreForm.of(signature, null).orElseThrow().losses())
                .contains("that several conditions hold for one record: only the first is kept");
    }

    @Test
    void aNameStandsOnceInAnExpression() {
        assertThat(GroupNames.once("(?<a>x)|(?P<a>y)|(?<b>z)|\\(?<a>"))
                .isEqualTo("(?<a>x)|(?:y)|(?<b>z)|\\(?<a>");
    }

    private static CreRule rule(String rule) {
        Problems problems = new Problems();
        List<CreRule> rules =
                CreFile.read("own.yaml", HEAD + "    rule: {" + rule + "}\n", problems);
        assertThat(problems.list()).isEmpty();
        return rules.getFirst();
    }

    private static Converted toOwn(String rule) {
        return OwnForm.of(
                rule(rule),
                "own",
                Optional.of("a queue of 4 is full\n"),
                Optional.of("the queue is open\n"));
    }

    private Rule.Signature read(Converted converted) throws IOException {
        return read(converted.files());
    }

    private Rule.Signature read(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Problems problems = new Problems();
        List<PackFolder.Entry> entries = PackFolder.read(folder, problems);
        assertThat(problems.list()).isEmpty();
        return (Rule.Signature) entries.getFirst().rule();
    }
}
