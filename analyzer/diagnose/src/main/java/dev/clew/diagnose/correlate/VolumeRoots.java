package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.Set;

/// The claim of a program whose volume is full.
final class VolumeRoots implements NamedRoots {

    private final ClusterGraph graph;

    VolumeRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        if (!group.signature.id().equals("k8s-volume-full")) {
            return roots;
        }
        for (Ref ref : seen) {
            for (ClusterObject used : graph.from(ref, Link.Type.MOUNTS)) {
                if (used.kind().equals("PersistentVolumeClaim")) {
                    roots.add(used.ref());
                }
            }
        }
        return roots;
    }
}
