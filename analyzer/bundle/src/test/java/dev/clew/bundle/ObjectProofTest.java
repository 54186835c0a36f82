package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import org.junit.jupiter.api.Test;

/// What is shown of an object that a record was made of.
class ObjectProofTest {

    private static LogRecord first(RecordKind kind, String text) {
        return Reading.of(text).stream()
                .filter(record -> record.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEventIsItsMessage() {
        LogRecord event =
                first(
                        RecordKind.EVENT,
                        """
                        {
                         "apiVersion": "v1",
                         "kind": "Event",
                         "metadata": {"name": "api-0.1", "namespace": "shop"},
                         "involvedObject": {"kind": "Pod", "name": "api-0", "namespace": "shop"},
                         "reason": "BackOff",
                         "message": "Back-off restarting failed container api",
                         "type": "Warning"
                        }
                        """);
        assertThat(event.shown())
                .isEqualTo("message: Back-off restarting failed container api\nreason: BackOff");
        assertThat(event.origin().line()).isEqualTo(7);
    }

    @Test
    void containersAndConditionsAreNamedByTheirPath() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: api-0
                  namespace: shop
                status:
                  phase: Running
                  conditions:
                  - type: Ready
                    status: "False"
                    reason: ContainersNotReady
                    message: 'containers with unready status: [api]'
                  containerStatuses:
                  - name: api
                    ready: false
                    restartCount: 4
                    state:
                      waiting:
                        reason: CrashLoopBackOff
                    lastState:
                      terminated:
                        exitCode: 137
                        reason: OOMKilled
                """;
        assertThat(first(RecordKind.CONTAINER, pod).shown())
                .isEqualTo(
                        """
                        status.containerStatuses[api].state.waiting.reason: CrashLoopBackOff
                        status.containerStatuses[api].lastState.terminated.reason: OOMKilled
                        status.containerStatuses[api].lastState.terminated.exitCode: 137
                        status.containerStatuses[api].ready: false
                        status.containerStatuses[api].restartCount: 4\
                        """);
        LogRecord condition = first(RecordKind.CONDITION, pod);
        assertThat(condition.shown())
                .startsWith(
                        "status.conditions[Ready].message: containers with unready status: [api]\n");
        assertThat(condition.origin().line()).isEqualTo(12);
    }

    @Test
    void whatCountsPodsIsItsCounts() {
        assertThat(
                        first(
                                        RecordKind.WORKLOAD,
                                        """
                                        apiVersion: apps/v1
                                        kind: Deployment
                                        metadata:
                                          name: api
                                          namespace: shop
                                        spec:
                                          replicas: 2
                                        status:
                                          replicas: 2
                                          unavailableReplicas: 2
                                        """)
                                .shown())
                .isEqualTo("spec.replicas: 2\nstatus.replicas: 2\nstatus.unavailableReplicas: 2");
    }

    @Test
    void aLineThatAnExportSpreadsOverSeveralIsTheLine() {
        assertThat(
                        first(
                                        RecordKind.LOG,
                                        """
                                        {
                                          "events": [
                                            {
                                              "logStreamName": "worker-1-application.var.log.containers.api-0_shop_api-0b1c.log",
                                              "timestamp": 1774084516887,
                                              "message": "level=fatal msg=\\"could not save cart\\""
                                            }
                                          ]
                                        }
                                        """)
                                .shown())
                .isEqualTo("level=fatal msg=\"could not save cart\"");
    }

    @Test
    void aTableWhoseCellsCantBeWhatItsHeadSaysIsNotUnderstood() {
        assertThat(Reading.of("NAME READY STATUS\na b c d\na b c d\n"))
                .noneMatch(record -> record.kind() == RecordKind.OBJECT);
        assertThat(Reading.of("NAME    READY   AGE\nshop    True    3d\n"))
                .anyMatch(record -> record.kind() == RecordKind.OBJECT);
    }
}
