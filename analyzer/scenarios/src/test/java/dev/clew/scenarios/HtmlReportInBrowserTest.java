package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.testkit.browser.Browser;
import dev.clew.testkit.browser.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The report in HTML, as people use it: in a browser.
class HtmlReportInBrowserTest {

    @TempDir static Path folder;

    private static @Nullable Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browsers.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path report(String language, Path... inputs) throws IOException {
        Path out = Files.createTempFile(folder, "report", ".html");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "analyze",
                                "-q",
                                "-o",
                                "html",
                                "--lang",
                                language,
                                "--out",
                                out.toString()));
        for (Path each : inputs) {
            arguments.add(each.toString());
        }
        Run run = Run.clew(arguments.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        return out;
    }

    private static Path sample(String name) {
        return Run.ROOT.resolve("samples").resolve(name);
    }

    private static Page open(Path file) throws Exception {
        Page page = java.util.Objects.requireNonNull(browser).open("data:text/html,");
        page.media(false, false);
        page.size(1200, 900, 1, false);
        page.go(file.toUri().toString());
        return page;
    }

    /// All samples, an error that nothing knows, and a file that can't be read to its end.
    private static Path everything() throws IOException {
        Path extra = Files.createDirectories(folder.resolve("extra"));
        Files.writeString(
                extra.resolve("own.log"),
                "2026-03-01T10:00:00Z ERROR order 4711 could not be filed: the ledger is shut\n");
        Files.write(
                extra.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0});
        return report("en", Run.ROOT.resolve("samples"), extra);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native-routing-cidr", "healthy", "slow-image-pull"})
    void opensQuietlyAndIsAccessible(String name) throws Exception {
        for (String language : List.of("en", "zh")) {
            Page page = open(report(language, sample(name)));
            assertThat(page.problems()).isEmpty();
            Axe.check(page, name + " " + language);
            page.media(true, false);
            Axe.check(page, name + " dark");
            page.media(false, false);
            page.size(390, 844, 2, true);
            Axe.check(page, name + " phone");
        }
    }

    @Test
    void everyPartIsAccessibleWhenAllIsUnfolded() throws Exception {
        Page page = open(everything());
        assertThat(page.problems()).isEmpty();
        page.eval("document.querySelectorAll('details').forEach(d => d.open = true); true");
        assertThat(
                        page.eval(
                                        "document.querySelectorAll('#unknown, #notread, #nodes,"
                                                + " #timeline').length")
                                .asInt())
                .isEqualTo(4);
        Axe.check(page, "everything");
        page.media(true, false);
        Axe.check(page, "everything dark");
    }

    @Test
    void scriptsOfTheInputDoNotRun() throws Exception {
        Page page = open(report("en", HtmlReportTest.hostile(folder.resolve("hostile"))));
        assertThat(page.problems()).isEmpty();
        assertThat(page.eval("document.scripts.length").asInt()).isEqualTo(1);
        assertThat(page.eval("document.querySelectorAll('img, iframe, object').length").asInt())
                .isZero();
        assertThat(page.text("document.body.textContent")).contains(HtmlReportTest.EVIL);
    }

    @Test
    void thePolicyStopsWhatIsPutIn() throws Exception {
        Page page = open(report("en", sample("native-routing-cidr")));
        page.eval(
                "(() => { const s = document.createElement('script'); s.textContent = 'window.ran ="
                        + " 1'; document.body.append(s); const i = new Image(); i.src ="
                        + " 'http://127.0.0.1:1/x'; document.body.append(i); })()");
        page.await("true");
        assertThat(page.eval("window.ran === undefined").asBoolean()).isTrue();
        assertThat(String.join("\n", page.problems()))
                .contains("Content Security Policy")
                .contains("script-src");
    }

    @Test
    void theFilterShowsAndHides() throws Exception {
        Page page = open(everything());
        String visible =
                "[...document.querySelectorAll('article.incident')].filter(a => a.offsetHeight >"
                        + " 0).length";
        int all = page.eval(visible).asInt();
        assertThat(all).isGreaterThan(2);
        page.click(".chip.critical");
        assertThat(page.eval(visible).asInt()).isEqualTo(all - 1);
        assertThat(
                        page.text(
                                "document.querySelector('.chip.critical').getAttribute('aria-pressed')"))
                .isEqualTo("false");
        assertThat(page.text("document.querySelector('#shown').textContent"))
                .matches("\\d+ of \\d+ shown");
        page.click(".chip.critical");
        page.click("#filter");
        page.type("helm cannot install");
        assertThat(page.eval(visible).asInt()).isEqualTo(1);
        assertThat(page.text("document.querySelector('#all tbody tr:not([hidden])').textContent"))
                .contains("Helm");
        page.eval("document.querySelector('#filter').select()");
        page.type("nothing like it");
        assertThat(page.eval(visible).asInt()).isZero();
    }

    @Test
    void fieldsFillTheCommandsAndTheCommandIsCopied() throws Exception {
        Page page = open(report("en", sample("native-routing-cidr")));
        page.allowClipboard();
        page.eval("document.querySelectorAll('details').forEach(d => d.open = true); true");
        page.click("input[data-slot='native-routing-cidr']");
        page.type("10.0.0.0/8");
        String slots = "[...document.querySelectorAll('.slot')].map(s => s.textContent).join()";
        assertThat(page.text(slots)).isEqualTo("10.0.0.0/8");
        page.click("#i1-s2 .copy");
        page.await("document.querySelector('#i1-s2 .copy').textContent === 'Copied'");
        assertThat(page.text("navigator.clipboard.readText()"))
                .startsWith("helm upgrade cilium cilium/cilium --version 1.12.1")
                .contains("--set ipv4NativeRoutingCIDR=10.0.0.0/8\nkubectl rollout restart");
        assertThat(page.eval("document.querySelector('.hint').hidden").asBoolean()).isTrue();
        page.click("input[data-slot]");
        page.type("; rm x");
        assertThat(page.eval("document.querySelector('.hint').hidden").asBoolean()).isFalse();
        page.eval("document.querySelector('input[data-slot]').select()");
        page.type(" ");
        assertThat(page.text(slots)).isEqualTo("<native-routing-cidr>");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void theProofIsCopiedAsItStandsInTheInput() throws Exception {
        Page page = open(report("en", sample("native-routing-cidr")));
        page.allowClipboard();
        page.click(".evidence .copy");
        page.await("document.querySelector('.evidence .copy').textContent === 'Copied'");
        String line = page.text("navigator.clipboard.readText()");
        assertThat(Files.readAllLines(sample("native-routing-cidr/cilium-7hq4w.log")))
                .anyMatch(each -> each.contains(line));
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        Page page = open(report("en", sample("native-routing-cidr")));
        page.press("Tab");
        assertThat(page.text("document.activeElement.className")).isEqualTo("skip");
        page.press("Enter");
        page.await("document.activeElement.id === 'report'");
        int wanted =
                page.eval(
                                "[...document.querySelectorAll('main button, main a[href], main"
                                        + " input, main summary, main [tabindex=\"0\"]')].filter(e =>"
                                        + " e.checkVisibility({contentVisibilityAuto: true})).length")
                        .asInt();
        assertThat(wanted).isGreaterThan(15);
        page.eval(
                "window.seen = []; document.addEventListener('focusin', e =>"
                        + " window.seen.push(e.target)); true");
        Set<String> outlines = new HashSet<>();
        for (int i = 0; i < wanted; i++) {
            page.press("Tab");
            outlines.add(page.text("getComputedStyle(document.activeElement).outlineStyle"));
        }
        assertThat(page.eval("new Set(window.seen.filter(e => e.closest('main'))).size").asInt())
                .isGreaterThanOrEqualTo(wanted);
        assertThat(outlines).doesNotContain("none");
        page.eval("document.querySelector('#i1-s2 > summary').focus()");
        page.press("Enter");
        assertThat(page.eval("document.querySelector('#i1-s2').open").asBoolean()).isTrue();
        page.eval("document.querySelector('.chip').focus()");
        page.press(" ");
        assertThat(page.text("document.querySelector('.chip').getAttribute('aria-pressed')"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1200})
    void noWidthScrollsSideways(int width) throws Exception {
        Page page = open(everything());
        page.size(width, 844, 1, width < 600);
        page.eval("document.querySelectorAll('details').forEach(d => d.open = true); true");
        JsonNode widths =
                page.eval(
                        "[document.documentElement.scrollWidth,"
                                + " document.documentElement.clientWidth]");
        assertThat(widths.get(0).asInt()).isLessThanOrEqualTo(widths.get(1).asInt());
    }

    @Test
    void darkAndPrintDiffer() throws Exception {
        Page page = open(report("en", sample("native-routing-cidr")));
        String ground = "getComputedStyle(document.body).backgroundColor";
        String light = page.text(ground);
        page.media(true, false);
        assertThat(page.text(ground)).isNotEqualTo(light);
        page.media(false, true);
        assertThat(page.text("getComputedStyle(document.querySelector('.copy')).display"))
                .isEqualTo("none");
        assertThat(
                        page.eval("document.querySelector('#i1-s3 .command').checkVisibility()")
                                .asBoolean())
                .as("folded steps are printed")
                .isTrue();
        byte[] pdf = page.pdf();
        assertThat(pdf.length).isGreaterThan(20_000);
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void theTimeLineIsStretchedAndPutBack() throws Exception {
        Page page = open(report("en", sample("slow-image-pull")));
        String width = "document.querySelector('.lanes svg').getBoundingClientRect().width";
        double before = page.eval(width).asDouble();
        page.click("[data-zoom='in']");
        page.click("[data-zoom='in']");
        assertThat(page.eval(width).asDouble()).isGreaterThan(before * 3.5);
        page.eval("document.querySelector('.lanes .scroll').focus()");
        page.press("0");
        assertThat(page.eval(width).asDouble()).isEqualTo(before);
        assertThat(page.text("document.querySelector('.tools').textContent"))
                .contains("before capture");
    }

    @Test
    void aLinkIntoSomethingFoldedOpensIt() throws Exception {
        Page page = open(everything());
        page.click("#all a[href='#i4']");
        page.await("document.querySelector('#i4 > details').open");
        page.await("Math.abs(document.querySelector('#i4').getBoundingClientRect().top) < 200");
    }

    @Test
    void aThousandFindingsOpenAtOnce() throws Exception {
        Path file = folder.resolve("many.html");
        Files.writeString(file, HtmlReportTest.page(HtmlReportTest.many(120)));
        Page page = open(file);
        double milliseconds =
                page.eval("performance.getEntriesByType('navigation')[0].loadEventEnd").asDouble();
        assertThat(milliseconds).isLessThan(10_000);
        assertThat(page.eval("document.querySelectorAll('article.incident').length").asInt())
                .isGreaterThan(20);
        assertThat(page.eval("document.querySelector('details.fold').open").asBoolean()).isFalse();
        page.click("#filter");
        page.type("helm");
        page.await("document.querySelector('details.fold').open");
        assertThat(page.problems()).isEmpty();
    }
}
