package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Quotas, scalers, budgets and jobs that stand in the way.
final class ControllerFaults {

    private ControllerFaults() {}

    static void fill(FaultTable.Faults faults) {
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
}
