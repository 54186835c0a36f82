package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Services, ingresses and names that lead nowhere.
final class ServiceFaults {

    private ServiceFaults() {}

    static void fill(FaultTable.Faults faults) {
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
}
