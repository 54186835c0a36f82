package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Things of the cluster that the shop needs, and that are away or stuck.
final class DependencyFaults {

    private DependencyFaults() {}

    static void fill(FaultTable.Faults faults) {
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
                        ContainerStates.initializing(shop, app);
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
