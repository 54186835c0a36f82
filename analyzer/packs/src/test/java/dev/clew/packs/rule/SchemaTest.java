package dev.clew.packs.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.clew.bundle.log.Components;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The schemas that editors use say the same as the reader does.
class SchemaTest {

    private static final Path PATTERNS =
            Path.of(System.getProperty("clew.root", "")).resolve("patterns");

    private static final String GOOD =
            """
            title: The disk is full
            severity: error
            role: cause
            match: no space left on device
            article: disk-full
            """;

    private static Schema schema(RuleReader.Type type) throws IOException {
        String name = type.name().toLowerCase(Locale.ROOT) + ".schema.json";
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(PATTERNS.resolve("schema").resolve(name)));
    }

    private static JsonNode json(String yaml) {
        return new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private static boolean readerAccepts(RuleReader.Type type, String yaml) {
        Problems problems = new Problems();
        RuleReader.read(type, "an-id", "area", "a.yaml", yaml, problems);
        return problems.list().isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theShippedFilesPassBoth(RuleReader.Type type) throws IOException {
        Schema schema = schema(type);
        String folder =
                switch (type) {
                    case SIGNATURE -> "signatures";
                    case BENIGN -> "benign";
                    case FACT -> "facts";
                };
        List<Path> files;
        try (Stream<Path> all = Files.walk(PATTERNS.resolve(folder))) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            String yaml = Files.readString(file);
            assertThat(schema.validate(json(yaml))).as("%s", file).isEmpty();
            assertThat(readerAccepts(type, yaml)).as("%s", file).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reads: {kinds: log, levels: [error, fatal], components: kubelet}",
                "explains: ['@agent-down', other-one]",
                "generic: true",
                "applies: {cilium: '>=1.8 <1.14'}",
                "across: [{count: 3, within: 10m}]",
                "across: [{unless: {field: reason, is: Pulled}, reads: {kinds: [event]}, same: pod, order: after}]",
                "hits: ['a line', {file: kubelet.log, lines: a line}]",
                "misses: [{because: it is another, lines: a line}]",
                "variants: [{match: more, reads: {kinds: log}}]",
            })
    void bothAccept(String more) throws IOException {
        String yaml = GOOD + more + "\n";
        assertThat(schema(RuleReader.Type.SIGNATURE).validate(json(yaml))).isEmpty();
        assertThat(readerAccepts(RuleReader.Type.SIGNATURE, yaml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rolle: cause",
                "reach: planet",
                "reads: {kinds: [logs]}",
                "reads: {levels: loud}",
                "reads: {components: [nobody]}",
                "reads: {who: kubelet}",
                "generic: perhaps",
                "applies: {windows: '>=11'}",
                "across: [{same: pod}]",
                "across: [{requires: a, unless: b}]",
                "across: [{count: 1}]",
                "across: [{requires: a, order: sometimes}]",
                "across: [{requires: a, same: planet}]",
                "misses: [{lines: no reason given}]",
                "hits: [{file: kubelet.log}]",
                "variants: [{reads: {kinds: log}}]",
            })
    void bothRefuse(String more) throws IOException {
        String yaml = GOOD + more + "\n";
        assertThat(schema(RuleReader.Type.SIGNATURE).validate(json(yaml))).isNotEmpty();
        assertThat(readerAccepts(RuleReader.Type.SIGNATURE, yaml)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match: ''",
                "match: {}",
                "match: {field: reason}",
                "match: {txt: typing error}",
                "match: {all: [{regex: 5, wrong: key}]}",
                "match: []",
                "article: ''",
                "severity: bad",
            })
    void bothRefuseInPlaceOf(String line) throws IOException {
        String key = line.substring(0, line.indexOf(':') + 1);
        String yaml = GOOD.replaceAll("(?m)^" + key + ".*$", line);
        assertThat(schema(RuleReader.Type.SIGNATURE).validate(json(yaml))).isNotEmpty();
        assertThat(readerAccepts(RuleReader.Type.SIGNATURE, yaml)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "severity", "role", "match", "article"})
    void bothMissWhatMustBeThere(String key) throws IOException {
        String yaml = GOOD.replaceAll("(?m)^" + key + ":.*\n", "");
        assertThat(schema(RuleReader.Type.SIGNATURE).validate(json(yaml))).isNotEmpty();
        assertThat(readerAccepts(RuleReader.Type.SIGNATURE, yaml)).isFalse();
    }

    @Test
    void theSchemaKnowsTheComponentsThatTheReaderKnows() throws IOException {
        JsonNode schema =
                new ObjectMapper()
                        .readTree(PATTERNS.resolve("schema/signature.schema.json").toFile());
        TreeSet<String> words = new TreeSet<>();
        schema.at("/$defs/reads/properties/components/oneOf/0/enum")
                .forEach(word -> words.add(word.asText()));
        assertThat(words).containsExactlyElementsOf(new TreeSet<>(Components.known()));
    }
}
