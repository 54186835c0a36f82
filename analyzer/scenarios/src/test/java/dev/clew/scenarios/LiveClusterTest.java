package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.testkit.FakeCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Live clusters, over HTTPS and by a kubeconfig file, as `clew diagnose` and `clew collect` meet
/// them.
class LiveClusterTest {

    @TempDir Path folder = Path.of("");

    private Run diagnose(FakeCluster cluster, String... more) {
        List<String> arguments = new java.util.ArrayList<>();
        arguments.addAll(
                List.of(
                        "diagnose",
                        "-o",
                        "json",
                        "--kubeconfig",
                        cluster.kubeconfig(folder).toString()));
        arguments.addAll(List.of(more));
        return Run.clew(arguments.toArray(String[]::new));
    }

    @Test
    void theSeedIncident() {
        try (FakeCluster cluster = SeedCluster.start()) {
            Run run = diagnose(cluster, "-A");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(run.symptoms())
                    .contains("k8s-startup-probe-failed", "k8s-crashloop-backoff");
            assertThat(run.json().at("/environment/cilium").asText()).isEqualTo("1.12.1");
            assertThat(run.json().at("/environment/kubernetes").asText()).isEqualTo("v1.24.3");
            JsonNode root = Run.finding(run.json(), run.json().at("/incidents/0/root").asText());
            assertThat(root.at("/evidence/0/source").asText())
                    .startsWith("fake!/clew-bundle/logs/kube-system/cilium-")
                    .endsWith(".log");
            assertThat(cluster.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.startsWith("GET "))
                    .noneMatch(request -> request.contains("/secrets"))
                    .anyMatch(request -> request.contains("previous=true"))
                    .noneMatch(request -> request.contains("ciliumnodes/status"));
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void collectThenAnalyzeEqualsDiagnose() throws IOException {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fail("/api/v1/persistentvolumes", 403, "persistentvolumes is forbidden");
            Run live = diagnose(cluster, "-A");
            Path bundle = folder.resolve("bundle.zip");
            Run collect =
                    Run.clew(
                            "collect",
                            "-A",
                            "--kubeconfig",
                            cluster.kubeconfig(folder).toString(),
                            "-f",
                            bundle.toString());
            assertThat(collect.status()).as(collect.err()).isZero();
            assertThat(collect.out().strip()).isEqualTo(bundle.toString());
            Run later = Run.clew("analyze", "-o", "json", bundle.toString());
            assertThat(later.json().path("findings")).isNotEmpty();
            assertThat(comparable(later, bundle.toString())).isEqualTo(comparable(live, "fake"));
            JsonNode manifest = manifest(bundle);
            assertThat(manifest.at("/versions/kubernetes").asText()).isEqualTo("v1.24.3");
            assertThat(manifest.path("files")).isNotEmpty();
            assertThat(manifest.path("requests").toString())
                    .contains("persistentvolumes is forbidden")
                    .contains("\"outcome\":\"denied\"")
                    .contains("\"outcome\":\"got\"");
            assertThat(hashes(bundle)).isEqualTo(stated(manifest));
        }
    }

    private static JsonNode comparable(Run run, String name) {
        ObjectNode json = (ObjectNode) run.json();
        ((ObjectNode) json.path("inputs")).remove("bytes"); // the manifest holds the time
        for (JsonNode finding : json.path("findings")) {
            // what goes on now, only the live cluster can tell
            if (finding.path("transience").asText().equals("ongoing")) {
                ((ObjectNode) finding).put("transience", "until-the-end");
            }
        }
        try {
            return new ObjectMapper().readTree(json.toString().replace(name + "!", "!"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode manifest(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new ObjectMapper()
                    .readTree(zip.getInputStream(zip.getEntry("clew-bundle/manifest.json")));
        }
    }

    private static TreeMap<String, String> stated(JsonNode manifest) {
        TreeMap<String, String> stated = new TreeMap<>();
        manifest.path("files")
                .forEach(file ->
                        stated.put(
                                "clew-bundle/" + file.path("path").asText(),
                                file.path("sha256").asText()));
        return stated;
    }

    private static TreeMap<String, String> hashes(Path bundle) throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!entry.getName().endsWith("manifest.json")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    hashes.put(entry.getName(), sha256(bytes));
                }
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deniedVerbsAreToldWithTheRuleTheyNeed() {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fail("/api/v1/events", 403, "events is forbidden");
            cluster.fail("cilium-ngx2v/log", 403, "pods \"cilium-ngx2v\" is forbidden");
            cluster.fail("/apis/batch/v1/jobs", 500, "etcdserver: request timed out");
            Run run = diagnose(cluster, "-A");
            assertThat(run.status()).isZero();
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(run.json().path("coverage").toString())
                    .contains("list events in all namespaces: denied")
                    .contains("resources: [\\\"events\\\"], verbs: [\\\"list\\\"]")
                    .contains("resources: [\\\"pods/log\\\"], verbs: [\\\"get\\\"]")
                    .contains("etcdserver: request timed out");
            Run text =
                    Run.clew(
                            "diagnose",
                            "-A",
                            "--kubeconfig",
                            cluster.kubeconfig(folder).toString());
            assertThat(text.out().replaceAll("\\s+", " "))
                    .contains(
                            "needs the RBAC rule {apiGroups: [\"\"], resources: [\"events\"], verbs: [\"list\"]}");
        }
    }

    @Test
    void anOlderServerIsAskedForTheVersionsThatItHas() {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fail("/apis/batch/v1/cronjobs", 404, "the server could not find it");
            cluster.fail(
                    "/apis/autoscaling/v2(beta2)?/horizontal", 404, "the server could not find it");
            Run run = diagnose(cluster, "-A");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(cluster.requests())
                    .anyMatch(request -> request.contains("/apis/batch/v1beta1/cronjobs"))
                    .anyMatch(request -> request.contains("/apis/autoscaling/v1/horizontal"))
                    .noneMatch(request -> request.contains("/apis/policy/v1beta1/"));
        }
    }

    @Test
    void aContainerThatLogsNothingIsNotMissing() {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fault(
                    "cilium-ngx2v/log", path -> java.util.Optional.of(FakeCluster.json(200, "")));
            Run run = diagnose(cluster, "-A");
            assertThat(run.json().path("coverage").toString()).doesNotContain("cilium-ngx2v");
        }
    }

