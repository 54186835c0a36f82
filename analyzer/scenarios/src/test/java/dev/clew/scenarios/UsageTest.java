package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people get wrong, and what they are told.
class UsageTest {

    @TempDir Path folder = Path.of("");

    @Test
    void wrongUsage() {
        assertThat(Run.clew("analyse").status()).isEqualTo(2);
        assertThat(Run.clew("analyze").err()).contains("PATH").contains("clew analyze --help");
        assertThat(Run.clew("analyze", "--nonsense", "x").status()).isEqualTo(2);
        assertThat(Run.clew("analyze", "--fail-on", "bad", Run.sample("helm-name-in-use")).status())
                .isEqualTo(2);
        assertThat(Run.clew("analyze", "-o", "word", "x").err())
                .contains("word")
                .doesNotContain("Exception");
        assertThat(Run.clew("--help").out()).contains("analyze").contains("patterns");
        assertThat(Run.clew("--version").out()).startsWith("clew ");
    }

    @Test
    void helpAndVersionAreCommandsToo() {
        assertThat(Run.clew("help").out()).isEqualTo(Run.clew("--help").out());
        assertThat(Run.clew("help", "search").out()).isEqualTo(Run.clew("search", "--help").out());
        assertThat(Run.clew("help", "nothing").status()).isEqualTo(2);
        assertThat(Run.clew("version").out()).isEqualTo(Run.clew("--version").out());
    }

    @Test
    void whatIsMisspeltIsSuggested() {
        assertThat(Run.clew("analize").err()).contains("Did you mean: clew analyze");
        assertThat(Run.clew("analyze", "--ouput", "json", "x").err()).contains("--output");
    }

    @Test
    void valuesThatMeanNothingAreRefused() throws IOException {
        String sample = Run.sample("helm-name-in-use");
        String empty = Files.createDirectory(folder.resolve("empty")).toString();
        for (List<String> wrong :
                List.of(
                        List.of("analyze", sample, "--color", "sometimes"),
                        List.of("search", "cidr", "--color", "sometimes"),
                        List.of("search", "cidr", "--limit", "-3"),
                        List.of("search", "cidr", "--limit", "0"),
                        List.of("search", "cidr", "--area", "nosuch"),
                        List.of("explain", "podcidr-missing", "--lang", "fr"),
                        List.of("patterns", "list", "--area", "nosuch"),
                        List.of("analyze", sample, "--patterns", empty),
                        List.of("search", "cidr", "--patterns", empty),
                        List.of("analyze", sample, "--since", "someday"))) {
            Run run = Run.clew(wrong.toArray(String[]::new));
            assertThat(run.status()).as(wrong.toString()).isEqualTo(2);
            assertThat(run.err()).as(wrong.toString()).contains(wrong.getLast());
            assertThat(run.out()).as(wrong.toString()).isEmpty();
        }
    }

    @Test
    void packsAndBaselinesWithMistakesAreWrongUsage() throws IOException {
        String sample = Run.sample("helm-name-in-use");
        Path area = Files.createDirectories(folder.resolve("pack/signatures/helm"));
        Files.writeString(area.resolve("broken.yaml"), "title: [\n");
        Path known = Files.writeString(folder.resolve("known.yaml"), "known:\n  - owner: me\n");
        assertThat(Run.clew("analyze", sample, "--patterns", folder + "/pack").status())
                .isEqualTo(2);
        assertThat(Run.clew("analyze", sample, "--baseline", known.toString()).status())
                .isEqualTo(2);
    }

    @Test
    void sinceTakesDatesAndTimesWithoutAZone() {
        for (String since :
                List.of(
                        "2022-08-22",
                        "2022-08-22T10:00",
                        "2022-08-22 10:00:30",
                        "2022-08-22T10:00:30+02:00")) {
            assertThat(Run.clew("analyze", Run.sample("healthy"), "--since", since).status())
                    .as(since)
                    .isZero();
        }
    }

