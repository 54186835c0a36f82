package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Pods of the shop that no node takes or keeps.
final class SchedulingFaults {

    private SchedulingFaults() {}

    static void fill(FaultTable.Faults faults) {
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
}
