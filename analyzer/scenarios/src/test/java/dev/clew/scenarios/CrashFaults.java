package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Containers of the shop that start, and then end or answer badly.
final class CrashFaults {

    private CrashFaults() {}

    static void fill(FaultTable.Faults faults) {
        faults.add(
                "out-of-memory",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".resources", "{limits: {memory: '16Mi'}}");
                    shop.down("api", ContainerStates.CRASH, 6);
                    ContainerStates.ended(shop, "api", "OOMKilled", 137, "");
                    shop.backOff("api");
                });
        faults.add(
                "bad-liveness",
                "Deployment/api",
                shop -> {
                    shop.edit("api", ".livenessProbe", "{httpGet: {path: '/helth', port: 8080}}");
                    shop.down("api", ContainerStates.CRASH, 6);
                    ContainerStates.ended(shop, "api", "Error", 137, "");
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
                    shop.down("api", ContainerStates.RUNNING, 0);
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
                    shop.down("api", ContainerStates.RUNNING, 3);
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
                    shop.down("api", ContainerStates.CRASH, 5);
                    ContainerStates.ended(shop, "api", "Error", 1, "");
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
                    shop.down("api", ContainerStates.CRASH, 5);
                    ContainerStates.ended(shop, "api", "Error", 1, "");
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
}
