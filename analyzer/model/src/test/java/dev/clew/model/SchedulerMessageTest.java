package dev.clew.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {gpu: yes}. preemption: 0/5 nodes are available: 5 No preemption victims found. | 2 | - | 3 | - | taints",
                "0/3 nodes are available: 3 Insufficient memory, 3 node(s) didn't match Pod's node affinity/selector. | 3 | 3 | - | - | resources affinity",
                "0/4 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 3 Insufficient cpu. | 3 | - | - | - | resources",
                "0/4 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/ingress: }, that the pod didn't tolerate. | - | - | 1 | - | taints",
                "0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/not-ready: }. | - | - | - | 2 | not-ready",
                "0/4 nodes are available: 1 node(s) were unschedulable, 3 node(s) had untolerated taint {node.kubernetes.io/unreachable: }. | - | - | 1 | 3 | not-ready",
                "0/12 nodes are available: 10 node(s) didn't have free ports for the requested pod ports, 2 Too many pods. | 2 | 10 | - | - | affinity",
                "0/3 nodes are available: 3 node(s) had taints that the pod didn't tolerate. | - | - | 3 | - | taints",
                "No nodes are available that match all of the predicates: Insufficient cpu (2), PodToleratesNodeTaints (1), MatchNodeSelector (1). | 2 | 1 | 1 | - | resources",
                "0/3 nodes are available: 3 pod has unbound immediate PersistentVolumeClaims. | - | - | - | - | -",
                "Successfully assigned shop/web-0 to worker-1 | - | - | - | - | -"
            })
    void countsTheNodesOfEachKindOfReason(
            String text,
            String resources,
            String affinity,
            String taints,
            String notReady,
            String most) {
        assertThat(SchedulerMessage.value(text, "scheduler.resources")).isEqualTo(resources);
        assertThat(SchedulerMessage.value(text, "scheduler.affinity")).isEqualTo(affinity);
        assertThat(SchedulerMessage.value(text, "scheduler.taints")).isEqualTo(taints);
        assertThat(SchedulerMessage.value(text, "scheduler.not-ready")).isEqualTo(notReady);
        assertThat(SchedulerMessage.value(text, "scheduler.most")).isEqualTo(most);
    }
}
