package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.testkit.Packer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same incident in every layout: the same root, symptoms, pod and node.
class LayoutsTest {

    @TempDir Path folder = Path.of("");

    private String packed(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static void tellsTheStory(Run run, String layout, String evidence) {
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
        assertThat(run.symptoms())
                .contains(
                        "k8s-startup-probe-failed",
                        "k8s-crashloop-backoff",
                        "cilium-cluster-health-unreachable",
                        "cilium-direct-node-routes-without-cidr");
        JsonNode json = run.json();
        JsonNode root = Run.finding(json, json.at("/incidents/0/root").asText());
        assertThat(root.at("/subjects/0/name").asText()).isEqualTo(Story.POD);
        assertThat(root.at("/subjects/0/namespace").asText()).isEqualTo("kube-system");
        assertThat(root.at("/subjects/0/node").asText()).isEqualTo(Story.NODE);
        assertThat(root.at("/evidence/0/source").asText()).endsWith(evidence);
        assertThat(json.at("/environment/cilium").asText()).isEqualTo("1.12.1");
        if (!layout.isEmpty()) {
            assertThat(json.at("/coverage/layouts").toString()).contains(layout);
        }
    }

    @Test
    void ciliumSysdump() throws IOException {
        String top = "cilium-sysdump-20220830-111300/";
        String stamp = "-20220830-111300";
        Map<String, byte[]> files =
                Packer.files(
                        top + "cilium-sysdump.log",
                        "🔍 Collecting Kubernetes nodes\n🔍 Collecting Kubernetes events\n",
                        top + "k8s-pods" + stamp + ".yaml",
                        Story.PODS_YAML,
                        top + "k8s-events" + stamp + ".yaml",
                        Story.EVENTS_YAML,
                        top + "k8s-nodes" + stamp + ".yaml",
                        Story.list("NodeList", Story.NODE_JSON),
                        top + "logs-cilium-7hq4w-cilium-agent" + stamp + "-prev.log",
                        Story.stampedLog(),
                        top
                                + "cilium-bugtool-cilium-4tz8c"
                                + stamp
                                + "/cmd/cilium-status---verbose.md",
                        Story.status());
        String zip = packed("dump.zip", Packer.zip(files));
        tellsTheStory(
                Run.clew("analyze", "-o", "json", zip),
                "sysdump",
                "dump.zip!/" + top + "logs-cilium-7hq4w-cilium-agent" + stamp + "-prev.log");
    }

    @Test
    void supportBundle() throws IOException {
        String top = "support-bundle-2022-08-30T09_13_00/";
        Map<String, byte[]> files =
                Packer.files(
                        top + "version.yaml",
                        "apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec:\n  versionNumber: 0.74.0\n",
                        top + "cluster-resources/pods/kube-system.json",
                        Story.list("PodList", Story.POD_JSON),
                        top + "cluster-resources/events/kube-system.json",
                        Story.list("EventList", Story.EVENT_JSON),
                        top + "cluster-resources/nodes.json",
                        "[" + Story.NODE_JSON + "]",
                        top
                                + "cluster-resources/pods/logs/kube-system/cilium-7hq4w/cilium-agent-previous.log",
                        Story.log(),
                        top
                                + "cilium-logs/cilium-7hq4w/cilium-agent-previous.log -> ../../cluster-resources/pods/logs/kube-system/cilium-7hq4w/cilium-agent-previous.log",
                        "",
                        top + "cilium-status/kube-system/cilium-4tz8c/status-stdout.txt",
                        Story.status());
        String bundle = packed("bundle.tar.gz", Packer.gzip(Packer.tar(files)));
        tellsTheStory(
                Run.clew("analyze", "-q", "-o", "json", bundle),
                "troubleshoot",
                "bundle.tar.gz!/"
                        + top
                        + "cluster-resources/pods/logs/kube-system/cilium-7hq4w/cilium-agent-previous.log");
    }

    @Test
    void clusterInfoDump() throws IOException {
        Path dump = folder.resolve("dump");
        Map<String, String> files =
                Map.of(
                        "nodes.json",
                        Story.list("NodeList", Story.NODE_JSON),
                        "kube-system/pods.json",
                        Story.list("PodList", Story.POD_JSON),
                        "kube-system/events.json",
                        Story.list("EventList", Story.EVENT_JSON),
                        "kube-system/cilium-7hq4w/logs.txt",
                        "==== START logs for container cilium-agent of pod kube-system/cilium-7hq4w ====\n"
                                + Story.log()
                                + "==== END logs for container cilium-agent of pod kube-system/cilium-7hq4w ====\n",
                        "status.txt",
                        Story.status());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = dump.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        tellsTheStory(
                Run.clew("analyze", "-o", "json", dump.toString()),
                "cluster-info",
                "dump/kube-system/cilium-7hq4w/logs.txt");
    }

    @Test
    void mustGather() throws IOException {
        String top = "must-gather.local.1/quay-io-openshift-sha256-1/";
        Map<String, byte[]> files =
                Packer.files(
                        "must-gather.local.1/timestamp",
                        "2022-08-30 09:13:00 +0000 UTC\n2022-08-30 09:14:00 +0000 UTC\n",
                        top + "cluster-scoped-resources/core/nodes/worker-2.yaml",
                        Story.NODE_JSON,
                        top + "namespaces/kube-system/core/pods.yaml",
                        Story.PODS_YAML,
                        top + "namespaces/kube-system/core/events.yaml",
                        Story.EVENTS_YAML,
                        top
                                + "namespaces/kube-system/pods/cilium-7hq4w/cilium-agent/cilium-agent/logs/previous.log",
                        Story.stampedLog(),
                        top + "cilium-status.txt",
                        Story.status());
        String gather = packed("gather.tar.xz", Packer.xz(Packer.tar(files)));
        tellsTheStory(
                Run.clew("analyze", "-o", "json", gather),
                "must-gather",
                "gather.tar.xz!/"
                        + top
                        + "namespaces/kube-system/pods/cilium-7hq4w/cilium-agent/cilium-agent/logs/previous.log");
    }

    @Test
    void plainFolder() {
        tellsTheStory(
                Run.clew("analyze", "-o", "json", Run.sample("native-routing-cidr")),
                "",
                "native-routing-cidr/cilium-7hq4w.log");
    }

    @Test
    void oneStreamOnStandardInput() {
        String stream =
                Story.list("NodeList", Story.NODE_JSON)
                        + Story.list("EventList", Story.EVENT_JSON)
                        + Story.list("PodList", Story.POD_JSON)
                        + "==== START logs for container cilium-agent of pod kube-system/cilium-7hq4w ====\n"
                        + Story.log()
                        + "==== END logs for container cilium-agent of pod kube-system/cilium-7hq4w ====\n"
                        + "$ cilium status --verbose\n"
                        + Story.status();
        tellsTheStory(
                Run.clew(
                        new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)),
                        "analyze",
                        "-o",
                        "json",
                        "-"),
                "",
                "-");
    }
}
