package dev.clew.scenarios;

/// Containers of the shop that never start.
final class StartFaults {

    private StartFaults() {}

    static void fill(FaultTable.Faults faults) {
        faults.add(
                "wrong-image",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".image", "'registry.example.com/api:9'");
                    shop.down(
                            "api",
                            ContainerStates.waiting("ImagePullBackOff", "Back-off pulling image"),
                            0);
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
                    shop.down(
                            "api",
                            ContainerStates.waiting("ImagePullBackOff", "Back-off pulling image"),
                            0);
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
                    shop.down("api", ContainerStates.CRASH, 4);
                    String words =
                            "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"/app/sevrer\": stat /app/sevrer: no such file or directory: unknown";
                    ContainerStates.ended(shop, "api", "StartError", 128, words);
                    shop.podEvent("api", "Failed", "Error: " + words);
                });
        faults.add(
                "config-map-missing",
                "ConfigMap/api-config",
                shop -> {
                    shop.remove("ConfigMap/api-config");
                    shop.put(
                            "{kind: 'ConfigMap', metadata: {name: 'kube-root-ca.crt', namespace: 'shop'}, data: {}}");
                    ContainerStates.notStarted(
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
                    ContainerStates.notStarted(
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
                    shop.down("api", ContainerStates.waiting("ContainerCreating", ""), 0);
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
                    ContainerStates.notStarted(
                            shop,
                            "api",
                            "CreateContainerConfigError",
                            "container has runAsNonRoot and image will run as root");
                });
        faults.add(
                "wrong-architecture",
                "Deployment/api",
                shop -> {
                    shop.down("api", ContainerStates.CRASH, 5);
                    ContainerStates.ended(
                            shop, "api", "Error", 255, "exec /app/server: exec format error");
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
                    ContainerStates.initializing(shop, "api");
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
}
