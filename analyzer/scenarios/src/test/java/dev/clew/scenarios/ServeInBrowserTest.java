package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.browser.Browser;
import dev.clew.testkit.browser.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the server, as people use it: in a browser.
class ServeInBrowserTest {

    private static final String SHOWN =
            "!document.querySelector('#analysis').hidden && document.querySelector('#analysis h1')"
                    + " !== null";

    @TempDir static Path folder;

    private static @Nullable Browser browser;
    private static @Nullable Server server;

    @BeforeAll
    static void start() throws Exception {
        browser = Browsers.start();
        server = Server.start("--port", "0", "--data", folder.resolve("data").toString());
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.process().destroyForcibly().waitFor();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static Page open(String path) throws Exception {
        Page page = Objects.requireNonNull(browser).open("data:text/html,");
        page.media(false, false);
        page.size(1200, 900, 1, false);
        page.go(Objects.requireNonNull(server).address() + path);
        page.await("document.querySelector('#lang').value === 'en'");
        return page;
    }

    private static Path agentLog() {
        return Run.ROOT.resolve("samples/native-routing-cidr/cilium-7hq4w.log");
    }

    /// A pod that waits for a Secret that is not there.
    private static Path objects() throws Exception {
        return Files.writeString(
                folder.resolve("objects.json"),
                """
                {"kind":"List","apiVersion":"v1","items":[
                {"kind":"Node","apiVersion":"v1","metadata":{"name":"node-1"},"status":{"conditions":[{"type":"Ready","status":"True"}]}},
                {"kind":"ReplicaSet","apiVersion":"apps/v1","metadata":{"name":"cart-7c9d5b6f48","namespace":"shop"},"spec":{"replicas":1},"status":{"replicas":1}},
                {"kind":"Pod","apiVersion":"v1","metadata":{"name":"cart-7c9d5b6f48-zv8dl","namespace":"shop",
                "ownerReferences":[{"kind":"ReplicaSet","name":"cart-7c9d5b6f48","apiVersion":"apps/v1","uid":"1"}]},
                "spec":{"nodeName":"node-1","containers":[{"name":"cart","image":"cart:1","env":[{"name":"P","valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}}]}]},
                "status":{"phase":"Pending","containerStatuses":[{"name":"cart","ready":false,"restartCount":0,"image":"cart:1","imageID":"",
                "state":{"waiting":{"reason":"CreateContainerConfigError","message":"secret \\"db\\" not found"}}}]}}]}
                """);
    }

    private static Page analysed(Path file) throws Exception {
        Page page = open("");
        page.files("#file", file);
        page.await(SHOWN);
        return page;
    }

    @Test
    void anUploadBecomesTheReportAndItsEvidenceIsSeenInContext() throws Exception {
        Page page = analysed(agentLog());
        assertThat(page.text("document.querySelector('#analysis h1').textContent"))
                .contains("native routing CIDR");
        page.click(".evidence .tool");
        page.await("document.querySelector('.around .here') !== null");
        assertThat(page.text("document.querySelector('.around .here').textContent"))
                .contains("level=fatal");
        assertThat(page.eval("document.querySelectorAll('.around i').length").asInt())
                .isGreaterThan(5);
        page.click(".evidence .tool");
        page.await("document.querySelector('.around') === null");
        page.click("input[data-slot]");
        page.type("10.0.0.0/8");
        assertThat(page.text("document.querySelector('.slot').textContent"))
                .isEqualTo("10.0.0.0/8");
        assertThat(page.problems()).isEmpty();
        Axe.check(page, "report");

        String address = page.text("location.href");
        assertThat(address).contains("?analysis=");
        page.go("about:blank#");
        page.go(address);
        page.await(SHOWN);
        page.eval(
                "(() => { const l = document.querySelector('#lang'); l.value = 'zh';"
                        + " l.dispatchEvent(new Event('change')); return 1; })()");
        page.await("document.querySelector('#analysis .fix h3')?.textContent === '处理'");
        assertThat(page.text("document.querySelector('[data-view=past]').textContent"))
                .isEqualTo("历史分析");
        page.eval("localStorage.clear()");
    }

    @Test
    void theGraphShowsThePathOfTheCause() throws Exception {
        Page page = analysed(objects());
        page.click(".hangs");
        page.await("document.querySelector('.graph svg') !== null");
        assertThat(page.text("document.querySelector('.graph svg').textContent"))
                .contains("cart-7c9d5b6f48-zv8dl", "Secret");
        assertThat(page.eval("document.querySelectorAll('.graph g.hot').length").asInt())
                .isGreaterThan(0);
        Axe.check(page, "graph");
    }

    @Test
    void pastedTextIsAnalysedAndTwoAnalysesAreCompared() throws Exception {
        Page page = open("");
        assertThat(page.problems()).isEmpty();
        Axe.check(page, "start");
        page.click("#text");
        page.type(Files.readString(Run.ROOT.resolve("samples/helm-name-in-use/install.txt")));
        page.click("#paste .primary");
        page.await(SHOWN);
        assertThat(page.text("document.querySelector('#analysis h1').textContent"))
                .contains("Helm");
        page.eval(
                "(() => { const t = new DataTransfer(); t.items.add(new File([`"
                        + Files.readString(agentLog())
                                .replace("`", "")
                                .replace("\\", "\\\\")
                                .replace("${", "")
                        + "`], 'dropped.log')); document.querySelector('#analysis').hidden = true;"
                        + " document.querySelector('#drop').dispatchEvent(new DragEvent('drop',"
                        + " {dataTransfer: t, bubbles: true, cancelable: true})); return 1; })()");
        page.await(
                SHOWN
                        + " && document.querySelector('#analysis"
                        + " h1').textContent.includes('native')");
        page.click("[data-view='past']");
        page.await("document.querySelectorAll('#list li').length >= 2");
        page.await("document.querySelector('#compare').offsetHeight > 0");
        page.click("#compare .primary");
        page.await("document.querySelectorAll('#comparison h3').length > 0");
        assertThat(page.text("document.querySelector('#comparison').textContent"))
                .contains("New", "Gone", "native routing");
        Axe.check(page, "past");
        page.click("#list .link");
        page.await(SHOWN);
    }

    @Test
    void theKnowledgeBaseIsSearchedAndReadInBothLanguages() throws Exception {
        Page page = open("");
        page.click("[data-view='search']");
        page.click("#words");
        page.type("native routing cidr");
        page.click("#ask .primary");
        page.await("document.querySelectorAll('#results article').length > 0");
        assertThat(page.eval("document.querySelectorAll('#results mark').length").asInt())
                .isPositive();
        page.click("#results .link");
        page.await("!document.querySelector('#reader').hidden");
        assertThat(page.eval("document.querySelectorAll('#reader mark').length").asInt())
                .isPositive();
        assertThat(page.problems()).isEmpty();
        Axe.check(page, "search");
        page.eval(
                "(() => { const l = document.querySelector('#lang'); l.value = 'zh';"
                        + " l.dispatchEvent(new Event('change'));"
                        + " document.querySelector('#words').value = '容器反复重启'; return 1; })()");
        page.click("#ask .primary");
        page.await("/[\\u4e00-\\u9fff]/.test(document.querySelector('#results h2')?.textContent)");
        page.click("#results .link");
        page.await("/[\\u4e00-\\u9fff]/.test(document.querySelector('#reader h1')?.textContent)");
        Axe.check(page, "search in Chinese");
        page.eval(
                "(() => { document.querySelector('#words').value = 'level=fatal msg=\"Error while"
                        + " creating daemon\" error=\"invalid daemon configuration: native routing cidr"
                        + " must be configured with option --ipv4-native-routing-cidr in combination"
                        + " with --enable-ipv4-masquerade --tunnel=disabled --ipam=cluster-pool"
                        + " --enable-ipv4=true\" subsys=daemon'; return 1; })()");
        page.click("#explain");
        page.await("document.querySelector('#results .badge.critical') !== null");
        assertThat(page.text("document.querySelector('#results').textContent"))
                .contains("识别为", "subsys");
        page.eval("localStorage.clear()");
    }

    @Test
    void aPhoneAndTheDarkAreServedToo() throws Exception {
        Page page = analysed(agentLog());
        page.media(true, false);
        page.size(390, 844, 2, true);
        assertThat(
                        page.eval(
                                        "document.documentElement.scrollWidth <="
                                                + " document.documentElement.clientWidth")
                                .asBoolean())
                .isTrue();
        Axe.check(page, "phone, dark");
        page.click("[data-view='analyze']");
        assertThat(
                        page.eval(
                                        "document.documentElement.scrollWidth <="
                                                + " document.documentElement.clientWidth")
                                .asBoolean())
                .isTrue();
        Axe.check(page, "start on a phone, dark");
    }

    @Test
    void whatCantBeReadIsSaid() throws Exception {
        Page page = open("?analysis=0000");
        page.await("document.querySelector('#status').textContent.includes('no analysis')");
        assertThat(
                        page.eval("document.querySelector('#status').classList.contains('bad')")
                                .asBoolean())
                .isTrue();
    }
}
