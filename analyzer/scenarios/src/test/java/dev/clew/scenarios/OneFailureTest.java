package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes pods and the pods, a claim and the pod that waits for it, and the runs of one CronJob
/// are one incident, in whatever shape they come.
class OneFailureTest {

    private static final String QUOTA =
            "pods \"web-7d4b9c6f5d-x8k2p\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=4, limited: pods=4";
    private static final List<String> RUNS =
            List.of("report-29374560", "report-29374565", "report-29374570");

    @TempDir Path folder = Path.of("");

    @Test
    void aDeploymentAndItsReplicaSet() throws IOException {
        String failed =
                "status: {conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: '%s'}]}"
                        .formatted(QUOTA);
        Told.objects(
                folder,
                List.of(
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 1, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}}, %s}"
                                .formatted(failed),
                        "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-7d4b9c6f5d, namespace: shop, ownerReferences: [{kind: Deployment, name: web, controller: true}]}, spec: {replicas: 1}, %s}"
                                .formatted(failed),
                        Told.warning(
                                "shop",
                                "ReplicaSet",
                                "web-7d4b9c6f5d",
                                "FailedCreate",
                                "Error creating: " + QUOTA)));
        assertThat(Told.incidents(folder))
                .containsExactly("k8s-quota-exceeded ResourceQuota/small <- ");
    }

    @Test
    void aDeploymentAndItsPodsInTables() throws IOException {
        Told.file(
                folder,
                "pods.txt",
                """
                NAMESPACE   NAME                   READY   STATUS             RESTARTS   AGE
                shop        web-7d4b9c6f5d-x8k2p   0/1     ImagePullBackOff   0          9m
                shop        web-7d4b9c6f5d-b4b4b   0/1     ErrImagePull       0          9m
                """);
        Told.file(
                folder,
                "deployments.txt",
                """
                NAMESPACE   NAME   READY   UP-TO-DATE   AVAILABLE   AGE
                shop        web    0/2     2            0           9m
                """);
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-image-pull-backoff Deployment/web <- k8s-workload-not-rolled-out");
    }

    @Test
    void aClaimAndThePodThatWaits() throws IOException {
        Told.file(
                folder,
                "claims.txt",
                """
                NAMESPACE   NAME        STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE
                shop        data-db-0   Pending                                      fast           9m
                """);
        Told.file(
                folder,
                "events.txt",
                """
                NAMESPACE   LAST SEEN   TYPE      REASON               OBJECT                            MESSAGE
                shop        9m          Warning   FailedScheduling     pod/db-0                          0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.
                shop        9m          Warning   ProvisioningFailed   persistentvolumeclaim/data-db-0   storageclass.storage.k8s.io "fast" not found
                """);
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-pvc-unbound PersistentVolumeClaim/data-db-0 <- k8s-pvc-unbound");
    }

    @Test
    void theRunsOfOneCronJob() throws IOException {
        Told.objects(
                folder,
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: report, namespace: shop}, spec: {schedule: '*/5 * * * *', jobTemplate: {spec: {template: {spec: {containers: [{name: web}]}}}}}, status: {lastScheduleTime: '2026-11-01T10:10:00Z'}}"),
                                RUNS.stream()
                                        .map(run ->
                                                "{apiVersion: batch/v1, kind: Job, metadata: {name: %s, namespace: shop, ownerReferences: [{kind: CronJob, name: report, controller: true}]}, spec: {backoffLimit: 0}, status: {failed: 1, conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded, message: Job has reached the specified backoff limit}]}}"
                                                        .formatted(run)))
                        .toList());
        assertThat(Told.incidents(folder)).containsExactly("k8s-job-failed CronJob/report <- ");
    }

    @Test
    void theRunsOfOneCronJobInEvents() throws IOException {
        StringBuilder events =
                new StringBuilder(
                        "NAMESPACE   LAST SEEN   TYPE      REASON                 OBJECT                MESSAGE\n");
        RUNS.forEach(run ->
                events.append(
                        "shop        9m          Warning   BackoffLimitExceeded   job/%s   Job has reached the specified backoff limit%n"
                                .formatted(run)));
        Told.file(folder, "events.txt", events.toString());
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-job-failed Job/report-29374560 Job/report-29374565 Job/report-29374570 <- ");
    }

    /// The scheduler gives a reason for each node; the one that can't change comes first.
    @Test
    void theReasonsOfTheSchedulerForOnePod() throws IOException {
        Told.objects(
                folder,
                List.of(
                        Told.node("worker-1", "True", "KubeletReady", "08:00:00", ""),
                        Told.node(
                                "worker-2",
                                "True",
                                "KubeletReady",
                                "08:00:00",
                                "taints: [{key: team, value: other, effect: NoSchedule}]"),
                        "{apiVersion: v1, kind: Pod, metadata: {name: big-0, namespace: shop}, spec: {containers: [{name: big, resources: {requests: {cpu: '64'}}}]}, status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {team: other}.'}]}}"));
        assertThat(Told.incidents(folder))
                .containsExactly(
                        "k8s-unschedulable-resources Pod/big-0 <- k8s-unschedulable-taints");
    }
}
