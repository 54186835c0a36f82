package dev.clew.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleProofTest {

    @TempDir private Path folder;

    @Test
    void aRuleThatKeepsItsWord() throws IOException {
        assertThat(flaws("hits: ['badge B-{num:4}'], misses: ['badge of honour']")).isEmpty();
    }

    @Test
    void aRuleWithoutSamples() throws IOException {
        assertThat(flaws("hits: ['badge B-{num:4}']")).containsExactly(RuleProof.Flaw.NO_SAMPLES);
    }

    @Test
    void aHitWithoutAHint() throws IOException {
        assertThat(flaws("hits: ['Card B-{num:4}'], misses: [x]"))
                .containsExactly(RuleProof.Flaw.NO_HINT);
    }

    @Test
    void aHitThatIsMissed() throws IOException {
        assertThat(flaws("hits: ['badge C-{num:4}'], misses: [x]"))
                .containsExactly(RuleProof.Flaw.HIT_MISSED);
    }

    @Test
    void aMissThatIsHit() throws IOException {
        assertThat(flaws("hits: ['badge B-{num:4}'], misses: ['badge B-1']"))
                .containsExactly(RuleProof.Flaw.MISS_HIT);
    }

    private List<RuleProof.Flaw> flaws(String samples) throws IOException {
        Files.writeString(
                folder.resolve("own.yaml"),
                "rules:\n  - {id: badge, hints: [badge], regex: '(B-\\d+)', " + samples + "}\n");
        return RuleProof.problems(RedactionRules.read(folder)).stream()
                .map(RuleProof.Found::flaw)
                .toList();
    }
}
