package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reports in the formats of other programs, read by those programs or by their schemas.
class ReportFormatsTest {

    private static final String ROOT = "cilium-native-routing-cidr-missing";
    private static final String SAMPLE = Run.sample("native-routing-cidr");

    @TempDir Path folder = Path.of("");

    @Test
    void buildServersAreToldWhatWasNotRead() throws IOException {
        Path binary = Files.write(folder.resolve("core"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1});
        String sample = Run.sample("helm-name-in-use");
        String junit = Run.clew("analyze", "-o", "junit", binary.toString(), sample).out();
        assertThat(junit).contains("skipped=\"1\"").contains("message=\"not text\"");
        JsonNode run =
                Run.clew("analyze", "-o", "sarif", binary.toString(), sample).json().at("/runs/0");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
                .contains("core: not text");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asText())
                .startsWith("file:///");
    }

    @Test
    void sarifIsWhatItsSchemaAsksFor() throws IOException {
        Run run = Run.clew("analyze", "-o", "sarif", SAMPLE);
        JsonNode sarif = run.json();
        try (InputStream schema =
                getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                    .getSchema(
                                            new String(
                                                    schema.readAllBytes(), StandardCharsets.UTF_8))
                                    .validate(sarif))
                    .isEmpty();
        }
        JsonNode first = sarif.at("/runs/0/results/0");
        assertThat(first.path("ruleId").asText()).isEqualTo(ROOT);
        assertThat(first.path("level").asText()).isEqualTo("error");
        assertThat(first.at("/properties/rootCause").asBoolean()).isTrue();
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(33);
        assertThat(sarif.at("/runs/0/tool/driver/rules/0/helpUri").asText())
                .startsWith("https://docs.cilium.io/");
    }

    @Test
    void reportsAreWhatThePublishedSchemaSays() throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Run.ROOT.resolve("docs/report.schema.json")));
        List<Path> samples;
        try (Stream<Path> all = Files.list(Run.ROOT.resolve("samples"))) {
            samples = all.filter(Files::isDirectory).toList();
        }
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            JsonNode report = Run.clew("analyze", "-o", "json", sample.toString()).json();
            assertThat(schema.validate(report)).as(sample.toString()).isEmpty();
            ((ObjectNode) report).put("verdict", "fine");
            assertThat(schema.validate(report)).as(sample.toString()).isNotEmpty();
        }
    }

    @Test
    void junitIsReadByMavensOwnReader() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Run run =
                Run.clew(
                        "analyze",
                        "-o",
                        "junit",
                        "--out",
                        reports.resolve("TEST-clew.xml").toString(),
                        SAMPLE);
        assertThat(run.status()).isZero();
        List<ReportTestSuite> suites =
                new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger())
                        .parseXMLReportFiles();
        assertThat(suites).hasSize(1);
        assertThat(suites.getFirst().getNumberOfFailures()).isPositive();
        assertThat(
                        suites.getFirst().getTestCases().stream()
                                .filter(each -> !each.isSuccessful())
                                .map(each -> each.getName() + each.getFailureMessage()))
                .anyMatch(failure -> failure.contains(ROOT));
    }

    @Test
    void junitOfAHealthyInputHasNoFailure() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Run.clew(
                "analyze",
                "-o",
                "junit",
                "--out",
                reports.resolve("TEST-clew.xml").toString(),
                Run.sample("healthy"));
        List<ReportTestSuite> suites =
                new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger())
                        .parseXMLReportFiles();
        assertThat(suites).hasSize(1);
        assertThat(suites.getFirst().getNumberOfFailures()).isZero();
    }

    @Test
    void yamlSaysTheSameAsJson() {
        Object yaml =
                new Load(LoadSettings.builder().build())
                        .loadFromString(Run.clew("analyze", "-o", "yaml", SAMPLE).out());
        JsonNode json = Run.clew("analyze", "-o", "json", SAMPLE).json();
        assertThat(new ObjectMapper().valueToTree(yaml).toString()).isEqualTo(json.toString());
    }

    @Test
    void markdownHasTheCauseAsAHeadingAndTheFixAsCode() {
        Node page =
                Parser.builder().build().parse(Run.clew("analyze", "-o", "markdown", SAMPLE).out());
        List<String> headings = new ArrayList<>();
        List<String> code = new ArrayList<>();
        page.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        StringBuilder text = new StringBuilder();
                        heading.accept(
                                new AbstractVisitor() {
                                    @Override
                                    public void visit(Text each) {
                                        text.append(each.getLiteral());
                                    }
                                });
                        headings.add(text.toString());
                    }

                    @Override
                    public void visit(FencedCodeBlock block) {
                        code.add(block.getLiteral());
                    }
                });
        assertThat(headings).anyMatch(heading -> heading.contains("native routing CIDR"));
        assertThat(code)
                .anyMatch(block -> block.contains("level=fatal"))
                .anyMatch(block -> block.contains("--set ipv4NativeRoutingCIDR="));
    }

    @Test
    void htmlIsOnePageThatNeedsNothingElse() {
        String page = Run.clew("analyze", "-o", "html", SAMPLE).out();
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src &#39;none&#39;")
                .contains("The agent exits because native routing is on")
                .contains("<code>cilium-native-routing-cidr-missing</code>")
                .containsPattern("[1-9]\\d % sure")
                .contains("level=fatal msg=")
                .contains("--set ipv4NativeRoutingCIDR=")
                .doesNotContainPattern(
                        "<(?:script|img|iframe)[^>]* src=|<link[^>]* href=\"(?!data:)")
                .doesNotContainPattern("url\\((?!data:|#)|@import|fetch\\(|XMLHttpRequest");
    }

    @Test
    void textFromALogCannotBecomeMarkup() throws IOException {
        Path log = folder.resolve("evil.log");
        Files.writeString(
                log,
                "level=fatal msg=\"Error while creating daemon\" error=\"native routing cidr must be configured ``` </testcase> ]]> <script>alert(1)</script> \u001b[31m\" subsys=daemon\n");
        String markdown = Run.clew("analyze", "-o", "markdown", log.toString()).out();
        List<String> html = new ArrayList<>();
        Parser.builder()
                .build()
                .parse(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(org.commonmark.node.HtmlBlock block) {
                                html.add(block.getLiteral());
                            }

                            @Override
                            public void visit(org.commonmark.node.HtmlInline inline) {
                                html.add(inline.getLiteral());
                            }
                        });
        assertThat(html).noneMatch(tag -> tag.contains("script"));
        assertThat(Run.clew("analyze", "-o", "html", log.toString()).out())
                .doesNotContain("<script>alert", "\u001b")
                .contains("&lt;script&gt;alert");
        assertThat(Run.clew("analyze", log.toString()).out()).doesNotContain("\u001b");
        assertThat(Run.clew("analyze", "-o", "junit", log.toString()).out())
                .doesNotContain("<script>");
    }

    @Test
    void aBaselineSetsKnownFindingsAsideUntilItExpires() throws IOException {
        Path baseline = folder.resolve("known.yaml");
        Files.writeString(
                baseline,
                """
                known:
                - signature: helm-name-in-use
                  owner: platform team
                  reason: the second installation is meant to fail
                  expires: 2999-01-01
                """);
        Run run =
                Run.clew(
                        "analyze",
                        "-o",
                        "json",
                        "--fail-on",
                        "error",
                        "--baseline",
                        baseline.toString(),
                        Run.sample("helm-name-in-use"));
        assertThat(run.status()).isZero();
        assertThat(run.findings("error")).isEmpty();
        assertThat(run.err()).contains("1 known findings set aside");
        Files.writeString(baseline, Files.readString(baseline).replace("2999-01-01", "2020-01-01"));
        Run expired =
                Run.clew(
                        "analyze",
                        "-o",
                        "json",
                        "--fail-on",
                        "error",
                        "--baseline",
                        baseline.toString(),
                        Run.sample("helm-name-in-use"));
        assertThat(expired.status()).isEqualTo(1);
        assertThat(expired.err()).contains("expired on 2020-01-01");
    }

    @Test
    void twoBundlesAreCompared() {
        Run worse = Run.clew("diff", Run.sample("healthy"), SAMPLE);
        assertThat(worse.out()).containsIgnoringCase("new").contains(ROOT);
        Run better = Run.clew("diff", SAMPLE, Run.sample("healthy"));
        assertThat(better.out()).containsIgnoringCase("gone").contains(ROOT);
    }
}
