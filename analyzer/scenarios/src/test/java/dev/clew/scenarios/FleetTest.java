package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clew fleet` where the part of the program that does it is not installed.
class FleetTest {

    @Test
    void saysInOneLineHowToGetIt(@TempDir Path out) {
        Run result = Run.clew("fleet", "bundles", "--out", out.toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("analyzer/fleet/target/fleet");
        assertThat(Run.clew("fleet", "query", "SELECT 1", "--in", "x").status()).isEqualTo(3);
        assertThat(Run.clew("fleet", "search", "words", "--in", "x").status()).isEqualTo(3);
    }

    @Test
    void needsPathsAndAPlaceForTheTables() {
        assertThat(Run.clew("fleet").err()).contains("PATH");
        assertThat(Run.clew("fleet", "bundles").err()).contains("--out");
        assertThat(Run.clew("fleet", "query", "SELECT 1").err()).contains("--in");
        assertThat(Run.clew("fleet", "--help").out()).contains("query").contains("search");
    }
}
