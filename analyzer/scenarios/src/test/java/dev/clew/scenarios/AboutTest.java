package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asking about one object: of two failures that have nothing to do with each other, only the one
/// that explains it is told.
class AboutTest {

    private static final String OBJECTS =
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: left}, spec: {selector: {app: wbe}, ports: [{port: 80}]}}
            - {apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: left, labels: {app: web}}, spec: {containers: [{name: web}]}, status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}
            - {apiVersion: v1, kind: Service, metadata: {name: api, namespace: right}, spec: {selector: {app: apy}, ports: [{port: 80}]}}
            - {apiVersion: v1, kind: Pod, metadata: {name: api-0, namespace: right, labels: {app: api}}, spec: {containers: [{name: api}]}, status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}
            - {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: front, namespace: right}, spec: {rules: [{http: {paths: [{path: /, backend: {service: {name: api, port: {number: 80}}}}]}}]}}
            - {apiVersion: v1, kind: Service, metadata: {name: well, namespace: right}, spec: {selector: {app: api}, ports: [{port: 80}]}}
            - {apiVersion: v1, kind: Service, metadata: {name: well, namespace: left}, spec: {selector: {app: web}, ports: [{port: 80}]}}
            """;

    @TempDir Path folder;
    private String input = "";

    @BeforeEach
    void write() throws IOException {
        Path objects = folder.resolve("objects.yaml");
        Files.writeString(objects, OBJECTS);
        input = folder.toString();
        assertThat(roots(Run.clew("analyze", "-o", "json", input).json()))
                .containsExactlyInAnyOrder("left/web", "right/api");
    }

    private static List<String> roots(JsonNode json) {
        List<String> roots = new ArrayList<>();
        for (JsonNode incident : json.get("incidents")) {
            JsonNode root = incident.get("rootEntities").get(0);
            roots.add(root.get("namespace").asText() + "/" + root.get("name").asText());
        }
        return roots;
    }

    @Test
    void tellsOnlyWhatExplainsTheObject() {
        Run run = Run.clew("analyze", "-o", "json", "--about", "ing/front", input);
        assertThat(roots(run.json())).containsExactly("right/api");
        assertThat(run.json().get("findings")).hasSize(1);
        assertThat(run.err()).contains("1 of 2 incidents do not explain ing/front");
    }

    @Test
    void isQuietAboutAnObjectThatIsWell() {
        JsonNode json =
                Run.clew("analyze", "-o", "json", "--about", "svc/well", "-n", "left", input)
                        .json();
        assertThat(json.get("incidents")).isEmpty();
        assertThat(json.get("verdict").asText()).isEqualTo("healthy");
    }

    @Test
    void leavesOutMessagesOfOthers() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("pods/right_api-0_0b1c/api"));
        Files.writeString(
                logs.resolve("0.log"),
                "2026-11-01T10:00:00.1Z stderr F level=error msg=\"the quernstone does not turn\"\n");
        assertThat(verdict("svc/well", "right")).isEqualTo("errors-without-known-cause");
        assertThat(verdict("svc/well", "left")).isEqualTo("healthy");
    }

    private String verdict(String about, String namespace) {
        return Run.clew("analyze", "-o", "json", "--about", about, "-n", namespace, input)
                .json()
                .get("verdict")
                .asText();
    }

    @Test
    void asksForTheNamespaceWhereSeveralHaveTheName() {
        Run run = Run.clew("analyze", "--about", "Service/well", input);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("left, right").contains("-n");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThat(Run.clew("analyze", "--about", "web", input).status()).isEqualTo(2);
        assertThat(Run.clew("analyze", "-n", "left", input).status()).isEqualTo(2);
        Run run = Run.clew("analyze", "--about", "Service/none", input);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("Service/none is not in the input");
    }
}
