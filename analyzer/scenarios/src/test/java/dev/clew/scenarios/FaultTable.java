package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// What can be wrong with a shop, and what is then at fault: the roots stand behind each other,
/// with `|` between those that may stand for each other.
final class FaultTable {

    private static final String RUNNING = "{running: {startedAt: '2026-11-01T10:00:05Z'}}";
    private static final String CRASH =
            "{waiting: {reason: 'CrashLoopBackOff', message: 'back-off 40s restarting failed container'}}";

    /// Takes a fault.
    interface Faults {
        void add(String name, String roots, Consumer<Shop> make);
    }

    private FaultTable() {}

    static void fill(Faults faults) {
        starts(faults);
        crashes(faults);
        services(faults);
        policies(faults);
        scheduling(faults);
        limits(faults);
        rest(faults);
    }

    private static String waiting(String reason, String message) {
        return "{waiting: {reason: '%s', message: '%s'}}".formatted(reason, message);
    }

    private static void ended(Shop shop, String app, String reason, int code, String message) {
        ((ObjectNode) shop.pod(app).at("/status/containerStatuses/0"))
                .set(
                        "lastState",
                        Shop.json(
                                "{terminated: {reason: '%s', exitCode: %d, message: '%s', finishedAt: '2026-11-01T10:29:00Z'}}"
                                        .formatted(reason, code, message)));
    }

    private static void notStarted(Shop shop, String app, String reason, String message) {
        shop.down(app, waiting(reason, message), 0);
        shop.podEvent(app, "Failed", "Error: " + message);
    }

