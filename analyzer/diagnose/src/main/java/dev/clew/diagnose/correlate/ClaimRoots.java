package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.Set;

/// The claims without a volume of pods that wait for one.
final class ClaimRoots implements NamedRoots {

    private final ClusterGraph graph;

    ClaimRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        if (!group.signature.id().equals("k8s-pvc-unbound")) {
            return roots;
        }
        for (Ref ref : seen) {
            if (ref.kind().equals("PersistentVolumeClaim")) {
                roots.add(ref);
            }
            for (ClusterObject used : graph.from(ref, Link.Type.MOUNTS)) {
                if (used.kind().equals("PersistentVolumeClaim")
                        && (!used.isRead()
                                || !"Bound".equals(used.data().text("status", "phase")))) {
                    roots.add(used.ref());
                }
            }
        }
        return roots;
    }
}
