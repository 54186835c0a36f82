package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The incidents that the product grew from, in the words of our own samples.
class SeedStoriesTest {

    @Test
    void nativeRoutingWithoutItsCidr() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("native-routing-cidr"));
        assertThat(run.status()).isZero();
        assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
        assertThat(run.json().path("incidents")).hasSize(1);
        assertThat(run.symptoms())
                .contains(
                        "k8s-startup-probe-failed",
                        "k8s-crashloop-backoff",
                        "cilium-cluster-health-unreachable",
                        "cilium-direct-node-routes-without-cidr");
        JsonNode root = Run.finding(run.json(), run.json().at("/incidents/0/root").asText());
        assertThat(root.at("/evidence/0/source").asText()).endsWith("cilium-7hq4w.log");
        assertThat(root.at("/evidence/0/line").asInt()).isEqualTo(33);
        assertThat(root.at("/evidence/0/text").asText())
                .startsWith("level=fatal msg=\"Error while creating daemon\"");
        assertThat(root.at("/subjects/0/node").asText()).isEqualTo("worker-2");
        assertThat(root.at("/values/option").asText()).isEqualTo("--ipv4-native-routing-cidr");
        assertThat(root.path("fix").toString())
                .contains("ipv4NativeRoutingCIDR")
                .contains("tunnel=")
                .doesNotContain("routingMode=");
        assertThat(run.json().at("/environment/cilium").asText()).isEqualTo("1.12.1");
    }

    @Test
    void theSameFromStandardInput() throws IOException {
        String log = Files.readString(Path.of(Run.sample("native-routing-cidr/cilium-7hq4w.log")));
        Run run = Run.clewReading(log, "analyze", "-o", "json", "-");
        assertThat(run.root()).isEqualTo("cilium-native-routing-cidr-missing");
    }

    @Test
    void helmRefusesAName() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("helm-name-in-use"));
        assertThat(run.root()).isEqualTo("helm-name-in-use");
        String fix = Run.finding(run.json(), "f1").path("fix").toString();
        assertThat(fix).contains("helm upgrade").contains("helm uninstall");
    }

    @Test
    void aWarningAboutALabel() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("deprecated-node-label"));
        assertThat(run.findings("error", "critical")).isEmpty();
        assertThat(run.findings("warning", "info")).contains("k8s-deprecated-node-label");
    }

    @Test
    void anImageThatTakesItsTime() {
        assertThat(Run.clew("analyze", "-o", "json", Run.sample("slow-image-pull")).root())
                .isEqualTo("k8s-image-pull-slow");
    }

    @Test
    void aReplacementThatIsActive() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("kube-proxy-replacement-active"));
        assertThat(run.findings("error", "critical")).isEmpty();
        assertThat(run.json().path("incidents")).isEmpty();
    }

    @Test
    void theScreen() {
        Run run = Run.clew("analyze", Run.sample("native-routing-cidr"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Cilium 1.12.1");
        int cause = run.out().indexOf("cilium-native-routing-cidr-missing");
        int symptom = run.out().indexOf("A container ends again");
        int fix = run.out().indexOf("Fix");
        assertThat(cause).isPositive().isLessThan(fix);
        assertThat(fix).isLessThan(symptom);
        assertThat(run.out()).doesNotContain("\u001b");
        assertThat(
                        Run.clew("analyze", "--color", "always", Run.sample("native-routing-cidr"))
                                .out())
                .contains("\u001b[");
    }
}