    @Test
    void aServerThatPutsOffIsAskedAgain() {
        try (FakeCluster cluster = SeedCluster.start()) {
            java.util.concurrent.atomic.AtomicInteger times =
                    new java.util.concurrent.atomic.AtomicInteger();
            cluster.fault(
                    "/api/v1/pods\\?",
                    path ->
                            times.getAndIncrement() < 2
                                    ? java.util.Optional.of(
                                            FakeCluster.error(429, "too many requests")
                                                    .addHeader("Retry-After", "1"))
                                    : java.util.Optional.empty());
            Run run = diagnose(cluster, "-A");
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(times.get()).isEqualTo(3);
            assertThat(run.json().path("coverage").toString()).doesNotContain("429");
        }
    }

    @Test
    void aListThatExpiresHalfwayIsGoneOnWith() {
        try (FakeCluster cluster = manyPods(1200)) {
            cluster.fault(
                    "/api/v1/pods\\?continue=500&",
                    path ->
                            java.util.Optional.of(
                                    FakeCluster.json(
                                            410,
                                            "{\"kind\":\"Status\",\"code\":410,\"message\":\"expired\","
                                                    + "\"metadata\":{\"continue\":\"0501\"}}")));
            Run run = diagnose(cluster, "-A");
            assertThat(run.status()).isZero();
            assertThat(cluster.requests()).anyMatch(request -> request.contains("continue=0501"));
            assertThat(run.json().path("coverage").toString()).doesNotContain("expired");
        }
    }

