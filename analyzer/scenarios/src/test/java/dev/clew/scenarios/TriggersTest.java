package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The last change before a failure, on what the failing thing hangs on, is named.
class TriggersTest {

    private static final String FAILURE =
            "{apiVersion: v1, kind: Event, metadata: {name: e, namespace: shop}, involvedObject: {kind: Pod, namespace: shop, name: web-6c9f-x7k2p}, type: Warning, reason: Failed, message: 'Failed to pull image \"registry.example.com/web:9\": rpc error: code = NotFound desc = failed to pull and unpack image: registry.example.com/web:9: not found', firstTimestamp: '2026-11-01T10:00:30Z', lastTimestamp: '2026-11-01T10:05:00Z', count: 5}";

    private static String deployment(String name, String time) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: %s, namespace: shop, uid: d-%s, creationTimestamp: '2026-10-01T08:00:00Z', managedFields: [{manager: kubectl-edit, operation: Update, time: '%s', fieldsV1: {'f:spec': {}}}, {manager: kube-controller-manager, operation: Update, subresource: status, time: '2026-11-01T10:00:29Z', fieldsV1: {'f:status': {}}}]}, spec: {replicas: 1, selector: {matchLabels: {app: %s}}, template: {metadata: {labels: {app: %s}}, spec: {containers: [{name: web}]}}}}"
                .formatted(name, name, time, name, name);
    }

    private static String revision(String name, int number, String image, String time) {
        return "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: %s, namespace: shop, creationTimestamp: '%s', annotations: {deployment.kubernetes.io/revision: '%d'}, ownerReferences: [{kind: Deployment, name: web}]}, spec: {replicas: 1, template: {spec: {containers: [{name: web, image: '%s'}]}}}}"
                .formatted(name, time, number, image);
    }

    private static final String POD =
            "{apiVersion: v1, kind: Pod, metadata: {name: web-6c9f-x7k2p, namespace: shop, labels: {app: web}, ownerReferences: [{kind: ReplicaSet, name: web-6c9f}]}, spec: {containers: [{name: web, image: 'registry.example.com/web:9'}]}, status: {phase: Pending}}";

    private static JsonNode analyzed(String... items) {
        String yaml =
                "apiVersion: v1\nkind: List\nitems:\n- "
                        + String.join("\n- ", List.of(items))
                        + "\n";
        return Run.clewReading(yaml, "analyze", "-o", "json", "-").json();
    }

    @Test
    void namesTheEditBeforeTheFailure() {
        JsonNode json =
                analyzed(
                        deployment("web", "2026-11-01T10:00:10Z"),
                        deployment("other", "2026-11-01T10:00:20Z"),
                        revision(
                                "web-6c9f",
                                1,
                                "registry.example.com/web:9",
                                "2026-10-01T08:00:00Z"),
                        POD,
                        FAILURE);
        JsonNode trigger = json.get("incidents").get(0).get("trigger");
        assertThat(trigger.get("text").asText()).isEqualTo("changed by kubectl-edit");
        assertThat(trigger.get("subject").get("name").asText()).isEqualTo("web");
        assertThat(trigger.get("time").asText()).isEqualTo("2026-11-01T10:00:10Z");
        assertThat(json.get("timeline").findValuesAsText("text"))
                .contains("changed by kubectl-edit");
    }

    @Test
    void namesTheRevisionAndItsImage() {
        JsonNode json =
                analyzed(
                        deployment("web", "2026-10-01T08:00:00Z"),
                        revision(
                                "web-5b8d",
                                1,
                                "registry.example.com/web:8",
                                "2026-10-01T08:00:00Z"),
                        revision(
                                "web-6c9f",
                                2,
                                "registry.example.com/web:9",
                                "2026-11-01T10:00:11Z"),
                        POD,
                        FAILURE);
        assertThat(json.get("incidents").get(0).get("trigger").get("text").asText())
                .isEqualTo(
                        "revision 2: image registry.example.com/web:9 instead of"
                                + " registry.example.com/web:8");
    }

    @Test
    void namesNoChangeAfterTheFailureOrLongBefore() {
        JsonNode json =
                analyzed(
                        deployment("web", "2026-11-01T10:02:00Z"),
                        revision(
                                "web-6c9f",
                                1,
                                "registry.example.com/web:9",
                                "2026-10-01T08:00:00Z"),
                        POD,
                        FAILURE);
        assertThat(json.get("incidents").get(0).get("trigger").isNull()).isTrue();
    }
}
