package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The web pages of the knowledge base, as files and in a browser.
class SiteTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#?]+)[^\"]*\"");

    @TempDir static Path folder;

    @BeforeAll
    static void write() {
        Run run = Run.clew("kb", "site", folder.resolve("site").toString());
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(100);
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.startsWith("https://") && !target.startsWith("data:")) {
                    links++;
                    assertThat(page.resolveSibling(target)).as(page + " links").exists();
                }
            }
        }
        assertThat(links).isGreaterThan(300);
    }

    @Test
    void theCopyInTheDocsIsFresh() throws IOException {
        Path copy = Run.ROOT.resolve("docs/kb");
        Path fresh = folder.resolve("site");
        String advice = "rm -r docs/kb && ./clew kb site docs/kb";
        assertThat(files(copy)).as(advice).isEqualTo(files(fresh));
        for (String file : files(fresh)) {
            assertThat(copy.resolve(file)).as(advice).hasSameTextualContentAs(fresh.resolve(file));
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void pagesHoldNoScriptsOfTheirOwn() throws IOException {
        for (Path page : pages()) {
            String html = Files.readString(page);
            assertThat(html).contains("Content-Security-Policy").doesNotContain("<script>");
            assertThat(html.toLowerCase(java.util.Locale.ROOT)).doesNotContain(" style=");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--ipv4-native-routing-cidr, cilium-config/native-routing-cidr-missing.html",
        "ipv4NativeRoutingCIDR, cilium-config/native-routing-cidr-missing.html",
        "crashlopbackoff, k8s-container/crashloop-backoff.html",
        "容器反复重启, k8s-container/crashloop-backoff.html",
        "exit code 137, k8s-container/container-oomkilled.html",
        "2024-01-01T00:00:00Z kubelet: running with swap on is not supported,"
                + " k8s-node/kubelet-swap.html",
    })
    void theSearchFinds(String words, String first) throws Exception {
        String query = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
        Shown page = open("index.html?q=" + query);
        assertThat(page.console()).isEmpty();
        Matcher result = Pattern.compile("<li><a href=\"([^\"]+)\"").matcher(page.dom());
        assertThat(result.find()).as(page.dom()).isTrue();
        assertThat(result.group(1)).isEqualTo(first);
        assertThat(page.dom()).contains("<div class=\"areas\" id=\"areas\" hidden=\"\">");
    }

    @Test
    void anArticleAndTheIndexOpenQuietly() throws Exception {
        Shown index = open("index.html");
        assertThat(index.console()).isEmpty();
        assertThat(index.dom()).contains(" articles.</p>").contains("<h2 id=\"helm\">helm</h2>");
        Shown article = open("k8s-node/kubelet-swap.html");
        assertThat(article.console()).isEmpty();
        assertThat(article.dom()).contains("<pre data-risk=").contains("lang=\"zh\"");
    }

    /// @param dom the page after its scripts ran
    /// @param console what it wrote to the console
    private record Shown(String dom, List<String> console) {}

    private static Shown open(String address) throws Exception {
        String browser = Browsers.program();
        Path out = Files.createTempFile(folder, "dom", ".html");
        Path err = Files.createTempFile(folder, "console", ".log");
        Path site = folder.resolve("site").resolve(address.replaceFirst("\\?.*", ""));
        String query = address.contains("?") ? address.substring(address.indexOf('?')) : "";
        Process process =
                new ProcessBuilder(
                                browser,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                                "--virtual-time-budget=10000",
                                "--dump-dom",
                                site.toUri() + query)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the browser did not end");
        }
        return new Shown(
                Files.readString(out),
                Files.readString(err).lines().filter(line -> line.contains(":CONSOLE")).toList());
    }
}
