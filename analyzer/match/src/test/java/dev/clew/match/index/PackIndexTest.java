package dev.clew.match.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.match.Asked;
import dev.clew.match.RequiredLiterals;
import dev.clew.match.RuleSource;
import dev.clew.model.Applies;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Level;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.model.Software;
import dev.clew.model.Version;
import dev.clew.model.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackIndexTest {

    private static final RecordPattern EVERYTHING =
            new RecordPattern(
                    Set.of(RecordKind.LOG, RecordKind.EVENT),
                    Set.of("kubelet"),
                    Set.of(Level.ERROR),
                    new Clause.All(
                            List.of(
                                    new Clause.Text("text", "failed to pull"),
                                    new Clause.Any(
                                            List.of(
                                                    new Clause.Regex(
                                                            "message",
                                                            "image \"(?<image>[^\"]+)\""),
                                                    new Clause.In(
                                                            "reason", List.of("Failed", "")))),
                                    new Clause.None(List.of(new Clause.Exists("signal", true))),
                                    new Clause.Compare("age", Clause.Bound.AT_LEAST, "5m"))),
                    Severity.WARNING);

    private static final Rule.Signature SIGNATURE =
            new Rule.Signature(
                    "k8s-image-not-found",
                    "k8s-image",
                    "The image does not exist",
                    Severity.ERROR,
                    Role.CAUSE,
                    true,
                    Scope.WORKLOAD,
                    List.of(EVERYTHING),
                    List.of(
                            new CorrelationClause.Requires(
                                    EVERYTHING,
                                    Scope.POD,
                                    CorrelationClause.Order.BEFORE,
                                    Duration.ofMinutes(5),
                                    0),
                            new CorrelationClause.Unless(
                                    EVERYTHING, Scope.NODE, CorrelationClause.Order.ANY, null, -1),
                            new CorrelationClause.HealedBy(EVERYTHING, Scope.CONTAINER, -1),
                            new CorrelationClause.Count(
                                    3, Scope.CLUSTER, Duration.ofSeconds(90), 1)),
                    new Applies(
                            Map.of(
                                    Software.KUBERNETES,
                                    VersionRange.of(">=1.18 <1.30").orElseThrow())),
                    Set.of("k8s-crashloop-backoff"),
                    Set.of("k8s-pod-sandbox-failed"),
                    Set.of("other"),
                    "image-not-found",
                    List.of(),
                    List.of());

    private static final Rule.Benign BENIGN =
            new Rule.Benign(
                    "waiting",
                    "cilium",
                    "Waiting",
                    "It ends",
                    "https://example.org/x",
                    List.of(EVERYTHING),
                    Applies.ALWAYS,
                    Set.of("a"),
                    List.of(),
                    List.of());

    private static final Rule.Fact FACT =
            new Rule.Fact(
                    "no-literal",
                    "environment",
                    List.of(
                            new RecordPattern(
                                    Set.of(),
                                    Set.of(),
                                    Set.of(),
                                    new Clause.Regex("text", "v(?<cilium>\\d+)"))),
                    Applies.ALWAYS,
                    List.of());

    @Test
    void givesBackWhatWasWritten(@TempDir Path folder) throws IOException {
        PackIndex.write(List.of(SIGNATURE, BENIGN, FACT), folder);
        try (PackIndex index = PackIndex.open(folder)) {
            assertThat(index.size()).isEqualTo(3);
            assertThat(index.rule(0)).isEqualTo(SIGNATURE);
            assertThat(index.rule(1)).isEqualTo(BENIGN);
            assertThat(index.rule(2)).isEqualTo(FACT);
            assertThat(index.find("waiting")).isEqualTo(1);
            assertThat(index.find("nothing")).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FAILED to, -, -, -, 0 1",
                "a*b, -, -, -, ''",
                "-, reason, -, -, 0 1",
                "-, text, -, -, 0 1 2",
                "-, nosuch, -, -, ''",
                "-, -, kubernetes, -, 0",
                "-, -, kubernetes, 1.20, 0",
                "-, -, kubernetes, 1.99, ''",
                "pull, age, kubernetes, -, 0",
            })
    void findsRulesByWhatTheyAskFor(
            @Nullable String literal,
            @Nullable String field,
            @Nullable String software,
            @Nullable String version,
            String expected,
            @TempDir Path folder)
            throws IOException {
        Asked asked =
                new Asked(
                        literal,
                        field,
                        software == null ? null : Software.of(software).orElseThrow(),
                        version == null ? null : Version.of(version).orElseThrow());
        List<Rule> rules = List.of(SIGNATURE, BENIGN, FACT);
        PackIndex.write(rules, folder);
        try (PackIndex index = PackIndex.open(folder)) {
            assertThat(ordinals(index.asked(asked))).isEqualTo(expected);
        }
        assertThat(ordinals(RuleSource.of(rules).asked(asked))).isEqualTo(expected);
    }

    private static String ordinals(BitSet found) {
        return found.stream().mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    @Test
    void makesItsTablesAgainWhereTheyAreMissingCutOffOrOfAnotherIndex(@TempDir Path temp)
            throws IOException {
        Path folder = temp.resolve("pack");
        Path other = temp.resolve("other");
        PackIndex.write(List.of(SIGNATURE, BENIGN, FACT), folder);
        PackIndex.write(List.of(FACT, BENIGN), other);
        Path tables = folder.resolve("tables.bin");
        byte[] right = Files.readAllBytes(tables);
        List<byte[]> wrong =
                List.of(
                        new byte[0],
                        new byte[64],
                        Arrays.copyOf(right, 40),
                        Files.readAllBytes(other.resolve("tables.bin")));
        for (byte[] each : wrong) {
            Files.write(tables, each);
            try (PackIndex index = PackIndex.open(folder)) {
                assertThat(index.size()).isEqualTo(3);
                assertThat(index.rule(1)).isEqualTo(BENIGN);
            }
            assertThat(Files.readAllBytes(tables)).isEqualTo(right);
        }
        Files.delete(tables);
        try (PackIndex index = PackIndex.open(folder)) {
            assertThat(index.find("waiting")).isEqualTo(1);
        }
        assertThat(tables).exists();
    }

    @Test
    void knowsWhatItsExpressionsGuarantee(@TempDir Path folder) throws IOException {
        String expression = "(?:pod|node) (?<name>\\S+) is (?:not )?gone";
        Rule fact =
                new Rule.Fact(
                        "gone",
                        "k8s",
                        List.of(
                                new RecordPattern(
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        new Clause.All(
                                                List.of(new Clause.Regex("text", expression))))),
                        Applies.ALWAYS,
                        List.of());
        PackIndex.write(List.of(FACT, fact), folder);
        try (PackIndex index = PackIndex.open(folder)) {
            RuleSource.Prepared prepared = index.prepared(1);
            assertThat(prepared.rule()).isEqualTo(fact);
            assertThat(prepared.texts().apply(expression))
                    .isEqualTo(RequiredLiterals.inAnyMatch(expression))
                    .contains(List.of("gone"));
        }
    }

    @Test
    void hasTheTriggersOfTheRules(@TempDir Path folder) throws IOException {
        PackIndex.write(List.of(SIGNATURE, FACT), folder);
        List<String> triggers = new ArrayList<>();
        try (PackIndex index = PackIndex.open(folder)) {
            for (boolean lines : new boolean[] {true, false}) {
                String kind = lines ? "line " : "object ";
                index.triggers(
                        lines,
                        new RuleSource.TriggerSink() {
                            @Override
                            public void whereRead(int ordinal) {
                                triggers.add("read " + ordinal);
                            }

                            @Override
                            public void literal(String literal, int ordinal) {
                                triggers.add(kind + literal + " " + ordinal);
                            }

                            @Override
                            public void every(int ordinal) {
                                triggers.add("every " + kind + ordinal);
                            }
                        });
            }
        }
        assertThat(triggers)
                .containsExactlyInAnyOrder(
                        "line failed to pull 0",
                        "object failed to pull 0",
                        "every line 1",
                        "every object 1");
    }
}
