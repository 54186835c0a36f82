package dev.clew.scenarios;

/// Rules that keep callers away from what they need.
final class PolicyFaults {

    private PolicyFaults() {}

    static void fill(FaultTable.Faults faults) {
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
                    shop.down("guard", ContainerStates.CRASH, 4);
                    ContainerStates.ended(shop, "guard", "Error", 1, "");
                    shop.podless("api");
                    shop.event(
                            "ReplicaSet",
                            "api-7d4b9c6f5d",
                            "FailedCreate",
                            "Error creating: Internal error occurred: failed calling webhook \"guard.example.com\": failed to call webhook: Post \"https://guard.shop.svc:443/validate?timeout=10s\": no endpoints available for service \"guard\"");
                });
    }
}
