package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.browser.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Holds pages to the rules of accessibility that a program can check.
final class Axe {

    private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private Axe() {}

    static void check(Page page, String what) throws IOException {
        if (!page.eval("!!window.axe").asBoolean()) {
            try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
                String script =
                        new String(
                                Objects.requireNonNull(in, SCRIPT).readAllBytes(),
                                StandardCharsets.UTF_8);
                page.eval(script + "; true");
            }
        }
        String found =
                page.text(
                        "axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v =>"
                                + " v.id + ': ' + v.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + '"
                                + " ' + n.failureSummary).join(' | ')).join('\\n'))");
        assertThat(found).as(what).isEmpty();
    }
}
