package dev.clew.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.Fleets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions to the tables of 20 clusters over 18 days.
class QueryTest {

    private static final int BUNDLES = 360;

    @TempDir static Path folder;

    private static Path out;
    private static Tables tables;

    @BeforeAll
    static void fill() throws IOException {
        Path bundles = folder.resolve("bundles");
        out = folder.resolve("tables");
        Fleets.write(bundles, BUNDLES, 1_000);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        FillSettings settings =
                FillSettings.of(
                        List.of("--cores", "2", "--out", out.toString(), bundles.toString()));
        new Fill(settings, Program.HOME, silent, silent).run(Tables.spark(), folder);
        tables = Tables.open(out);
    }

    @AfterAll
    static void close() throws IOException {
        tables.close();
    }

    @Test
    void whoElseHasIt() {
        List<String> who =
                tables.ask(
                        "SELECT cluster, bundles FROM"
                                + " who_else('cilium-native-routing-cidr-missing')");
        long expected =
                tables.rows(
                                "SELECT DISTINCT cluster FROM findings WHERE signature ="
                                        + " 'cilium-native-routing-cidr-missing'")
                        .size();
        assertThat(who).hasSize((int) expected).hasSizeGreaterThan(3);
    }

    @Test
    void sinceWhichVersion() {
        tables.ask("SELECT * FROM since('1.16')");
        assertThat(
                        tables.ask(
                                "SELECT signature FROM since('1.16.9') WHERE signature ="
                                        + " 'cilium-native-routing-cidr-missing'"))
                .hasSize(1);
        assertThat(
                        tables.ask(
                                "SELECT signature FROM since('1.17') WHERE signature ="
                                        + " 'cilium-native-routing-cidr-missing'"))
                .isEmpty();
    }

    @Test
    void regressionsAreSharesThatGrow() {
        for (var row :
                tables.rows("SELECT share_old, share_new FROM regressions('1.16', '1.17')")) {
            assertThat(row.getDouble(1)).isGreaterThan(row.getDouble(0));
        }
        assertThat(tables.ask("SELECT * FROM regressions('1.17', '1.17')")).isEmpty();
    }

    @Test
    void anErrorThatReachesMoreClustersIsSpreading() {
        List<String> spreading =
                tables.ask(
                        "SELECT clusters > clusters_before, clusters FROM spreading WHERE text LIKE"
                                + " '%diverged from its twin%'");
        assertThat(spreading).hasSize(1);
        assertThat(spreading.getFirst()).startsWith("[true,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO findings SELECT * FROM findings",
                "WITH a AS (SELECT 1) INSERT INTO findings SELECT * FROM a",
                "CREATE TABLE x AS SELECT 1",
                "DROP VIEW findings",
                "SET spark.sql.ansi.enabled=false",
                "SELECT TRANSFORM(bundle) USING 'cat' AS (x) FROM bundles",
                "SELECT reflect('java.lang.System', 'nanoTime')",
                "SELECT (SELECT java_method('java.lang.System', 'nanoTime'))",
                "SELECT * FROM bundles WHERE try_reflect('java.lang.System', 'nanoTime') = '1'"
            })
    void whatDoesMoreThanAskIsRefused(String sql) {
        assertThatThrownBy(() -> tables.ask(sql))
                .isInstanceOf(FleetError.class)
                .hasMessageContaining("a query only asks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELEC", "SELECT nope FROM findings", "SELECT * FROM nowhere"})
    void wrongQueriesAreToldInOneLine(String sql) {
        assertThatThrownBy(() -> tables.ask(sql))
                .isInstanceOf(FleetError.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void answersArePrinted() {
        String sql =
                "SELECT 'a,\"b' AS first, 2 AS second, array('x', 'y') AS list, null AS nothing";
        assertThat(printed(to -> AnswerPrinter.csv(Query.ask(Tables.spark(), sql), to)))
                .isEqualTo("first,second,list,nothing\r\n\"a,\"\"b\",2,\"x, y\",\r\n");
        assertThat(printed(to -> AnswerPrinter.json(Query.ask(Tables.spark(), sql), to)))
                .isEqualTo(
                        "[\n  {\"first\":\"a,\\\"b\",\"second\":2,\"list\":[\"x\",\"y\"],"
                                + "\"nothing\":null}\n]\n");
        assertThat(
                        printed(to ->
                                AnswerPrinter.text(
                                        Query.ask(
                                                Tables.spark(), "SELECT 1 AS a, '\u001b[2J' AS b"),
                                        to,
                                        to)))
                .isEqualTo("a  b\n1   [2J\n");
    }

    @Test
    void bundlesAreFoundByALineThatNobodyKnows() throws IOException {
        try (Store store =
                Store.open(out.toString(), Tables.spark().sparkContext().hadoopConfiguration())) {
            List<TemplateIndex.Hit> hits =
                    TemplateIndex.search(
                            store,
                            folder,
                            "level=error msg=\"Ledger of tenant 77 diverged from its twin\"",
                            3);
            assertThat(hits.getFirst().text()).contains("diverged from its twin");
            assertThat(hits.getFirst().paths()).hasSize(20);
            assertThat(Long.parseLong(hits.getFirst().clusters())).isGreaterThan(5);
        }
    }

    @Test
    void thePageLeadsToReports() throws IOException {
        String page = Files.readString(out.resolve("summary.html"));
        assertThat(page)
                .contains("Most frequent incidents")
                .contains("Ledger of tenant")
                .contains("site-b")
                .contains("Trend")
                .doesNotContain("New since the run before");
        Matcher link = Pattern.compile("href=\"(pages/[0-9a-f]+\\.html)\"").matcher(page);
        int links = 0;
        while (link.find()) {
            assertThat(out.resolve(link.group(1))).isRegularFile();
            links++;
        }
        assertThat(links).isGreaterThan(5);
    }

    private interface Printing {
        void to(PrintStream out);
    }

    private static String printed(Printing printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printing.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