    @Test
    void whatIsPipedInIsReadWithoutASign() throws IOException {
        String log = Files.readString(Path.of(Run.sample("native-routing-cidr/cilium-7hq4w.log")));
        assertThat(Run.piped(log, "analyze", "-o", "json").root())
                .isEqualTo("cilium-native-routing-cidr-missing");
    }

    @Test
    void theLinterFindsTextsThatHoldAPlaceAndFoldersWithoutAnything() throws IOException {
        Path pack = folder.resolve("pack");
        Path kb = folder.resolve("kb");
        Run.clew(
                "patterns",
                "new",
                "gadget broke: TODO",
                "--id",
                "gadget-broke",
                "--area",
                "k8s-node",
                "--dir",
                pack.toString(),
                "--kb",
                kb.toString());
        Run lint = Run.clew("patterns", "lint", pack.toString(), "--kb", kb.toString());
        assertThat(lint.status()).isEqualTo(1);
        assertThat(lint.out())
                .contains("gadget-broke.yaml:1:1: P319")
                .contains("in two sentences")
                .contains("gadget-broke.yaml:1:3: P319")
                .contains("how to take it back")
                .doesNotContain(" P301 ")
                .doesNotContain(" P314 ")
                .doesNotContain(" P318 ")
                .doesNotContain(":0:0:");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Run nothing = Run.clew("patterns", "lint", empty.toString());
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.out()).contains("holds no signatures");
    }

    @Test
    void aBaselineIsMadeOfAReportAndSetsAllOfItAside() throws IOException {
        String sample = Run.sample("native-routing-cidr");
        String report = folder.resolve("report.json").toString();
        String baseline = folder.resolve("known.yaml").toString();
        Run.clew("analyze", sample, "-o", "json", "--out", report);
        assertThat(Run.clew("baseline", "new", report, "--out", baseline).status()).isZero();
        Run again = Run.clew("analyze", sample, "-o", "json", "--baseline", baseline);
        assertThat(again.json().path("incidents")).isEmpty();
        assertThat(again.err()).contains("known findings set aside");
        assertThat(Run.clew("baseline", "new", sample + "/status-verbose.txt").status())
                .isEqualTo(3);
    }

    @Test
    void inputsThatCannotBeRead() throws IOException {
        Run missing = Run.clew("analyze", folder.resolve("nothing.log").toString());
        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.err())
                .contains("nothing.log: no such file or folder")
                .contains("no input could be read")
                .doesNotContain("Exception");
        Path empty = Files.createFile(folder.resolve("empty.log"));
        Run nothing = Run.clew("analyze", empty.toString());
        assertThat(nothing.status()).isZero();
        assertThat(nothing.err()).contains("empty.log: empty");
        Path binary =
                Files.write(
                        folder.resolve("core"),
                        new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 0, 0, 1, 2});
        Run not = Run.clew("analyze", binary.toString());
        assertThat(not.status()).isEqualTo(3);
        assertThat(not.err()).contains("core: not text");
        Run some =
                Run.clew(
                        "analyze", "-o", "json", binary.toString(), Run.sample("helm-name-in-use"));
        assertThat(some.status()).isZero();
        assertThat(some.root()).isEqualTo("helm-name-in-use");
        assertThat(some.json().at("/inputs/skipped/0/reason").asText()).isEqualTo("not text");
    }

    @Test
    void whatWasNotReadToItsEndIsNotCalledHealthy() throws IOException {
        byte[] lines =
                "level=info msg=\"Serving cilium API\" subsys=daemon\n"
                        .repeat(300)
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        }
        byte[] whole = packed.toByteArray();
        Path log = Files.write(folder.resolve("agent.log.gz"), whole);
        assertThat(
                        Run.clew("analyze", "-o", "json", log.toString())
                                .json()
                                .path("verdict")
                                .asText())
                .isEqualTo("healthy");
        Path cut =
                Files.write(folder.resolve("cut.log.gz"), Arrays.copyOf(whole, whole.length - 9));
        Run json = Run.clew("analyze", "-o", "json", cut.toString());
        assertThat(json.json().path("verdict").asText()).isEqualTo("nothing-judged");
        Run text = Run.clew("analyze", "--strict", cut.toString());
        assertThat(text.status()).isEqualTo(3);
        assertThat(text.out()).startsWith("Nothing known to be wrong was found, but not all");
    }

    @Test
    void noMoreIsUnpackedThanAskedFor() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    "level=info msg=\"Serving cilium API\" subsys=daemon\n"
                            .repeat(20_000)
                            .getBytes(StandardCharsets.UTF_8));
        }
        String log = Files.write(folder.resolve("long.log.gz"), packed.toByteArray()).toString();
        Run bounded = Run.clew("analyze", "--max-unpacked", "200K", "-o", "json", log);
        assertThat(bounded.json().at("/inputs/limits/0/bound").asText())
                .isEqualTo("unpacked-bytes");
        assertThat(bounded.json().at("/inputs/bytes").asLong()).isBetween(1L, 400_000L);
        assertThat(bounded.json().path("verdict").asText()).isEqualTo("nothing-judged");
        assertThat(Run.clew("analyze", "--max-unpacked", "lots", log).status()).isEqualTo(2);
    }

    @Test
    void rowsOfWhatIsNotReadyAreNotCalledHealthy() throws IOException {
        for (String table :
                List.of(
                        "NAME     READY   STATUS    RESTARTS   AGE\ncart-0   0/1     Running   0          12m\n",
                        "NAME     READY   STATUS    RESTARTS   AGE\ncart-0   0/1     Pending   0          12m\n",
                        "NAME   READY   UP-TO-DATE   AVAILABLE   AGE\ncart   0/1     1            0           12m\n",
                        "NAME   READY   AGE\ndb     1/3     12m\n",
                        "NAME     DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE\nprobes   3         3         1       3            1           <none>          4d\n")) {
            Path page = Files.writeString(folder.resolve("page.txt"), table);
            assertThat(
                            Run.clew("analyze", "-o", "json", page.toString())
                                    .json()
                                    .path("verdict")
                                    .asText())
                    .as(table)
                    .isIn("incidents", "errors-without-known-cause");
        }
        Path ready =
                Files.writeString(
                        folder.resolve("ready.txt"),
                        "NAME     READY   STATUS      RESTARTS   AGE\nweb-0    1/1     Running     0          12m\nweb-1    0/1     Running     0          8s\nmove-1   0/1     Completed   0          3h\n");
        assertThat(
                        Run.clew("analyze", "-o", "json", ready.toString())
                                .json()
                                .path("verdict")
                                .asText())
                .isEqualTo("healthy");
    }

    @Test
    void whatIsNotUnderstoodIsNotCalledHealthy() throws IOException {
        Path words = Files.writeString(folder.resolve("notes.txt"), "one two three\nfour five\n");
        Path empty = Files.createFile(folder.resolve("nothing.log"));
        for (Path input : List.of(words, empty)) {
            Run json = Run.clew("analyze", "-o", "json", input.toString());
            assertThat(json.status()).isZero();
            assertThat(json.json().path("verdict").asText()).isEqualTo("nothing-judged");
            Run text = Run.clew("analyze", "--strict", input.toString());
            assertThat(text.status()).isEqualTo(3);
            assertThat(text.out())
                    .startsWith("Nothing was judged")
                    .doesNotContain("Nothing known to be wrong");
        }
        Path healthy =
                Files.writeString(
                        folder.resolve("agent.log"),
                        "level=info msg=\"Serving cilium API\" subsys=daemon\n".repeat(3));
        Run strict = Run.clew("analyze", "--strict", "-o", "json", healthy.toString());
        assertThat(strict.status()).isZero();
        assertThat(strict.json().path("verdict").asText()).isEqualTo("healthy");
        assertThat(
                        Run.clew("analyze", "-o", "json", Run.sample("helm-name-in-use"))
                                .json()
                                .path("verdict")
                                .asText())
                .isEqualTo("incidents");
    }

    @Test
    void exitStatusBySeverity() {
        String sample = Run.sample("native-routing-cidr");
        assertThat(Run.clew("analyze", "--fail-on", "critical", sample).status()).isEqualTo(1);
        assertThat(
                        Run.clew(
                                        "analyze",
                                        "--fail-on",
                                        "error",
                                        Run.sample("deprecated-node-label"))
                                .status())
                .isZero();
        assertThat(
                        Run.clew(
                                        "analyze",
                                        "--fail-on",
                                        "warning",
                                        Run.sample("deprecated-node-label"))
                                .status())
                .isEqualTo(1);
    }

    @Test
    void aSignatureWithFiveMistakesIsReportedInOneGo() throws IOException {
        Path signatures = Files.createDirectories(folder.resolve("pack/signatures/mine"));
        Files.writeString(
                signatures.resolve("my-failure.yaml"),
                """
                title: ""
                severity: terrible
                rolle: cause
                match:
                  any:
                    - regex: 'unclosed (group'
                    - {field: reason}
                applies: {cilium: "newer than 1.8"}
                article: nothing
                hits: []
                """);
        Run lint = Run.clew("patterns", "lint", folder.resolve("pack").toString());
        assertThat(lint.status()).isEqualTo(1);
        assertThat(
                        lint.out()
                                .replace(signatures + "/", "")
                                .lines()
                                .map(line -> line.replaceFirst("(:\\d+:\\d+: P\\d+).*", "$1")))
                .contains(
                        "my-failure.yaml:1:8: P108",
                        "my-failure.yaml:2:11: P104",
                        "my-failure.yaml:3:1: P101",
                        "my-failure.yaml:1:1: P102",
                        "my-failure.yaml:6:14: P105",
                        "my-failure.yaml:7:15: P106",
                        "my-failure.yaml:8:19: P107");
        Run analyze =
                Run.clew(
                        "analyze",
                        "--patterns",
                        folder.resolve("pack").toString(),
                        Run.sample("helm-name-in-use"));
        assertThat(analyze.status()).isEqualTo(2);
        assertThat(analyze.err())
                .contains("P105")
                .contains("was not used")
                .doesNotContain("Exception");
    }

    @Test
    void aTextTooShortToLookForIsWarnedOfWhereItStands() throws IOException {
        Path signatures = Files.createDirectories(folder.resolve("pack/signatures/mine"));
        Files.writeString(
                signatures.resolve("my-failure.yaml"),
                """
                title: The flux is gone
                severity: error
                role: cause
                reach: node
                match:
                  any:
                    - flux lost for good
                    - regex: 'gone\\W+\\d+'
                    - {field: reason, in: [FluxCapacitorLost, Lost]}
                    - all:
                        - Gone
                        - no flux in the capacitor
                    - {field: kind, is: pod}
                article: nothing
                hits: [flux lost for good]
                misses: [{because: it came back, lines: flux found}]
                """);
        Run lint = Run.clew("patterns", "lint", folder.resolve("pack").toString());
        assertThat(lint.out().replace(signatures + "/", "").lines())
                .filteredOn(line -> line.contains("P208"))
                .satisfiesExactly(
                        gone ->
                                assertThat(gone)
                                        .startsWith("my-failure.yaml:8:14: P208 'my-failure'")
                                        .contains("'gone'")
                                        .contains("lengthen"),
                        lost ->
                                assertThat(lost)
                                        .startsWith("my-failure.yaml:9:47: P208")
                                        .contains("'lost'"));
        assertThat(lint.err()).contains("2 warnings");
    }

    @Test
    void theLinterHasNothingToSayOfWhatIsShipped() {
        Run lint =
                Run.clew(
                        "patterns",
                        "lint",
                        Run.ROOT.resolve("patterns").toString(),
                        "--kb",
                        Run.ROOT.resolve("kb").toString());
        assertThat(lint.out()).isEmpty();
        assertThat(lint.status()).isZero();
    }

    @Test
    void whatCameBeforeSinceIsLeftOut() throws IOException {
        Path log = folder.resolve("agent.log");
        Files.writeString(
                log,
                "2026-11-22T09:00:00.000000000Z level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration: native routing cidr must be configured with option --ipv4-native-routing-cidr\" subsys=daemon\n");
        assertThat(
                        Run.clew(
                                        "analyze",
                                        "-o",
                                        "json",
                                        "--since",
                                        "2026-11-22T08:59:00Z",
                                        log.toString())
                                .root())
                .isEqualTo("cilium-native-routing-cidr-missing");
        assertThat(
                        Run.clew(
                                        "analyze",
                                        "-o",
                                        "json",
                                        "--since",
                                        "2026-11-22T09:01:00Z",
                                        log.toString())
                                .findings("critical"))
                .isEmpty();
        Run wrong = Run.clew("analyze", "--since", "yesterday", log.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("yesterday").doesNotContain("Exception");
    }

    @Test
    void aHealthyClusterIsQuiet() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("healthy"));
        assertThat(run.json().at("/inputs/files").asInt()).isEqualTo(11);
        assertThat(run.findings("critical", "error", "warning")).isEmpty();
    }

    @Test
    void authorsSeeWhatThereIsAndHowItDoes() throws IOException {
        Run list = Run.clew("patterns", "list", "--area", "k8s-dns");
        assertThat(list.out().lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.startsWith("k8s-dns "));
        assertThat(Run.clew("patterns", "list").out().lines())
                .filteredOn(line -> line.startsWith("#"))
                .hasSizeGreaterThan(20)
                .anyMatch(line -> line.matches("# helm: \\d+ signatures, \\d+ causes"))
                .last()
                .asString()
                .matches("# \\d+ signatures, \\d+ causes in \\d+ areas");
        assertThat(Run.clew("patterns", "list", "--area", "nowhere").status()).isEqualTo(2);
        assertThat(Run.clew("patterns", "list", "--literal", "Unknown Flag").out())
                .contains("cilium-unknown-option")
                .doesNotContain("k8s-dns");
        assertThat(Run.clew("patterns", "list", "--field", "reason").out())
                .contains("k8s-object-unwell")
                .doesNotContain("cilium-unknown-option");
        assertThat(Run.clew("patterns", "list", "--for", "cilium=1.14.2").out())
                .contains("cilium-kernel-too-old");
        assertThat(Run.clew("patterns", "list", "--for", "vim").err()).contains("cilium, kubern");
        Path right = Files.createDirectories(folder.resolve("cases/right"));
        Files.copy(
                Path.of(Run.sample("helm-name-in-use/install.txt")), right.resolve("install.txt"));
        Files.writeString(
                right.resolve("case.json"),
                "{\"inputs\": [\"install.txt\"], \"root\": [\"helm-name-in-use\"]}");
        Run good = Run.clew("patterns", "test", folder.resolve("cases").toString());
        assertThat(good.out()).contains("1 of 1 cases as labelled");
        assertThat(good.status()).isZero();
        Path wrong = Files.createDirectories(folder.resolve("cases/wrong"));
        Files.copy(right.resolve("install.txt"), wrong.resolve("install.txt"));
        Files.writeString(
                wrong.resolve("case.json"), "{\"inputs\": [\"install.txt\"], \"healthy\": true}");
        Run bad = Run.clew("patterns", "test", folder.resolve("cases").toString());
        assertThat(bad.out())
                .contains("wrong: false alarm: helm-name-in-use")
                .contains("1 of 2 cases");
        assertThat(bad.status()).isEqualTo(1);
    }

    @Test
    void resultsGoToStandardOutputAndNothingElseDoes() throws IOException {
        Path file = folder.resolve("report.json");
        Run run =
                Run.clew(
                        "analyze",
                        "-o",
                        "json",
                        "--out",
                        file.toString(),
                        Run.sample("helm-name-in-use"));
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("{");
    }
}