    @Test
    void aSlowServerDoesNotHoldUpTheRest() {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fault(
                    "cilium-ngx2v/log|/apis/apps/v1/replicasets",
                    path ->
                            java.util.Optional.of(
                                    FakeCluster.json(200, "{}")
                                            .setBodyDelay(java.time.Duration.ofHours(1))));
            Run run = diagnose(cluster, "-A", "--request-timeout", "1s");
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(run.json().path("coverage").toString())
                    .contains("list replicasets.apps in all namespaces: no answer in time")
                    .contains(
                            "get the log of kube-system/cilium-ngx2v/cilium-agent: no answer in time");
        }
    }

    @Test
    void fiveThousandPods() {
        try (FakeCluster cluster = manyPods(5000)) {
            Run run = diagnose(cluster, "-A");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(cluster.requests())
                    .filteredOn(request -> request.startsWith("GET /api/v1/pods?"))
                    .hasSizeGreaterThanOrEqualTo(11);
        }
    }

    private static FakeCluster manyPods(int count) {
        FakeCluster cluster = SeedCluster.start();
        for (int i = 0; i < count; i++) {
            cluster.object(
                    "pods",
                    """
                    {"metadata": {"name": "web-%1$d", "namespace": "shop"},
                     "spec": {"nodeName": "worker-1", "containers": [{"name": "web"}]},
                     "status": {"phase": "Running", "containerStatuses": [{"name": "web",
                       "image": "web:1", "restartCount": 0, "ready": true,
                       "state": {"running": {}}}]}}
                    """
                            .formatted(i));
        }
        return cluster;
    }

    @Test
    void onePodAndOneNamespace() {
        try (FakeCluster cluster = SeedCluster.start()) {
            Run run = diagnose(cluster, "kube-system/cilium-7hq4w");
            assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
            assertThat(cluster.requests()).noneMatch(request -> request.contains("4tz8c/log"));
            Run none = diagnose(cluster, "nonesuch");
            assertThat(none.status()).isEqualTo(3);
            assertThat(none.err()).contains("no pod nonesuch in namespace shop");
            Run node = diagnose(cluster, "--node", "worker-2");
            assertThat(node.root()).isEqualTo("cilium-native-routing-cidr-missing");
        }
    }

    @Test
    void figuresAndFailOn() throws IOException {
        try (FakeCluster cluster = SeedCluster.start()) {
            Path figures = folder.resolve("clew.prom");
            Run run =
                    diagnose(
                            cluster,
                            "-A",
                            "--fail-on",
                            "critical",
                            "--metrics",
                            figures.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(Files.readString(figures))
                    .contains("clew_findings{severity=\"critical\"} 1\n")
                    .contains(
                            "clew_incidents{signature=\"cilium-native-routing-cidr-missing\",severity=\"critical\"} 1\n")
                    .endsWith("# EOF\n");
        }
    }

    @Test
    void completion() {
        assertThat(Run.clew("completion", "bash").out())
                .contains("complete -F")
                .contains("diagnose");
        assertThat(Run.clew("completion", "words", "--", "dia").out()).isEqualTo("diagnose\n:4\n");
        assertThat(Run.clew("completion", "words", "--", "diagnose", "--all").out())
                .isEqualTo("--all-namespaces\n:4\n");
        assertThat(Run.clew("completion", "fish").out())
                .contains("complete -c clew")
                .contains("clew completion words -- ");
        assertThat(Run.clew("completion", "words", "--", "analyze", "--color", "al").out())
                .isEqualTo("always\n:4\n");
        assertThat(Run.clew("completion", "words", "--", "explain", "podcidr-mis").out())
                .isEqualTo("podcidr-missing\n:4\n");
        assertThat(Run.clew("completion", "words", "--", "search", "--area", "hel").out())
                .isEqualTo("helm\n:4\n");
    }

    @Test
    void helmReleasesByTheirMetadataOnly() throws IOException {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.object(
                    "secrets",
                    """
                    {"metadata": {"name": "sh.helm.release.v1.cilium.v3", "namespace": "kube-system",
                      "labels": {"owner": "helm", "name": "cilium", "status": "failed", "version": "3"}},
                     "data": {"release": "dG9wLXNlY3JldC12YWx1ZXM="}}
                    """);
            Path bundle = folder.resolve("helm.zip");
            Run collect =
                    Run.clew(
                            "collect",
                            "-A",
                            "--helm",
                            "--kubeconfig",
                            cluster.kubeconfig(folder).toString(),
                            "-f",
                            bundle.toString());
            assertThat(collect.status()).as(collect.err()).isZero();
            assertThat(cluster.requests())
                    .filteredOn(request -> request.contains("/secrets"))
                    .isNotEmpty()
                    .allMatch(request -> request.contains("labelSelector=owner%3Dhelm"));
            assertThat(text(bundle, "clew-bundle/objects/secrets.json"))
                    .contains("sh.helm.release.v1.cilium.v3")
                    .doesNotContain("dG9wLXNlY3JldC12YWx1ZXM");
        }
    }

    private static String text(Path bundle, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatKeepsAClusterFromBeingRead() throws IOException {
        try (FakeCluster cluster = SeedCluster.start()) {
            assertFails("can't be read", "--kubeconfig", folder.resolve("nothing").toString());
            assertFails(
                    "no context 'prod'",
                    "--kubeconfig",
                    cluster.kubeconfig(folder).toString(),
                    "--context",
                    "prod");
            assertFails(
                    "no cluster with a server",
                    "--kubeconfig",
                    cluster.kubeconfig(folder).toString(),
                    "--context",
                    "lonely");
            assertFails(
                    "401 Unauthorized",
                    "--kubeconfig",
                    cluster.kubeconfig(folder, "expired").toString());
            Path strange = FakeCluster.kubeconfig(folder, cluster.url(), "", FakeCluster.TOKEN);
            assertFails("x509", "--kubeconfig", strange.toString());
            Path nowhere =
                    FakeCluster.kubeconfig(
                            folder,
                            "https://localhost:1",
                            "insecure-skip-tls-verify: true",
                            FakeCluster.TOKEN);
            assertFails("no connection", "--kubeconfig", nowhere.toString());
            Path unknown =
                    FakeCluster.kubeconfig(
                            folder,
                            "https://no-such-name.invalid:6443",
                            "insecure-skip-tls-verify: true",
                            FakeCluster.TOKEN);
            assertFails("its name is not known", "--kubeconfig", unknown.toString());
            Path plugin =
                    Files.writeString(
                            folder.resolve("plugin"),
                            """
                            apiVersion: v1
                            kind: Config
                            current-context: lab
                            contexts: [{name: lab, context: {cluster: lab, user: dev}}]
                            clusters: [{name: lab, cluster: {server: 'https://localhost:1'}}]
                            users: [{name: dev, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-login}}}]
                            """);
            assertFails(
                    "'no-such-login' of user 'dev' is not installed",
                    "--kubeconfig",
                    plugin.toString());
            Path broken = Files.writeString(folder.resolve("broken"), "contexts: [unclosed");
            assertFails("kubeconfig can't be used", "--kubeconfig", broken.toString());
            cluster.fail("/api", 403, "User \"reader\" cannot list resource");
            assertFails("deploy/rbac.yaml", "--kubeconfig", cluster.kubeconfig(folder).toString());
        }
    }

    private static void assertFails(String words, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("diagnose", "-A"));
        all.addAll(List.of(arguments));
        Run run = Run.clew(all.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(words).startsWith("clew: ").doesNotContain("\tat ");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }
}
