package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.library.Relevance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final Path QUESTIONS = Run.ROOT.resolve("kb/relevance.tsv");

    private static String first(String... words) {
        List<String> arguments = new ArrayList<>(List.of("search", "-o", "json"));
        arguments.addAll(List.of(words));
        return Run.clew(arguments.toArray(String[]::new)).json().at("/results/0/id").asText();
    }

    @Test
    void aChineseQuestionIsAnsweredInChinese() {
        assertThat(Run.clew("search", "路由 CIDR 没有设置").out().lines().findFirst().orElseThrow())
                .contains("没有设置 native routing CIDR");
    }

    @Test
    void excerptsNameNoFilesAndEndWithAWord() {
        for (String question : List.of("cidr", "helm upgrade failed", "dial tcp i/o timeout")) {
            assertThat(Run.clew("search", question).out())
                    .doesNotContain(".md")
                    .doesNotContainPattern("…[a-z]");
        }
    }

    @Test
    void theRightArticleComesFirst() throws IOException {
        List<Relevance.Case> cases = Relevance.read(Files.readString(QUESTIONS));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(cases.stream().map(Relevance.Case::kind).distinct())
                .contains("plain", "line", "option", "misspelt", "zh");
        Run run = Run.clew("search", "--evaluate", QUESTIONS.toString());
        assertThat(run.err()).isEmpty();
        Matcher all =
                Pattern.compile("(?m)^all +(\\d+) +([\\d.]+) +([\\d.]+) +([\\d.]+)$")
                        .matcher(run.out());
        int tables = 0;
        while (all.find()) {
            tables++;
            assertThat(Integer.parseInt(all.group(1))).isEqualTo(cases.size());
            assertThat(Double.parseDouble(all.group(2))).as("recall@1").isGreaterThan(0.80);
            assertThat(Double.parseDouble(all.group(3))).as("recall@3").isGreaterThan(0.93);
            assertThat(Double.parseDouble(all.group(4))).as("MRR").isGreaterThan(0.86);
        }
        assertThat(tables).as("by words alone, and with signatures").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ipv4-native-routing-cidr",
                "ipv4NativeRoutingCIDR",
                "ipv4-native-routing-cidr"
            })
    void anOptionInAnyForm(String option) {
        assertThat(first("--", option)).isEqualTo("native-routing-cidr-missing");
    }

    @Test
    void theScreen() {
        Run run = Run.clew("search", "-n", "2", "crashlopbackoff");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(" 1. A container ends again and again (CrashLoopBackOff)\n")
                .contains("    crashloop-backoff · k8s-container\n")
                .contains("crashlopbackoff → crashloopbackoff")
                .contains(" 2. ")
                .doesNotContain(" 3. ")
                .doesNotContain("\u001b");
        assertThat(Run.clew("search", "--color", "always", "oom").out()).contains("\u001b[1;33m");
        assertThat(Run.clew("search", "-o", "markdown", "-n", "1", "oom").out())
                .startsWith("1. **The container was killed for its memory")
                .contains("(`container-oomkilled`)");
    }

    @Test
    void aPastedLineIsRecognised() {
        Run run =
                Run.clewReading(
                        "2022-08-22T16:34:16Z level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr\" subsys=daemon\n",
                        "search",
                        "-o",
                        "json",
                        "-");
        JsonNode first = run.json().at("/results/0");
        assertThat(first.path("id").asText()).isEqualTo("native-routing-cidr-missing");
        assertThat(first.path("recognised").asBoolean()).isTrue();
        assertThat(first.at("/signatures/0/id").asText())
                .isEqualTo("cilium-native-routing-cidr-missing");
    }

    @Test
    void conditions() {
        for (JsonNode each :
                Run.clew("search", "-o", "json", "--area", "helm", "timeout")
                        .json()
                        .path("results")) {
            assertThat(each.path("area").asText()).isEqualTo("helm");
        }
        assertThat(first("--area", "helm", "timeout")).startsWith("helm-");
        assertThat(first("--severity", "critical", "native routing"))
                .isEqualTo("native-routing-cidr-missing");
        assertThat(first("--component", "kubelet", "swap")).isEqualTo("kubelet-swap");
        Run unknown = Run.clew("search", "--cilium", "new", "x");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("'new' is no version such as 1.16");
        assertThat(Run.clew("search").status()).isEqualTo(2);
        assertThat(Run.clew("search", "qqqqzzzz").out()).contains("Nothing was found");
    }

    @Test
    void ownArticles(@TempDir Path kb) throws IOException {
        Path file = kb.resolve("printers/lp0-on-fire.md");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                ---
                title: The printer is on fire
                summary: It really is.
                kind: concept
                verified: 2026-01-01
                ---
                ## Why
                Printers are like that.
                """);
        assertThat(first("--kb", kb.toString(), "lp0 on fire")).isEqualTo("lp0-on-fire");
        assertThat(first("--kb", kb.toString(), "oom")).isEqualTo("container-oomkilled");
        assertThat(Run.clew("explain", "--kb", kb.toString(), "lp0-on-fire").out())
                .contains("Printers are like that.");
        Files.writeString(file, "no header");
        Run broken = Run.clew("search", "--kb", kb.toString(), "x");
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("lp0-on-fire.md:1:1: P313");
        assertThat(Run.clew("search", "--kb", kb + "/none", "x").err()).contains("is no folder");
    }
}
