package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wording that says less makes a finding of less weight.
class VariantSeverityTest {

    private static final String HINT = "spool of disk-7 has fewer than 10 blocks\n";
    private static final String PROOF = "spool of disk-7 lost a block\n";

    @TempDir private Path folder;

    @BeforeEach
    void pack() throws IOException {
        Path signatures = Files.createDirectories(folder.resolve("pack/signatures/own"));
        Files.writeString(
                signatures.resolve("own-spool-full.yaml"),
                """
                title: The spool is full
                severity: error
                role: cause
                variants:
                  - match: {text: lost a block}
                  - severity: warning
                    match: {text: fewer than 10 blocks}
                article: own-spool-full
                hits:
                  - spool of disk-1 lost a block
                  - spool of disk-1 has fewer than 10 blocks
                misses:
                  - lines: spool of disk-1 has 100 blocks
                    because: there is room
                """);
    }

    @Test
    void theHintAloneIsAWarning() throws IOException {
        assertThat(severity(HINT)).isEqualTo("warning");
    }

    @Test
    void theProofIsAsGraveAsTheSignatureSays() throws IOException {
        assertThat(severity(PROOF)).isEqualTo("error");
    }

    @Test
    void theGraverOfBothCountsInEitherOrder() throws IOException {
        assertThat(severity(HINT + PROOF)).isEqualTo("error");
        assertThat(severity(PROOF + HINT)).isEqualTo("error");
    }

    private String severity(String lines) throws IOException {
        Path pack = folder.resolve("pack");
        Path log = Files.writeString(folder.resolve("app.log"), lines);
        Run run = Run.clew("analyze", "-o", "json", "--patterns", pack.toString(), log.toString());
        JsonNode findings = run.json().get("findings");
        assertThat(findings).as(run.err()).hasSize(1);
        assertThat(findings.get(0).get("signature").asText()).isEqualTo("own-spool-full");
        return findings.get(0).get("severity").asText();
    }
}
