package dev.clew.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.Fleets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program over a fleet, as users run it.
class FillTest {

    private static final int BUNDLES = 30;

    @TempDir static Path folder;

    private static Path bundles;
    private static Path tables;
    private static Program.Result first;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        bundles = folder.resolve("bundles");
        tables = folder.resolve("tables");
        Fleets.write(bundles, BUNDLES, 60_000);
        first = Program.clew(List.of("fleet", bundles.toString(), "--out", tables.toString()));
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
    }

    @Test
    void everyBundleIsInTheTablesOnce() throws IOException {
        try (Tables filled = Tables.open(tables)) {
            assertThat(filled.ask("SELECT count(*), count(DISTINCT bundle) FROM bundles"))
                    .containsExactly("[30,30]");
            assertThat(first.out()).startsWith("30 bundles: 30 new, 0 known, 1 unreadable");
        }
    }

    @Test
    void aBrokenBundleCostsOnlyItself() throws IOException {
        try (Tables filled = Tables.open(tables)) {
            assertThat(
                            filled.ask(
                                    "SELECT name, s.reason FROM bundles b JOIN skipped s ON"
                                            + " b.bundle = s.bundle WHERE verdict = 'unreadable'"))
                    .singleElement()
                    .asString()
                    .startsWith("[" + Fleets.name(24) + ",");
            assertThat(filled.ask("SELECT count(*) FROM reports")).containsExactly("[29]");
        }
    }

    @Test
    void reportsAreByteForByteThoseOfAnalyze() throws IOException, InterruptedException {
        try (Tables filled = Tables.open(tables)) {
            List<Row> reports =
                    filled.rows(
                            "SELECT path, json FROM reports r JOIN bundles b ON b.bundle ="
                                    + " r.bundle WHERE findings > 0 ORDER BY name LIMIT 3");
            assertThat(reports).hasSize(3);
            for (Row report : reports) {
                Program.Result alone =
                        Program.clew(List.of("analyze", "-o", "json", report.getString(0)));
                assertThat(report.getString(1)).isEqualTo(alone.out());
            }
        }
    }

    @Test
    void rowsSayWhatTheReportSays() throws IOException {
        try (Tables filled = Tables.open(tables)) {
            assertThat(
                            filled.ask(
                                    "SELECT cluster, cilium, verdict, date FROM bundles WHERE"
                                            + " path LIKE '%-1.tar.gz'"))
                    .containsExactly("[site-b,1.16.9,incidents,2026-09-01]");
            assertThat(
                            filled.ask(
                                    "SELECT signature, severity, date FROM incidents WHERE"
                                            + " cluster = 'site-b' AND rank = 1 AND date ="
                                            + " '2026-09-01'"))
                    .containsExactly("[cilium-native-routing-cidr-missing,critical,2026-09-01]");
            assertThat(
                            filled.ask(
                                    "SELECT DISTINCT value FROM environment WHERE fact ="
                                            + " 'cluster-name' AND cluster = 'site-c'"))
                    .containsExactly("[site-c]");
        }
    }

    @Test
    void onlyWhatIsNewIsAdded() throws IOException {
        Path again = folder.resolve("again");
        Path some = folder.resolve("some");
        Files.createDirectories(some);
        copy(bundles.resolve("site-b").resolve(Fleets.name(1)), some.resolve("one.tar.gz"));
        assertThat(fill(Program.HOME, some, again)).isEqualTo(new Fill.Outcome(1, 0, 1, 0));
        copy(bundles.resolve("site-f").resolve(Fleets.name(5)), some.resolve("two.tar.gz"));
        copy(some.resolve("one.tar.gz"), some.resolve("a-copy.tar.gz"));
        assertThat(fill(Program.HOME, some, again)).isEqualTo(new Fill.Outcome(3, 2, 1, 0));
        try (Tables filled = Tables.open(again)) {
            assertThat(filled.ask("SELECT name FROM bundles ORDER BY name"))
                    .containsExactly("[one.tar.gz]", "[two.tar.gz]");
        }
    }

    @Test
    void aChangedPackJudgesAgain() throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("pack", "library")) {
            try (Stream<Path> files = Files.list(Program.HOME.resolve(part))) {
                for (Path file : files.toList()) {
                    Path target = home.resolve(part).resolve(file.getFileName());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        Path some = folder.resolve("changed");
        Files.createDirectories(some);
        copy(bundles.resolve("site-b").resolve(Fleets.name(1)), some.resolve("one.tar.gz"));
        Path out = folder.resolve("changed-tables");
        assertThat(fill(Program.HOME, some, out).added()).isEqualTo(1);
        // what an index does not name does not matter to it, but to its hash
        Files.writeString(home.resolve("pack/_other.cfs"), "other");
        assertThat(fill(home, some, out).added()).isEqualTo(1);
        assertThat(fill(home, some, out).added()).isZero();
        try (Tables filled = Tables.open(out)) {
            assertThat(filled.ask("SELECT count(*) FROM bundles")).containsExactly("[1]");
            assertThat(filled.ask("SELECT count(*) FROM all_bundles")).containsExactly("[2]");
            assertThat(filled.ask("SELECT count(DISTINCT batch) FROM findings"))
                    .containsExactly("[1]");
        }
    }

    @Test
    void twoRunsDoNotWriteAtOnce() throws IOException {
        Path out = folder.resolve("held");
        try (Store held =
                Store.openToWrite(
                        out.toString(), Tables.spark().sparkContext().hadoopConfiguration())) {
            assertThatThrownBy(() -> fill(Program.HOME, bundles, out))
                    .isInstanceOf(FleetError.class)
                    .hasMessage("another run is writing to " + held.place());
        }
    }

    @Test
    void pathsThatLeadNowhereAreTold() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> fill(Program.HOME, nowhere, folder.resolve("x")))
                .isInstanceOf(FleetError.class)
                .hasMessage("no bundle was found");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private static Fill.Outcome fill(Path home, Path from, Path to) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        FillSettings settings =
                FillSettings.of(List.of("--cores", "2", "--out", to.toString(), from.toString()));
        return new Fill(settings, home, silent, silent).run(Tables.spark(), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
