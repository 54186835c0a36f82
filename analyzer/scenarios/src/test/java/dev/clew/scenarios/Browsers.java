package dev.clew.scenarios;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.testkit.browser.Browser;
import java.io.IOException;

/// The browser that tests of pages need. In CI there must be one; elsewhere those tests are skipped
/// without.
final class Browsers {

    private static final String MISSING = "no Chromium on this machine: install chromium";

    private Browsers() {}

    static String program() {
        String program = Browser.program().orElse("");
        if (program.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError(MISSING);
        }
        assumeTrue(!program.isEmpty(), MISSING);
        return program;
    }

    static Browser start() throws IOException, InterruptedException {
        program();
        return Browser.start();
    }
}
