package dev.clew.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Fleets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is ended by `kill -9` in the middle of a batch.
class UnfinishedRunTest {

    private static final int BUNDLES = 60;
    private static final String COUNTS =
            "SELECT (SELECT count(*) FROM bundles), (SELECT count(DISTINCT bundle) FROM bundles),"
                    + " (SELECT count(*) FROM findings), (SELECT count(*) FROM incidents), (SELECT"
                    + " count(*) FROM environment), (SELECT count(*) FROM unknown_templates),"
                    + " (SELECT count(*) FROM skipped), (SELECT count(*) FROM reports)";

    @TempDir Path folder;

    @Test
    void losesAndDoublesNothing() throws IOException, InterruptedException {
        Path bundles = folder.resolve("bundles");
        Fleets.write(bundles, BUNDLES, 60_000);
        Path whole = folder.resolve("whole");
        assertThat(Program.finish(fill(bundles, whole)).status()).isZero();

        Path killed = folder.resolve("killed");
        Process process = fill(bundles, killed);
        waitForSecondBatch(process, killed);
        process.destroyForcibly(); // SIGKILL
        process.waitFor();
        try (Tables half = Tables.open(killed)) {
            List<String> counts = half.ask("SELECT count(*), count(DISTINCT bundle) FROM bundles");
            assertThat(counts).isIn(List.of("[10,10]"), List.of("[20,20]"), List.of("[30,30]"));
        }
        assertThat(Program.finish(fill(bundles, killed)).out())
                .startsWith("60 bundles: ")
                .doesNotContain("60 new");
        try (Tables resumed = Tables.open(killed);
                Tables expected = Tables.open(whole)) {
            assertThat(resumed.ask(COUNTS)).isEqualTo(expected.ask(COUNTS));
            assertThat(expected.ask("SELECT count(*) FROM bundles")).containsExactly("[60]");
        }
        assertThat(rowsOfUncommitted(killed)).isEmpty();
    }

    private static Process fill(Path bundles, Path out) throws IOException {
        return Program.fleet(
                Program.HOME,
                List.of(
                        "fill",
                        "--out",
                        out.toString(),
                        "--batch",
                        "10",
                        "--cores",
                        "2",
                        "--",
                        bundles.toString()));
    }

    /// Until one batch is in the tables and the next one has begun to be.
    private static void waitForSecondBatch(Process process, Path out)
            throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (Files.exists(out.resolve(Store.COMMITS).resolve("00000001.json"))
                    && find(out, "batch=00000002") > 0) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the run ended too early");
    }

    private static long find(Path out, String name) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try (Stream<Path> files = Files.walk(out)) {
                return files.filter(each -> each.endsWith(name)).count();
            } catch (IOException | java.io.UncheckedIOException e) {
                if (attempt > 100) { // files come and go meanwhile
                    throw e;
                }
            }
        }
    }

    private static List<Path> rowsOfUncommitted(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(each -> each.getFileName().toString().startsWith("batch="))
                    .filter(each -> {
                        String batch = each.getFileName().toString().substring("batch=".length());
                        return !Files.exists(out.resolve(Store.COMMITS).resolve(batch + ".json"));
                    })
                    .toList();
        }
    }
}
