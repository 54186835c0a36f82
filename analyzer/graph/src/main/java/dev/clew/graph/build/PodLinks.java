package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import java.util.List;

/// What pods run on and what they need.
final class PodLinks {

    private final GraphBuilder graph;

    PodLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            PodSpec.of(object).ifPresent(this::uses);
            if (object.kind().equals("Pod")) {
                String node = object.data().text("spec", "nodeName");
                if (node != null) {
                    graph.link(object.ref(), "Node", null, node, Link.Type.RUNS_ON);
                }
            }
            if (object.kind().equals("StatefulSet")) {
                claims(object);
            }
        }
    }

    private void uses(PodSpec spec) {
        for (PodSpec.Use use : spec.uses()) {
            if (!use.optional()) {
                graph.link(
                        spec.holder().ref(),
                        use.kind(),
                        spec.holder().ref().namespace(),
                        use.name(),
                        use.type());
            }
        }
    }

    private void claims(ClusterObject set) {
        long replicas = set.data().number(1, "spec", "replicas");
        for (dev.clew.graph.Data claim : set.data().items("spec", "volumeClaimTemplates")) {
            for (long i = 0; i < Math.min(replicas, 20); i++) {
                String name = claim.text("metadata", "name") + "-" + set.name() + "-" + i;
                dev.clew.graph.Ref ref =
                        new dev.clew.graph.Ref(
                                "PersistentVolumeClaim", set.ref().namespace(), name);
                if (graph.objects().containsKey(ref)) {
                    graph.link(set.ref(), ref, Link.Type.MOUNTS);
                }
            }
        }
    }
}
