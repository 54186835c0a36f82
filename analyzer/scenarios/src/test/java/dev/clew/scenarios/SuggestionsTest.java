package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {

    private static String log() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            log.append(
                    "2024-03-01T00:00:00.%06dZ level=info msg=\"All is well\" run=%d\n"
                            .formatted(i, i));
            if (i % 10 == 0) {
                log.append(
                        "2024-03-01T00:00:00.%06dZ level=warning msg=\"The flux capacitor is warm\" degrees=%d pod=web-6f7d8c9b5-xk2lp\n"
                                .formatted(i, i));
            }
            if (i == 77) {
                log.append(
                        "2024-03-01T00:00:01Z level=error msg=\"The zirconium gearbox jammed\" gear=3\n");
            }
        }
        return log.toString();
    }

    @Test
    void unknownWarningsAreGroupedAndCounted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("app.log");
        Files.writeString(file, log());
        JsonNode suggestions =
                Run.clew("analyze", "-o", "json", file.toString()).json().path("suggestions");
        assertThat(suggestions).hasSize(2);
        JsonNode worst = suggestions.get(0);
        assertThat(worst.path("level").asText()).isEqualTo("error");
        assertThat(worst.path("count").asInt()).isEqualTo(1);
        assertThat(worst.path("line").asInt()).isEqualTo(87);
        assertThat(worst.path("source").asText()).isEqualTo(file.toString());
        assertThat(worst.path("text").asText()).contains("zirconium");
        assertThat(worst.path("articles")).as("nothing weak is claimed").isEmpty();
        assertThat(suggestions.get(1).path("count").asInt()).isEqualTo(500);
        assertThat(suggestions.get(1).path("template").asText()).contains("degrees=<number>");
        String screen = Run.clew("analyze", file.toString()).out();
        assertThat(screen)
                .contains("No known cause. 1 error")
                .doesNotContain("Nothing known to be wrong")
                .contains("warning, 500 times, 2024-03-01T00:00:00Z");
    }

    @Test
    void anErrorThatNoRuleKnowsIsNotCalledHealth() {
        String log =
                """
                2026-03-01T10:00:00Z ERROR cart: open ledger at flux.shop.svc:7070: gearbox jammed
                2026-03-01T10:00:09Z ERROR cart: open ledger at flux.shop.svc:7070: gearbox jammed
                2026-03-01T10:00:10Z ERROR cart: the flux is gone
                """;
        JsonNode json = Run.clewReading(log, "analyze", "-o", "json", "-").json();
        assertThat(json.path("verdict").asText()).isEqualTo("errors-without-known-cause");
        assertThat(json.at("/coverage/judged/unknownErrors").asInt()).isEqualTo(2);
        assertThat(json.at("/coverage/judged/to").asText()).isEqualTo("2026-03-01T10:00:10Z");
        JsonNode first = json.at("/suggestions/0");
        assertThat(first.path("count").asInt()).isEqualTo(2);
        assertThat(first.path("firstSeen").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(first.path("lastSeen").asText()).isEqualTo("2026-03-01T10:00:09Z");
        assertThat(first.at("/says/target").asText()).isEqualTo("flux.shop.svc:7070");
        for (String form : List.of("text", "markdown")) {
            Run run = Run.clewReading(log, "analyze", "-o", form, "-");
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("No known cause. 2 different errors, most telling first")
                    .contains("2 times, 2026-03-01T10:00:00Z … 2026-03-01T10:00:09Z")
                    .doesNotContain("Nothing known");
        }
    }

    @Test
    void aCleanBillTellsWhatItRestsOn() {
        String log =
                """
                time="2026-03-01T10:00:00Z" level=info msg="Serving cilium API" subsys=daemon
                time="2026-03-01T10:30:00Z" level=info msg="Serving cilium API" subsys=daemon
                """;
        assertThat(Run.clewReading(log, "analyze", "-").out())
                .contains("Nothing known to be wrong was found.")
                .contains("Judged: ")
                .contains("30m")
                .contains("up to 2026-03-01T10:30:00Z");
    }

    @Test
    void failuresWithoutALevelAreHeardInBigLogs() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            log.append("2026-03-01 10:00:00 all is well in run ").append(i).append('\n');
            if (i == 100) {
                log.append("2026-03-01 10:00:01 ERROR [cart] the gearbox jammed\n");
                log.append("org.example.FluxException: the flux is gone\n");
            }
            if (i == 200) {
                log.append("Segmentation fault (core dumped)\n");
            }
        }
        JsonNode suggestions =
                Run.clewReading(log.toString(), "analyze", "-o", "json", "-")
                        .json()
                        .path("suggestions");
        assertThat(suggestions.toString())
                .contains("gearbox jammed")
                .contains("FluxException")
                .contains("Segmentation fault")
                .doesNotContain("all is well");
    }

    @Test
    void whatWasNotAskedAboutComesLater() {
        String terminal =
                """
                $ kubectl get pods -n shop
                NAME                     READY   STATUS             RESTARTS   AGE
                mail-6f7d8c9b5-xk2lp     0/1     CrashLoopBackOff   200        6d
                $ kubectl get deployment cart -n shop -o yaml
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec: {replicas: 1}
                status: {replicas: 1, unavailableReplicas: 1, updatedReplicas: 1}
                """;
        assertThat(Run.clewReading(terminal, "analyze", "-o", "json", "-").root())
                .isEqualTo("k8s-workload-not-rolled-out");
        assertThat(
                        Run.clewReading(
                                        terminal.replace("deployment cart", "deployment"),
                                        "analyze",
                                        "-o",
                                        "json",
                                        "-")
                                .root())
                .isEqualTo("k8s-crashloop-backoff");
    }

    @Test
    void klogWithAndWithoutTheFrameOfTheRuntime() {
        String log =
                """
                I0912 08:00:00.000001    1123 flux.go:7] "All is well"
                E0912 08:00:00.000002    1123 flux.go:77] "Flux lost" err="gear 3"
                2024-03-01T00:00:00.000000001Z stderr F E0912 08:00:00.000003    1123 flux.go:77] "Flux lost" err="gear 4"
                """;
        JsonNode suggestions =
                Run.clewReading(log, "analyze", "-o", "json", "-").json().path("suggestions");
        assertThat(suggestions.toString()).contains("Flux lost").doesNotContain("All is well");
    }

    @Test
    void whatIsNearIsNamed() {
        String line =
                "level=error msg=\"Command execution failed\" cmd=\"[iptables -t mangle -n -L CILIUM_PRE_mangle]\" error=\"exit status 1\" subsys=iptables\n";
        JsonNode first =
                Run.clewReading(line, "analyze", "-o", "json", "-").json().at("/suggestions/0");
        assertThat(first.at("/articles/0/id").asText()).isEqualTo("cilium-iptables-failed");
        assertThat(first.at("/articles/0/score").asDouble()).isPositive();
    }

    @Test
    void whatARuleKnowsIsNotSuggested() {
        Run run = Run.clew("analyze", "-o", "json", Run.sample("native-routing-cidr"));
        assertThat(run.json().path("suggestions").toString())
                .doesNotContain("native routing cidr must be configured");
    }

    @Test
    void draftsProveThemselves(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("app.log");
        Files.writeString(file, log());
        Path pack = folder.resolve("pack");
        Run run = Run.clew("analyze", "--draft-signatures", pack.toString(), file.toString());
        assertThat(run.err()).contains("2 draft signatures");
        Run lint = Run.clew("patterns", "lint", pack.toString());
        assertThat(lint.out().lines().map(line -> line.replaceAll(".*: (P\\d+) .*", "$1")))
                .as("samples are found; what is missing is for the author")
                .containsOnly("P204", "P305", "P319");
        assertThat(
                        Run.clew(
                                        "analyze",
                                        "-o",
                                        "json",
                                        "--patterns",
                                        pack.toString(),
                                        file.toString())
                                .findings("warning", "error"))
                .hasSize(2);
    }

    @Test
    void aNewSignatureFromALine(@TempDir Path pack) throws IOException {
        String line =
                "time=\"2024-05-01T10:00:00Z\" level=error msg=\"Unable to turn 'flux: #1'\" error=\"gear 77 of 10.0.0.5: it\\tjammed\" subsys=flux";
        List<String> arguments =
                List.of("patterns", "new", line, "--id", "flux-jammed", "--area", "flux");
        Run made = run(arguments, pack);
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(pack.resolve("signatures/flux/flux-jammed.yaml")).exists();
        assertThat(pack.resolve("articles/flux/flux-jammed.md")).exists();
        assertThat(Run.clew("patterns", "lint", pack.toString()).out())
                .doesNotContain("P0")
                .doesNotContain("P1")
                .doesNotContain("P201");
        assertThat(
                        Run.clewReading(
                                        line.replace("77", "78"),
                                        "analyze",
                                        "-o",
                                        "json",
                                        "--patterns",
                                        pack.toString(),
                                        "-")
                                .root())
                .isEqualTo("flux-jammed");
        assertThat(run(arguments, pack).status()).as("nothing is overwritten").isEqualTo(2);
        Run nothing = run(List.of("patterns", "new", "12", "--id", "n-n", "--area", "flux"), pack);
        assertThat(nothing.status()).isEqualTo(2);
    }

    private static Run run(List<String> arguments, Path pack) {
        List<String> all = new java.util.ArrayList<>(arguments);
        all.addAll(List.of("--dir", pack.toString()));
        return Run.clew(all.toArray(String[]::new));
    }
}
