package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.library.Library;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.report.html.About;
import dev.clew.report.html.HtmlReport;
import dev.clew.report.words.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report in HTML, as a file.
class HtmlReportTest {

    /// Tags and attributes that the program never writes.
    private static final Pattern TAG_OF_INPUT =
            Pattern.compile("<(?:img|iframe|object|embed|form)\\b[^>]*|<[^>]*\\s(?:on\\w+|style)=");

    static final String EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /// Scripts in a line of a log, in a path, in the name of a pod and of a node.
    static Path hostile(Path folder) throws IOException {
        Path evil = Files.createDirectories(folder.resolve("a\"><script>alert(3)<"));
        Files.writeString(
                evil.resolve("script>'cilium.log"),
                """
                level=error msg="failed: %s" subsys=daemon
                level=fatal msg="Error while creating daemon" error="invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade --tunnel=disabled --ipam=%s --enable-ipv4=true" subsys=daemon
                """
                        .formatted(EVIL, "<script>alert(4)</script>"));
        Files.writeString(
                folder.resolve("pods.json"),
                """
                {"kind":"List","apiVersion":"v1","items":[{"kind":"Pod","apiVersion":"v1",
                "metadata":{"name":"<img src=x onerror=alert(5)>","namespace":"shop\\"><b>"},
                "spec":{"nodeName":"<iframe src='javascript:alert(6)'>","containers":[{"name":"c","image":"x"}]},
                "status":{"phase":"Pending","containerStatuses":[{"name":"c","ready":false,"restartCount":9,
                "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off <object data=x>"}}}]}}]}
                """);
        return folder;
    }

    private static String html(String... more) {
        List<String> arguments = new ArrayList<>(List.of("analyze", "-q", "-o", "html"));
        arguments.addAll(List.of(more));
        Run run = Run.clew(arguments.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void nothingOfTheInputBecomesMarkup(@TempDir Path folder) throws IOException {
        String page = html("--lang", "en", hostile(folder).toString());
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)");
        String tags =
                page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "")
                        .replaceAll("\"[^\"]*\"", "\"\"");
        assertThat(tags.length()).isGreaterThan(5_000);
        assertThat(TAG_OF_INPUT.matcher(tags).results().map(each -> each.group())).isEmpty();
        assertThat(page.split("<script", -1)).hasSize(2);
    }

    @Test
    void theFileAsksNothingOfTheNetwork() {
        String page =
                html("--lang", "en", Run.ROOT.resolve("samples/native-routing-cidr").toString());
        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("@import", "url(", "src=\"http", "<link rel=\"stylesheet");
        assertThat(page).contains("The agent exits because native routing is on");
        assertThat(page).containsPattern("SHA-256 <code>[0-9a-f]{64}</code>");
    }

    @Test
    void theWordsAreThoseOfTheLanguage() {
        Path sample = Run.ROOT.resolve("samples/native-routing-cidr");
        assertThat(html("--lang", "zh", sample.toString()))
                .contains("<html lang=\"zh-CN\">", ">证据<", ">处理<", "会中断业务")
                .doesNotContain(">Proof<", ">Fix<", ">disruptive<");
        assertThat(html("--lang", "en", sample.toString()))
                .contains("<html lang=\"en\">", ">Proof<", ">Fix<");
    }

    @Test
    void aCalmInputIsCalm() {
        assertThat(html("--lang", "en", Run.ROOT.resolve("samples/healthy").toString()))
                .contains("Nothing known to be wrong was found.", "Judged")
                .doesNotContain("class=\"incident");
    }

    @Test
    void theFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("report.html");
        Run run =
                Run.clew(
                        "analyze",
                        "-o",
                        "html",
                        "--out",
                        out.toString(),
                        Run.ROOT.resolve("samples/slow-image-pull").toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).startsWith("<!doctype html>").endsWith("</html>\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    /// The diagnosis of all samples, each incident so many times.
    static Diagnosis many(int times) throws IOException, InterruptedException {
        Run.clew("--version");
        List<Rule> rules =
                PackFolder.read(Run.ROOT.resolve("patterns"), new Problems()).stream()
                        .map(PackFolder.Entry::rule)
                        .toList();
        try (Library library =
                Library.open(Run.ROOT.resolve("analyzer/dist/target/clew/library"))) {
            Diagnosis one =
                    new Analysis(RuleBook.of(RuleSource.of(rules)), library)
                            .run(
                                    List.of(Run.ROOT.resolve("samples").toString()),
                                    InputStream.nullInputStream());
            List<Finding> findings = new ArrayList<>();
            List<Incident> incidents = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                String copy = "x" + i;
                for (Finding each : one.findings()) {
                    findings.add(named(each, each.id() + copy));
                }
                for (Incident each : one.incidents()) {
                    incidents.add(
                            new Incident(
                                    each.root() + copy,
                                    each.symptoms().stream().map(id -> id + copy).toList(),
                                    each.confidence(),
                                    each.rootEntities(),
                                    each.chain(),
                                    each.trigger()));
                }
            }
            return one.with(incidents, findings);
        }
    }

    private static Finding named(Finding finding, String id) {
        return new Finding(
                id,
                finding.signature(),
                finding.basis(),
                finding.count(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.age(),
                finding.assumed(),
                finding.transience(),
                finding.healedBy(),
                finding.subjects(),
                finding.occurrences(),
                finding.values(),
                finding.evidence(),
                finding.article(),
                finding.advice(),
                finding.reasons());
    }

    static String page(Diagnosis diagnosis) {
        About about = new About("test", "", Instant.EPOCH, List.of(), false);
        return HtmlReport.page(diagnosis, about, Phrases.in("en"));
    }

    @Test
    void aReportOfAThousandFindingsIsSmallAndSaysWhatItLeftOut() throws Exception {
        Diagnosis diagnosis = many(120);
        assertThat(diagnosis.findings()).hasSizeGreaterThan(1_000);
        String page = page(diagnosis);
        assertThat(page.length()).isBetween(200_000, 3_000_000);
        assertThat(page).contains("This report was kept small:");
        assertThat(page.split("<article", -1)).hasSizeBetween(21, 62);
    }
}
