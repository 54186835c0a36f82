package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import dev.clew.model.Scope;
import dev.clew.model.Subject;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether one group is a part of another of the same signature that says it of a larger thing: the
/// pods of a node that is not ready, the pod that waits for a claim; or of what a node tells of a
/// pod.
final class Parts {

    /// How sure that is.
    enum Answer {
        YES,
        MAYBE,
        NO
    }

    private final ClusterGraph graph;

    Parts(ClusterGraph graph) {
        this.graph = graph;
    }

    Answer isPart(Group part, Group whole) {
        if (!part.signature.id().equals(whole.signature.id()) || part.subjects.isEmpty()) {
            return Answer.NO;
        }
        if (whole.signature.reach() == Scope.NODE
                && are(whole, "Node")
                && part.subjects.stream().noneMatch(each -> each.kind().equals("Node"))) {
            return onNodes(part, names(whole));
        }
        if (whole.signature.reach() != Scope.NODE && are(part, "Node") && are(whole, "Pod")) {
            Set<String> nodes = names(part);
            return whole.entities.stream()
                            .anyMatch(each -> each.node() != null && nodes.contains(each.node()))
                    ? Answer.YES
                    : Answer.NO;
        }
        return are(whole, "PersistentVolumeClaim") && are(part, "Pod")
                ? waits(part, whole)
                : Answer.NO;
    }

    private static Answer onNodes(Group part, Set<String> nodes) {
        if (part.entities.stream().allMatch(each -> each.node() == null)) {
            return Answer.MAYBE;
        }
        return part.entities.stream()
                        .allMatch(each -> each.node() != null && nodes.contains(each.node()))
                ? Answer.YES
                : Answer.NO;
    }

    /// A pod of a StatefulSet has its name in that of its claim. Which claims another has is known
    /// where the pod was read, and is told by the graph.
    private Answer waits(Group part, Group whole) {
        Answer answer = Answer.NO;
        for (Subject pod : part.subjects) {
            for (Subject claim : whole.subjects) {
                if (String.valueOf(pod.namespace()).equals(String.valueOf(claim.namespace()))) {
                    if (claim.name().endsWith("-" + pod.name())) {
                        return Answer.YES;
                    }
                    answer = isRead(pod) ? answer : Answer.MAYBE;
                }
            }
        }
        return answer;
    }

    private boolean isRead(Subject pod) {
        return graph.find(Ref.of(pod))
                .filter(ClusterObject::isRead)
                .filter(each -> each.data().has("spec", "containers"))
                .isPresent();
    }

    private static boolean are(Group group, String kind) {
        return !group.subjects.isEmpty()
                && group.subjects.stream().allMatch(each -> each.kind().equals(kind));
    }

    private static Set<String> names(Group group) {
        return group.subjects.stream().map(Subject::name).collect(Collectors.toSet());
    }
}
