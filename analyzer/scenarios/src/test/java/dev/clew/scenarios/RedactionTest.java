package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FakeCluster;
import dev.clew.testkit.Packer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets planted in every form are in no bundle and no report.
class RedactionTest {

    private static final String PASSWORD = "Tr0ub4dor&3-hunter";
    private static final String TOKEN =
            "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzeXN0ZW06c2EifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ";
    private static final String KEY =
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIOzq1w9Zt3rV0xq0u1bLr8XoGZPp0kqfX3Gm5YhJ2sToAoGCCqGSM49
            AwEHoUQDQgAEZk9vB3nM1xC5yR7tL0pD2sF4gH6jK8lQ9wE1rT3yU5iO7pA9sD1f
            -----END EC PRIVATE KEY-----
            """;

    @TempDir Path folder = Path.of("");

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /// Log lines of a crash, with the secrets in them.
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("level=error msg=\"login failed\" password=" + PASSWORD);
        lines.add("level=error msg=\"bare " + PASSWORD + " in the middle\"");
        lines.add("level=info msg=\"body " + base64(PASSWORD) + "\"");
        lines.add("level=info msg=\"body " + base64("dsn: " + PASSWORD) + "\"");
        lines.add("level=info msg=\"GET /login?pw=" + url(PASSWORD) + "\"");
        lines.add(
                "{\"level\":\"error\",\"msg\":\"sent {\\\"password\\\":\\\""
                        + PASSWORD
                        + "\\\"}\"}");
        lines.add("level=info msg=\"Authorization: Bearer " + TOKEN + "\"");
        lines.add("level=info msg=\"header " + base64("Authorization: Bearer " + TOKEN) + "\"");
        lines.add("level=info msg=\"GET /x?t=" + url("token=" + TOKEN) + "\"");
        lines.add("{\"msg\":\"{\\\"access_token\\\":\\\"" + TOKEN + "\\\"}\"}");
        lines.addAll(KEY.lines().toList());
        lines.add("level=info msg=\"key " + base64(KEY) + "\"");
        lines.add("level=info msg=\"key " + url(KEY) + "\"");
        lines.add("{\"msg\":\"{\\\"tls.key\\\":\\\"" + json(json(KEY)) + "\\\"}\"}");
        return lines;
    }

    /// What must not be anywhere.
    private static List<String> traces() {
        List<String> traces = new ArrayList<>();
        for (String secret : List.of(PASSWORD, TOKEN)) {
            traces.add(secret);
            traces.add(base64(secret).substring(0, 20));
            traces.add(url(secret));
        }
        traces.add(TOKEN.substring(TOKEN.lastIndexOf('.') + 1));
        KEY.lines().filter(line -> !line.startsWith("-")).forEach(traces::add);
        traces.add(base64(KEY).substring(60, 100));
        traces.add(url(KEY.lines().toList().get(1)));
        return traces;
    }

    private static FakeCluster cluster() {
        FakeCluster cluster = SeedCluster.start();
        cluster.object(
                "pods",
                """
                {"metadata": {"name": "shop-0", "namespace": "shop", "annotations": {
                   "kubectl.kubernetes.io/last-applied-configuration": "{\\"password\\":\\"%1$s\\"}"}},
                 "spec": {"nodeName": "worker-1", "containers": [{"name": "shop",
                   "args": ["--token=%2$s"],
                   "env": [{"name": "DB_PASSWORD", "value": "%1$s"}]}]},
                 "status": {"phase": "Running", "containerStatuses": [{"name": "shop",
                   "restartCount": 3, "ready": false,
                   "state": {"waiting": {"reason": "CrashLoopBackOff",
                     "message": "back-off restarting, password=%1$s"}},
                   "lastState": {"terminated": {"exitCode": 1}}}]}}
                """
                        .formatted(PASSWORD, TOKEN));
        cluster.log("shop/shop-0/shop", String.join("\n", lines()) + "\n");
        cluster.log("shop/shop-0/shop?previous", String.join("\n", lines()) + "\n");
        cluster.fail("/api/v1/persistentvolumes", 500, "can't log in with password=" + PASSWORD);
        return cluster;
    }

    @Test
    void nothingOfItIsInTheBundleOrTheReport() throws IOException {
        try (FakeCluster cluster = cluster()) {
            String config = cluster.kubeconfig(folder).toString();
            Path bundle = folder.resolve("bundle.zip");
            Run collect =
                    Run.clew("collect", "-A", "--kubeconfig", config, "-f", bundle.toString());
            assertThat(collect.status()).as(collect.err()).isZero();
            assertThat(collect.err()).contains("private-key").contains("password");
            Map<String, String> files = texts(bundle);
            assertThat(files).containsKey("clew-bundle/logs/shop/shop-0/shop.previous.log");
            files.forEach((name, text) ->
                    assertThat(text).as(name).doesNotContain(traces().toArray(new String[0])));
            assertThat(files.get("clew-bundle/manifest.json")).contains("\"redactions\"");
            Run report = Run.clew("diagnose", "-A", "-v", "-o", "json", "--kubeconfig", config);
            assertThat(report.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(report.out()).doesNotContain(traces().toArray(new String[0]));
            Run later = Run.clew("analyze", "-v", bundle.toString());
            assertThat(later.out()).doesNotContain(traces().toArray(new String[0]));
        }
    }

    @Test
    void aBundleThatExistsAlready() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "clew-bundle/logs/shop/shop-0/shop.log",
                String.join("\n", lines()).getBytes(StandardCharsets.UTF_8));
        entries.put(
                "inner.gz", Packer.gzip((PASSWORD + " alone\n").getBytes(StandardCharsets.UTF_8)));
        entries.put("core", new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 0});
        Path bundle = Files.write(folder.resolve("old.zip"), Packer.zip(entries));
        Path redacted = folder.resolve("new.zip");
        Run run = Run.clew("redact", bundle.toString(), "-o", redacted.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("left out core: not text").contains("taken out: ");
        Map<String, String> files = texts(redacted);
        assertThat(files)
                .containsOnlyKeys(
                        "clew-bundle/logs/shop/shop-0/shop.log", "inner.gz", "redactions.json");
        files.forEach((name, text) ->
                assertThat(text).as(name).doesNotContain(traces().toArray(new String[0])));
        assertThat(files.get("inner.gz")).isEqualTo("<redacted:password> alone\n");
        Path text = Files.writeString(folder.resolve("a.log"), String.join("\n", lines()));
        Path out = folder.resolve("b.log");
        assertThat(Run.clew("redact", text.toString(), "-o", out.toString()).status()).isZero();
        assertThat(Files.readString(out))
                .doesNotContain(traces().toArray(new String[0]))
                .hasLineCount(lines().size());
        assertThat(Run.clew("redact", text.toString(), "-o", out.toString()).status()).isEqualTo(2);
    }

    @Test
    void namesThatBecomeTheSameAreKeptApart() throws IOException {
        Path in = Files.createDirectories(folder.resolve("names"));
        Files.writeString(in.resolve("token=hunter2abc4567.log"), "one\n");
        Files.writeString(in.resolve("token=hunter3abc4567.log"), "two\n");
        Path out = folder.resolve("names-out.zip");
        Run run = Run.clew("redact", in.toString(), "-o", out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        Map<String, String> files = texts(out);
        assertThat(files).hasSize(3).containsValues("one\n", "two\n");
        assertThat(files.keySet()).noneMatch(name -> name.contains("hunter"));
    }

    @Test
    void checkTellsWhetherAnythingWouldBeTakenOut() throws IOException {
        Path clean = Files.writeString(folder.resolve("clean.log"), "level=info msg=started\n");
        assertThat(Run.clew("redact", "--check", clean.toString()).status()).isZero();
        Path open = Files.writeString(folder.resolve("open.log"), "password=" + PASSWORD + "\n");
        Run run = Run.clew("redact", "--check", open.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("1 password").doesNotContain(PASSWORD);
    }

    @Test
    void rulesOfOnesOwnAndOfTroubleshoot() throws IOException {
        Path text = Files.writeString(folder.resolve("own.log"), "badge B-1234 of shop-cluster\n");
        Path rules =
                Files.writeString(
                        folder.resolve("spec.yaml"),
                        """
                        apiVersion: troubleshoot.sh/v1beta2
                        kind: Redactor
                        spec:
                          redactors:
                          - name: badges
                            removals:
                              values: [shop-cluster]
                              regex:
                              - redactor: '(badge )(?P<mask>B-\\d+)( of)'
                        """);
        Path out = folder.resolve("own-out.log");
        Run run =
                Run.clew(
                        "redact",
                        text.toString(),
                        "--redactors",
                        rules.toString(),
                        "-o",
                        out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(out))
                .isEqualTo("badge <redacted:custom> of <redacted:custom>\n");
    }

    @Test
    void addressesAndNodesGetOtherNames() throws IOException {
        try (FakeCluster cluster = cluster()) {
            Path bundle = folder.resolve("names.zip");
            Run.clew(
                    "collect",
                    "-A",
                    "--pseudonyms",
                    "--kubeconfig",
                    cluster.kubeconfig(folder).toString(),
                    "-f",
                    bundle.toString());
            texts(bundle)
                    .forEach((name, text) ->
                            assertThat(text)
                                    .as(name)
                                    .doesNotContain("worker-1")
                                    .doesNotContain("10.8.0.21"));
            Run run = Run.clew("analyze", "-o", "json", bundle.toString());
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
        }
    }

    @Test
    void theDiagnosisIsTheSameBeforeAndAfter() throws IOException {
        List<Path> samples;
        try (Stream<Path> all = Files.list(Run.ROOT.resolve("samples"))) {
            samples = all.sorted().toList();
        }
        assertThat(samples).hasSizeGreaterThan(4);
        for (Path sample : samples) {
            Path redacted = folder.resolve(sample.getFileName() + ".zip");
            assertThat(Run.clew("redact", sample.toString(), "-o", redacted.toString()).status())
                    .isZero();
            assertThat(told(redacted)).as(sample.toString()).isEqualTo(told(sample));
        }
    }

    /// What broke where.
    private static List<String> told(Path input) {
        List<String> told = new ArrayList<>();
        Run.clew("analyze", "-o", "json", input.toString())
                .json()
                .path("findings")
                .forEach(finding ->
                        told.add(finding.path("signature").asText() + finding.path("subjects")));
        return told;
    }

    @Test
    void analyzeRedactsOnRequest() {
        String log =
                "level=fatal msg=\"Error while creating daemon\" error=\"invalid daemon configuration:"
                        + " native routing cidr must be configured with option"
                        + " --ipv4-native-routing-cidr in combination with --enable-ipv4-masquerade"
                        + " --tunnel=disabled --ipam=cluster-pool --enable-ipv4=true password="
                        + PASSWORD
                        + "\" subsys=daemon\n";
        Run open = Run.clewReading(log, "analyze", "-o", "json", "-");
        assertThat(open.out()).contains(PASSWORD);
        Run run = Run.clewReading(log, "analyze", "--redact", "-o", "json", "-");
        assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
        assertThat(run.out()).doesNotContain(PASSWORD).contains("<redacted:password>");
        assertThat(run.err()).contains("1 password");
    }

    private static Map<String, String> texts(Path bundle) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