    private static void starts(Faults faults) {
        faults.add(
                "wrong-image",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".image", "'registry.example.com/api:9'");
                    shop.down("api", waiting("ImagePullBackOff", "Back-off pulling image"), 0);
                    shop.podEvent(
                            "api",
                            "Failed",
                            "Failed to pull image \"registry.example.com/api:9\": rpc error: code = NotFound desc = failed to pull and unpack image \"registry.example.com/api:9\": failed to resolve reference \"registry.example.com/api:9\": registry.example.com/api:9: not found");
                });
        faults.add(
                "pull-not-allowed",
                "Deployment/api|Secret/pull",
                shop -> {
                    shop.edit("api", "imagePullSecrets", "[{name: 'pull'}]");
                    shop.down("api", waiting("ImagePullBackOff", "Back-off pulling image"), 0);
                    shop.podEvent(
                            "api",
                            "FailedToRetrieveImagePullSecret",
                            "Unable to retrieve some image pull secrets (pull); attempting to pull the image may not succeed.");
                    shop.podEvent(
                            "api",
                            "Failed",
                            "Failed to pull image \"registry.example.com/api:1\": failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized");
                });
        faults.add(
                "wrong-command",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".command", "['/app/sevrer']");
                    shop.down("api", CRASH, 4);
                    String words =
                            "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"/app/sevrer\": stat /app/sevrer: no such file or directory: unknown";
                    ended(shop, "api", "StartError", 128, words);
                    shop.podEvent("api", "Failed", "Error: " + words);
                });
        faults.add(
                "config-map-missing",
                "ConfigMap/api-config",
                shop -> {
                    shop.remove("ConfigMap/api-config");
                    shop.put(
                            "{kind: 'ConfigMap', metadata: {name: 'kube-root-ca.crt', namespace: 'shop'}, data: {}}");
                    notStarted(
                            shop,
                            "api",
                            "CreateContainerConfigError",
                            "configmap \"api-config\" not found");
                });
        faults.add(
                "secret-key-missing",
                "Secret/api-key",
                shop -> {
                    shop.edit(
                            "api",
                            ".env",
                            "[{name: 'TOKEN', valueFrom: {secretKeyRef: {name: 'api-key', key: 'tokne'}}}]");
                    notStarted(
                            shop,
                            "api",
                            "CreateContainerConfigError",
                            "couldn't find key tokne in Secret shop/api-key".replace("'", "\\'"));
                });
        faults.add(
                "secret-volume-missing",
                "Secret/api-tls",
                shop -> {
                    shop.edit("api", "volumes", "[{name: 'tls', secret: {secretName: 'api-tls'}}]");
                    shop.down("api", waiting("ContainerCreating", ""), 0);
                    shop.podEvent(
                            "api",
                            "FailedMount",
                            "MountVolume.SetUp failed for volume \"tls\" : secret \"api-tls\" not found");
                });
        faults.add(
                "runs-as-root",
                "Deployment/api",
                shop -> {
                    shop.edit("api", "securityContext", "{runAsNonRoot: true}");
                    notStarted(
                            shop,
                            "api",
                            "CreateContainerConfigError",
                            "container has runAsNonRoot and image will run as root");
                });
        faults.add(
                "wrong-architecture",
                "Deployment/api",
                shop -> {
                    shop.down("api", CRASH, 5);
                    ended(shop, "api", "Error", 255, "exec /app/server: exec format error");
                    shop.backOff("api");
                });
        faults.add(
                "init-waits",
                "Deployment/api|Service/search",
                shop -> {
                    shop.edit(
                            "api",
                            "initContainers",
                            "[{name: 'wait', image: 'busybox:1', command: ['sh', '-c', 'until nc -z search 80; do sleep 2; done']}]");
                    shop.down("api", waiting("PodInitializing", ""), 0);
                    ((ObjectNode) shop.pod("api").get("status"))
                            .put("phase", "Pending")
                            .set(
                                    "initContainerStatuses",
                                    Shop.json(
                                            "[{name: 'wait', state: {running: {startedAt: '2026-11-01T10:00:05Z'}}}]"));
                });
        faults.add(
                "account-missing",
                "Deployment/api|ServiceAccount/api-v2",
                shop -> {
                    shop.edit("api", "serviceAccountName", "'api-v2'");
                    shop.podless("api");
                    shop.event(
                            "ReplicaSet",
                            "api-7d4b9c6f5d",
                            "FailedCreate",
                            "Error creating: pods \"api-7d4b9c6f5d-\" is forbidden: error looking up service account shop/api-v2: serviceaccount \"api-v2\" not found");
                });
    }

    private static void crashes(Faults faults) {
        faults.add(
                "out-of-memory",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".resources", "{limits: {memory: '16Mi'}}");
                    shop.down("api", CRASH, 6);
                    ended(shop, "api", "OOMKilled", 137, "");
                    shop.backOff("api");
                });
        faults.add(
                "bad-liveness",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".livenessProbe", "{httpGet: {path: '/helth', port: 8080}}");
                    shop.down("api", CRASH, 6);
                    ended(shop, "api", "Error", 137, "");
                    shop.podEvent(
                            "api",
                            "Unhealthy",
                            "Liveness probe failed: HTTP probe failed with statuscode: 404");
                    shop.podEvent(
                            "api",
                            "Killing",
                            "Container api failed liveness probe, will be restarted");
                });
        faults.add(
                "bad-readiness",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".readinessProbe", "{httpGet: {path: '/redy', port: 8080}}");
                    shop.down("api", RUNNING, 0);
                    shop.podEvent(
                            "api",
                            "Unhealthy",
                            "Readiness probe failed: HTTP probe failed with statuscode: 404");
                });
        faults.add(
                "bad-startup-probe",
                "Deployment/api",
                shop -> {
                    shop.edit(
                            "api",
                            ".startupProbe",
                            "{tcpSocket: {port: 8081}, failureThreshold: 3}");
                    shop.down("api", RUNNING, 3);
                    shop.podEvent(
                            "api",
                            "Unhealthy",
                            "Startup probe failed: dial tcp 10.1.0.17:8081: connect: connection refused");
                });
        faults.add(
                "wrong-env",
                "Deployment/api",
                shop -> {
                    shop.edit(
                            "api", ".env", "[{name: 'DB_URL', value: 'postgres://dbx:5432/shop'}]");
                    shop.down("api", CRASH, 5);
                    ended(shop, "api", "Error", 1, "");
                    shop.log(
                            "api",
                            "fatal",
                            "cannot open database: lookup dbx on 10.96.0.10:53: no such host");
                    shop.backOff("api");
                });
        faults.add(
                "wrong-setting",
                "ConfigMap/api-config|Deployment/api",
                shop -> {
                    ((ObjectNode) shop.get("ConfigMap/api-config").get("data")).put("MODE", "fats");
                    shop.down("api", CRASH, 5);
                    ended(shop, "api", "Error", 1, "");
                    shop.log(
                            "api",
                            "fatal",
                            "invalid configuration: MODE must be one of fast, slow: got fats");
                    shop.backOff("api");
                });
        faults.add(
                "unhandled-error",
                "Deployment/api",
                shop -> {
                    for (int i = 0; i < 6; i++) {
                        shop.log(
                                "api",
                                "error",
                                "request failed: path=/ status=500: KeyError: price");
                        shop.log(
                                "web",
                                "error",
                                "request failed: GET http://api:80/ returned 500 Internal Server Error");
                    }
                });
        faults.add(
                "chain-of-500",
                "StatefulSet/db",
                shop -> {
                    for (int i = 0; i < 6; i++) {
                        shop.log(
                                "db",
                                "error",
                                "request failed: path=/query status=500: IndexError: list index out of range");
                        shop.log(
                                "api",
                                "error",
                                "request failed: POST http://db:8080/query returned 500 Internal Server Error");
                        shop.log(
                                "web",
                                "error",
                                "request failed: GET http://api:80/ returned 502 Bad Gateway");
                    }
                });
    }

    private static void services(Faults faults) {
        faults.add(
                "wrong-selector",
                "Service/api",
                shop -> {
                    ((ObjectNode) shop.get("Service/api").at("/spec/selector")).put("app", "aip");
                    shop.unreachable("api");
                    shop.get("Endpoints/api").set("subsets", Shop.json("[]"));
                });
        faults.add(
                "wrong-target-port",
                "Service/api",
                shop -> {
                    ((ObjectNode) shop.get("Service/api").at("/spec/ports/0"))
                            .put("targetPort", 8099);
                    shop.unreachable("api");
                });
        faults.add(
                "wrong-port-name",
                "Service/api",
                shop -> {
                    ((ObjectNode) shop.get("Service/api").at("/spec/ports/0"))
                            .put("targetPort", "htpt");
                    shop.get("Endpoints/api").set("subsets", Shop.json("[]"));
                    shop.unreachable("api");
                });
        faults.add(
                "service-gone",
                "Service/api",
                shop -> {
                    shop.remove("Service/api");
                    shop.remove("Endpoints/api");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "web",
                                "error",
                                "request failed: Get \\\"http://api:80/\\\": dial tcp: lookup api on 10.96.0.10:53: no such host");
                    }
                });
        faults.add(
                "scaled-to-zero",
                "Deployment/api",
                shop -> {
                    ((ObjectNode) shop.workload("api").get("spec")).put("replicas", 0);
                    shop.podless("api");
                    ((ObjectNode) shop.workload("api").get("status")).removeAll();
                });
        faults.add(
                "ingress-backend",
                "Ingress/web",
                shop ->
                        shop.put(
                                "{kind: 'Ingress', metadata: {name: 'web', namespace: 'shop'}, spec: {rules: [{host: 'shop.example.com', http: {paths: [{path: '/', backend: {service: {name: 'wbe', port: {number: 80}}}}]}}]}}"));
        faults.add(
                "ingress-port",
                "Ingress/web",
                shop ->
                        shop.put(
                                "{kind: 'Ingress', metadata: {name: 'web', namespace: 'shop'}, spec: {rules: [{host: 'shop.example.com', http: {paths: [{path: '/', backend: {service: {name: 'web', port: {number: 8088}}}}]}}]}}"));
        faults.add(
                "ingress-class",
                "Ingress/web",
                shop -> {
                    shop.put(
                            "{kind: 'IngressClass', metadata: {name: 'nginx'}, spec: {controller: 'k8s.io/ingress-nginx'}}");
                    shop.put(
                            "{kind: 'Ingress', metadata: {name: 'web', namespace: 'shop'}, spec: {ingressClassName: 'ngnix', rules: [{http: {paths: [{path: '/', backend: {service: {name: 'web', port: {number: 80}}}}]}}]}}");
                });
        faults.add(
                "dns-policy",
                "Deployment/api",
                shop -> {
                    shop.edit("api", "dnsPolicy", "'Default'");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "api",
                                "error",
                                "query failed: dial tcp: lookup db on 192.168.1.1:53: no such host");
                    }
                });
    }

    private static void policies(Faults faults) {
        faults.add(
                "policy-denies-all",
                "NetworkPolicy/deny-all",
                shop -> {
                    shop.put(
                            "{kind: 'NetworkPolicy', metadata: {name: 'deny-all', namespace: 'shop'}, spec: {podSelector: {matchLabels: {app: 'api'}}, policyTypes: ['Ingress']}}");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "web",
                                "error",
                                "request failed: Get \\\"http://api:80/\\\": dial tcp 10.96.0.20:80: i/o timeout");
                    }
                });
        faults.add(
                "policy-without-dns",
                "NetworkPolicy/egress",
                shop -> {
                    shop.put(
                            "{kind: 'NetworkPolicy', metadata: {name: 'egress', namespace: 'shop'}, spec: {podSelector: {matchLabels: {app: 'api'}}, policyTypes: ['Egress'], egress: [{to: [{podSelector: {matchLabels: {app: 'db'}}}], ports: [{port: 8080}]}]}}");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "api",
                                "error",
                                "query failed: dial tcp: lookup db on 10.96.0.10:53: read udp 10.1.0.17:41234->10.96.0.10:53: i/o timeout");
                    }
                });
        faults.add(
                "cilium-policy-denies",
                "CiliumNetworkPolicy/api",
                shop -> {
                    shop.put(
                            "{kind: 'CiliumNetworkPolicy', metadata: {name: 'api', namespace: 'shop'}, spec: {endpointSelector: {matchLabels: {app: 'api'}}, ingress: [{fromEndpoints: [{matchLabels: {app: 'admin'}}]}]}}");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "web",
                                "error",
                                "request failed: Get \\\"http://api:80/\\\": dial tcp 10.96.0.20:80: i/o timeout");
                    }
                });
        faults.add(
                "rbac-removed",
                "Role/api|RoleBinding/api|ServiceAccount/api",
                shop -> {
                    shop.edit("api", "serviceAccountName", "'api'");
                    shop.put(
                            "{kind: 'Role', metadata: {name: 'api', namespace: 'shop'}, rules: [{apiGroups: [''], resources: ['pods'], verbs: ['list']}]}");
                    shop.put(
                            "{kind: 'RoleBinding', metadata: {name: 'other', namespace: 'shop'}, roleRef: {kind: 'Role', name: 'other'}, subjects: []}");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "api",
                                "error",
                                "pods is forbidden: User \\\"system:serviceaccount:shop:api\\\" cannot list resource \\\"pods\\\" in API group \\\"\\\" in the namespace \\\"shop\\\"");
                    }
                });
        faults.add(
                "mtls-strict",
                "PeerAuthentication/default",
                shop -> {
                    shop.put(
                            "{kind: 'PeerAuthentication', metadata: {name: 'default', namespace: 'shop'}, spec: {mtls: {mode: 'STRICT'}}}");
                    ((com.fasterxml.jackson.databind.node.ArrayNode)
                                    shop.spec("api").get("containers"))
                            .add(Shop.json("{name: 'istio-proxy', image: 'istio/proxyv2:1'}"));
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "web",
                                "error",
                                "request failed: Get \\\"http://api:80/\\\": read tcp 10.1.0.16:41002->10.96.0.20:80: read: connection reset by peer");
                    }
                });
        faults.add(
                "webhook-down",
                "ValidatingWebhookConfiguration/guard|Service/guard|Deployment/guard",
                shop -> {
                    shop.put(
                            "{kind: 'ValidatingWebhookConfiguration', metadata: {name: 'guard'}, webhooks: [{name: 'guard.example.com', failurePolicy: 'Fail', clientConfig: {service: {name: 'guard', namespace: 'shop'}}}]}");
                    shop.workload("Deployment", "guard", "env: []");
                    shop.down("guard", CRASH, 4);
                    ended(shop, "guard", "Error", 1, "");
                    shop.podless("api");
                    shop.event(
                            "ReplicaSet",
                            "api-7d4b9c6f5d",
                            "FailedCreate",
                            "Error creating: Internal error occurred: failed calling webhook \"guard.example.com\": failed to call webhook: Post \"https://guard.shop.svc:443/validate?timeout=10s\": no endpoints available for service \"guard\"");
                });
    }

    private static void scheduling(Faults faults) {
        faults.add(
                "node-selector",
                "Deployment/api",
                shop -> {
                    shop.edit("api", "nodeSelector", "{disk: 'ssd'}");
                    shop.pending(
                            "api",
                            "0/2 nodes are available: 2 node(s) didn\\'t match Pod\\'s node affinity/selector.");
                });
        faults.add(
                "taints",
                "Node/node-1 Node/node-2",
                shop -> {
                    for (String node : new String[] {"node-1", "node-2"}) {
                        ((ObjectNode) shop.get("Node/" + node).get("spec"))
                                .set(
                                        "taints",
                                        Shop.json(
                                                "[{key: 'team', value: 'other', effect: 'NoSchedule'}]"));
                    }
                    shop.pending(
                            "api",
                            "0/2 nodes are available: 2 node(s) had untolerated taint {team: other}.");
                });
        faults.add(
                "cordoned",
                "Node/node-1 Node/node-2",
                shop -> {
                    for (String node : new String[] {"node-1", "node-2"}) {
                        ((ObjectNode) shop.get("Node/" + node).get("spec"))
                                .put("unschedulable", true)
                                .set(
                                        "taints",
                                        Shop.json(
                                                "[{key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule'}]"));
                    }
                    shop.pending("api", "0/2 nodes are available: 2 node(s) were unschedulable.");
                });
        faults.add(
                "too-much-cpu",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".resources", "{requests: {cpu: '64'}}");
                    shop.pending("api", "0/2 nodes are available: 2 Insufficient cpu.");
                });
        faults.add(
                "anti-affinity",
                "Deployment/api",
                shop -> {
                    shop.edit(
                            "api",
                            "affinity",
                            "{podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchExpressions: [{key: 'app', operator: 'Exists'}]}, topologyKey: 'kubernetes.io/hostname'}]}}");
                    shop.pending(
                            "api",
                            "0/2 nodes are available: 2 node(s) didn\\'t match pod anti-affinity rules.");
                });
        faults.add(
                "preempted",
                "Deployment/batch|PriorityClass/urgent|Deployment/api",
                shop -> {
                    shop.put("{kind: 'PriorityClass', metadata: {name: 'urgent'}, value: 1000000}");
                    shop.workload("Deployment", "batch", "resources: {requests: {cpu: '3'}}");
                    shop.edit("batch", "priorityClassName", "'urgent'");
                    shop.podEvent(
                            "api",
                            "Preempted",
                            "Preempted by pod 7c1b6a52-0000-4000-8000-000000000001 on node node-1");
                    shop.pending(
                            "api",
                            "0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.");
                });
        faults.add(
                "claim-class-missing",
                "PersistentVolumeClaim/data-db-0|StorageClass/fast",
                shop -> {
                    shop.put(
                            "{kind: 'PersistentVolumeClaim', metadata: {name: 'data-db-0', namespace: 'shop'}, spec: {storageClassName: 'fast'}, status: {phase: 'Pending'}}");
                    shop.event(
                            "PersistentVolumeClaim",
                            "data-db-0",
                            "ProvisioningFailed",
                            "storageclass.storage.k8s.io \"fast\" not found");
                    shop.pending(
                            "db",
                            "0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
                });
        faults.add(
                "node-down",
                "Node/node-1",
                shop -> {
                    ((ObjectNode) shop.get("Node/node-1").at("/status/conditions/0"))
                            .put("status", "Unknown")
                            .put("reason", "NodeStatusUnknown")
                            .put("message", "Kubelet stopped posting node status.");
                    for (String app : new String[] {"web", "api", "db"}) {
                        ((ObjectNode) shop.pod(app).at("/status/conditions/1"))
                                .put("status", "False");
                    }
                    shop.event(
                            "Node",
                            "node-1",
                            "NodeNotReady",
                            "Node node-1 status is now: NodeNotReady");
                });
    }

    private static void limits(Faults faults) {
        faults.add(
                "quota",
                "ResourceQuota/small",
                shop -> {
                    shop.put(
                            "{kind: 'ResourceQuota', metadata: {name: 'small', namespace: 'shop'}, spec: {hard: {pods: '2'}}, status: {hard: {pods: '2'}, used: {pods: '2'}}}");
                    shop.podless("api");
                    shop.event(
                            "ReplicaSet",
                            "api-7d4b9c6f5d",
                            "FailedCreate",
                            "Error creating: pods \"api-7d4b9c6f5d-aaaaa\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2");
                });
        faults.add(
                "limit-range",
                "LimitRange/small|Deployment/api",
                shop -> {
                    shop.put(
                            "{kind: 'LimitRange', metadata: {name: 'small', namespace: 'shop'}, spec: {limits: [{type: 'Container', max: {memory: '64Mi'}}]}}");
                    shop.podless("api");
                    shop.event(
                            "ReplicaSet",
                            "api-7d4b9c6f5d",
                            "FailedCreate",
                            "Error creating: pods \"api-7d4b9c6f5d-aaaaa\" is forbidden: maximum memory usage per Container is 64Mi, but limit is 128Mi");
                });
        faults.add(
                "scaler-target",
                "HorizontalPodAutoscaler/api",
                shop ->
                        shop.put(
                                "{kind: 'HorizontalPodAutoscaler', metadata: {name: 'api', namespace: 'shop'}, spec: {scaleTargetRef: {kind: 'Deployment', name: 'aip'}, maxReplicas: 3}, status: {conditions: [{type: 'AbleToScale', status: 'False', reason: 'FailedGetScale', message: 'the HPA controller was unable to get the target'}]}}"));
        faults.add(
                "scaler-requests",
                "HorizontalPodAutoscaler/api|Deployment/api",
                shop -> {
                    shop.edit("api", ".resources", "{}");
                    shop.put(
                            "{kind: 'HorizontalPodAutoscaler', metadata: {name: 'api', namespace: 'shop'}, spec: {scaleTargetRef: {kind: 'Deployment', name: 'api'}, maxReplicas: 3, metrics: [{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 50}}}]}, status: {conditions: [{type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric', message: 'missing request for cpu in container api of Pod api'}]}}");
                });
        faults.add(
                "budget-drain",
                "PodDisruptionBudget/db",
                shop -> {
                    shop.put(
                            "{kind: 'PodDisruptionBudget', metadata: {name: 'db', namespace: 'shop'}, spec: {minAvailable: 1, selector: {matchLabels: {app: 'db'}}}, status: {disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1}}");
                    ((ObjectNode) shop.get("Node/node-1").get("spec")).put("unschedulable", true);
                });
        faults.add(
                "job-deadline",
                "Job/load",
                shop ->
                        shop.put(
                                "{kind: 'Job', metadata: {name: 'load', namespace: 'shop'}, spec: {activeDeadlineSeconds: 30, template: {metadata: {}, spec: {containers: [{name: 'load'}]}}}, status: {failed: 1, conditions: [{type: 'Failed', status: 'True', reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline', lastTransitionTime: '2026-11-01T10:20:00Z'}]}}"));
        faults.add(
                "cron-suspended",
                "CronJob/report",
                shop ->
                        shop.put(
                                "{kind: 'CronJob', metadata: {name: 'report', namespace: 'shop', creationTimestamp: '2026-10-01T10:00:00Z'}, spec: {schedule: '*/5 * * * *', suspend: true, jobTemplate: {spec: {template: {spec: {containers: [{name: 'report'}]}}}}}, status: {lastScheduleTime: '2026-10-31T10:00:00Z'}}"));
    }

    private static void rest(Faults faults) {
        faults.add(
                "api-service-away",
                "APIService/v1beta1.metrics.k8s.io",
                shop ->
                        shop.put(
                                "{kind: 'APIService', metadata: {name: 'v1beta1.metrics.k8s.io'}, spec: {service: {name: 'metrics-server', namespace: 'kube-system'}}, status: {conditions: [{type: 'Available', status: 'False', reason: 'MissingEndpoints', message: 'endpoints for service/metrics-server in \"kube-system\" have no addresses'}]}}"));
        faults.add(
                "cluster-dns-gone",
                "Deployment/coredns",
                shop -> {
                    shop.put(
                            "{kind: 'Deployment', metadata: {name: 'coredns', namespace: 'kube-system'}, spec: {replicas: 0, selector: {matchLabels: {'k8s-app': 'kube-dns'}}, template: {metadata: {labels: {'k8s-app': 'kube-dns'}}, spec: {containers: [{name: 'coredns', ports: [{containerPort: 53}]}]}}}}");
                    shop.put(
                            "{kind: 'Service', metadata: {name: 'kube-dns', namespace: 'kube-system'}, spec: {clusterIP: '10.96.0.10', selector: {'k8s-app': 'kube-dns'}, ports: [{port: 53, targetPort: 53}]}}");
                    for (int i = 0; i < 5; i++) {
                        shop.log(
                                "api",
                                "error",
                                "query failed: dial tcp: lookup db on 10.96.0.10:53: read udp 10.1.0.17:41234->10.96.0.10:53: read: connection refused");
                        shop.log(
                                "web",
                                "error",
                                "request failed: dial tcp: lookup api on 10.96.0.10:53: read udp 10.1.0.16:41234->10.96.0.10:53: read: connection refused");
                    }
                });
        faults.add(
                "each-waits-for-the-other",
                "Deployment/api|StatefulSet/db",
                shop -> {
                    shop.edit(
                            "api",
                            "initContainers",
                            "[{name: 'wait', command: ['sh', '-c', 'until nc -z db 80; do sleep 2; done']}]");
                    shop.edit(
                            "db",
                            "initContainers",
                            "[{name: 'wait', command: ['sh', '-c', 'until nc -z api 80; do sleep 2; done']}]");
                    for (String app : new String[] {"api", "db"}) {
                        shop.down(app, waiting("PodInitializing", ""), 0);
                        ((ObjectNode) shop.pod(app).get("status"))
                                .put("phase", "Pending")
                                .set(
                                        "initContainerStatuses",
                                        Shop.json(
                                                "[{name: 'wait', state: {running: {startedAt: '2026-11-01T10:00:05Z'}}}]"));
                    }
                });
        faults.add(
                "sick-resource",
                "Certificate/web",
                shop ->
                        shop.put(
                                "{apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: {name: 'web', namespace: 'shop'}, spec: {secretName: 'web-tls', issuerRef: {name: 'ca', kind: 'ClusterIssuer'}}, status: {conditions: [{type: 'Ready', status: 'False', reason: 'DoesNotExist', message: 'Issuing certificate as Secret does not exist', lastTransitionTime: '2026-11-01T09:00:00Z'}]}}"));
        faults.add(
                "held-by-finalizer",
                "ConfigMap/api-config",
                shop -> {
                    ((ObjectNode) shop.get("ConfigMap/api-config").get("metadata"))
                            .put("deletionTimestamp", "2026-11-01T08:00:00Z")
                            .set("finalizers", Shop.json("['example.com/protect']"));
                });
    }
}
