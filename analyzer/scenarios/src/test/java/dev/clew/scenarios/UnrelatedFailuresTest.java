package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Failures in two namespaces that have nothing to do with each other stay two incidents, each with
/// its own root.
class UnrelatedFailuresTest {

    private static final String NOT_READY =
            "status: {phase: Running, conditions: [{type: Ready, status: 'False'}]}";

    /// One failure in a namespace: objects, events, and the name of what is at fault.
    private record Failure(String root, String... items) {}

    private static Map<String, Failure> failures(String ns) {
        Map<String, Failure> all = new LinkedHashMap<>();
        all.put(
                "selector",
                new Failure("Service/web", service(ns, "wbe", 8080), pod(ns, "", READY)));
        all.put("port", new Failure("Service/web", service(ns, "web", 8081), pod(ns, "", READY)));
        all.put(
                "zero",
                new Failure("Deployment/web", service(ns, "web", 8080), deployment(ns, 0, "")));
        all.put(
                "secret",
                new Failure(
                        "Secret/key",
                        deployment(ns, 1, ", envFrom: [{secretRef: {name: key}}]"),
                        "{apiVersion: v1, kind: Secret, metadata: {name: other, namespace: %s}}"
                                .formatted(ns)));
        all.put(
                "account",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, "")
                                .replace("containers:", "serviceAccountName: web, containers:"),
                        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: %s}}"
                                .formatted(ns)));
        all.put(
                "probe",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, ", readinessProbe: {tcpSocket: {port: 9090}}"),
                        pod(ns, "", NOT_READY)));
        all.put(
                "quota",
                new Failure(
                        "ResourceQuota/small",
                        deployment(ns, 1, ""),
                        event(
                                ns,
                                "Deployment",
                                "web",
                                "FailedCreate",
                                "pods \\\"web\\\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=4, limited: pods=4")));
        all.put(
                "image",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, ""),
                        pod(ns, "", NOT_READY),
                        event(
                                ns,
                                "Pod",
                                "web-0",
                                "Failed",
                                "Failed to pull image \\\"registry.example.com/web:9\\\": rpc error: code = NotFound desc = failed to pull and unpack image: registry.example.com/web:9: not found")));
        all.put(
                "ingress",
                new Failure(
                        "Ingress/web",
                        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: %s}, spec: {rules: [{http: {paths: [{path: /, backend: {service: {name: wep, port: {number: 80}}}}]}}]}}"
                                .formatted(ns),
                        service(ns, "web", 8080),
                        pod(ns, "", READY)));
        all.put(
                "autoscaler",
                new Failure(
                        "HorizontalPodAutoscaler/web",
                        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web, namespace: %s}, spec: {scaleTargetRef: {kind: Deployment, name: wep}, maxReplicas: 3}}"
                                .formatted(ns),
                        deployment(ns, 1, ""),
                        pod(ns, "", READY)));
        all.put(
                "dns",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, ", env: [{name: URL, value: 'http://api:80'}]")
                                .replace("containers:", "dnsPolicy: Default, containers:"),
                        pod(ns, "", READY),
                        service(ns, "web", 8080).replace("name: web", "name: api")));
        all.put(
                "crash",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, ""),
                        pod(ns, "", NOT_READY),
                        event(
                                ns,
                                "Pod",
                                "web-0",
                                "BackOff",
                                "Back-off restarting failed container web in pod web-0_%s(1b2c3d4e)"
                                        .formatted(ns))));
        all.put(
                "webhook",
                new Failure(
                        "Deployment/web",
                        deployment(ns, 1, ""),
                        event(
                                ns,
                                "Deployment",
                                "web",
                                "FailedCreate",
                                "Internal error occurred: failed calling webhook \\\"check.%s.example.com\\\": failed to call webhook: Post \\\"https://guard.%s.svc:443/v?timeout=10s\\\": service \\\"guard\\\" not found"
                                        .formatted(ns, ns))));
        all.put(
                "job",
                new Failure(
                        "Job/load",
                        "{apiVersion: batch/v1, kind: Job, metadata: {name: load, namespace: %s}, spec: {}, status: {conditions: [{type: Failed, status: 'True', reason: DeadlineExceeded, message: Job was active longer than specified deadline}]}}"
                                .formatted(ns)));
        return all;
    }

    private static final String READY =
            "status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}";

    private static String service(String ns, String app, int port) {
        return "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: %s}, spec: {selector: {app: %s}, ports: [{port: 80, targetPort: %d}]}}"
                .formatted(ns, app, port);
    }

    private static String pod(String ns, String more, String status) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: %s, labels: {app: web}, ownerReferences: [{kind: Deployment, name: web}]}, spec: {containers: [{name: web, ports: [{containerPort: 8080}]%s}]}, %s}"
                .formatted(ns, more, status);
    }

    private static String deployment(String ns, int replicas, String more) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: %s}, spec: {replicas: %d, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, ports: [{containerPort: 8080}]%s}]}}}}"
                .formatted(ns, replicas, more);
    }

    private static String event(
            String ns, String kind, String name, String reason, String message) {
        return "{apiVersion: v1, kind: Event, metadata: {name: e, namespace: %s}, involvedObject: {kind: %s, namespace: %s, name: %s}, type: Warning, reason: %s, message: \"%s\", lastTimestamp: '2026-11-01T10:00:00Z'}"
                .formatted(ns, kind, ns, name, reason, message);
    }

    private static List<String> loudRoots(List<String> items) {
        String yaml = "apiVersion: v1\nkind: List\nitems:\n- " + String.join("\n- ", items) + "\n";
        JsonNode json = Run.clewReading(yaml, "analyze", "-o", "json", "-").json();
        List<String> roots = new ArrayList<>();
        for (JsonNode incident : json.get("incidents")) {
            for (JsonNode finding : json.get("findings")) {
                if (finding.get("id").equals(incident.get("root"))
                        && !finding.get("severity").asText().equals("warning")
                        && !finding.get("severity").asText().equals("info")) {
                    List<String> refs = new ArrayList<>();
                    for (JsonNode ref : incident.get("rootEntities")) {
                        refs.add(
                                ref.get("kind").asText()
                                        + "/"
                                        + ref.get("namespace").asText()
                                        + "/"
                                        + ref.get("name").asText());
                    }
                    roots.add(String.join(" ", refs));
                }
            }
        }
        return roots;
    }

    private static String in(String ns, String root) {
        return root.replace("/", "/" + ns + "/");
    }

    @Test
    void allPairsStayApart() {
        Map<String, Failure> left = failures("left");
        Map<String, Failure> right = failures("right");
        left.forEach((one, first) ->
                right.forEach((other, second) -> {
                    List<String> items = new ArrayList<>(List.of(first.items()));
                    items.addAll(List.of(second.items()));
                    assertThat(loudRoots(items))
                            .as(one + " and " + other)
                            .containsExactlyInAnyOrder(
                                    in("left", first.root()), in("right", second.root()));
                }));
    }
}
