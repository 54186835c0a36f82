package dev.clew.author.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CoveragePageTest {

    private static final Path ROOT = Path.of(System.getProperty("clew.root", ""));

    @Test
    void thePageOfTheShippedPackIsUpToDate() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/coverage.md")))
                .as("make it again: ./clew patterns coverage patterns --kb kb > docs/coverage.md")
                .isEqualTo(CoveragePage.of(ROOT.resolve("patterns"), ROOT.resolve("kb")));
    }

    @Test
    void theReadmeTellsTheSameNumber() throws IOException {
        Matcher kinds =
                Pattern.compile("kinds of failure \\| (\\d+) in (\\d+) areas")
                        .matcher(Files.readString(ROOT.resolve("docs/coverage.md")));
        assertThat(kinds.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains(kinds.group(1) + " kinds of failure in " + kinds.group(2) + " areas");
    }

    @Test
    void aFileIsSourceCode() {
        assertThat(Proof.of(Set.of(), List.of("etcd 3.5: server/etcdserver/server.go"), List.of()))
                .isEqualTo(Set.of(Proof.SOURCE));
    }

    @Test
    void anIssueIsAReport() {
        assertThat(
                        Proof.of(
                                Set.of(),
                                List.of("Rook 1.0: issue rook/rook#3318"),
                                List.of("Rook 1.0")))
                .isEqualTo(Set.of(Proof.REPORT));
    }

    @Test
    void aFileAndAnIssueAreBoth() {
        assertThat(
                        Proof.of(
                                Set.of(),
                                List.of("Rook 1.0: pkg/mon/health.go, issue rook/rook#3318"),
                                List.of()))
                .isEqualTo(Set.of(Proof.SOURCE, Proof.REPORT));
    }

    @Test
    void aCheckOfObjectsNeedsNoWords() {
        assertThat(Proof.of(Set.of(RecordKind.STATE), List.of(), List.of("Kubernetes 1.34")))
                .isEqualTo(Set.of(Proof.STATE));
    }

    @Test
    void withoutSourcesTheArticleCounts() {
        assertThat(Proof.of(Set.of(), List.of(), List.of("Cilium 1.19")))
                .isEqualTo(Set.of(Proof.ARTICLE));
        assertThat(Proof.of(Set.of(), List.of(), List.of())).isEqualTo(Set.of(Proof.MADE_UP));
    }
}
