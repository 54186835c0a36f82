package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;

/// Owners and what they made; HPAs and what they scale.
final class OwnerLinks {

    private final GraphBuilder graph;

    OwnerLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            for (Data owner : object.data().items("metadata", "ownerReferences")) {
                String kind = owner.text("kind");
                String name = owner.text("name");
                if (kind != null && name != null && !kind.equals("Node")) {
                    graph.link(
                            new Ref(kind, object.ref().namespace(), name),
                            object.ref(),
                            Link.Type.OWNS);
                }
            }
            for (String member : List.of("scaleTargetRef", "targetRef")) {
                Data target = object.data().at("spec", member);
                String kind = target.text("kind");
                String name = target.text("name");
                if (kind != null && name != null && isScaler(object)) {
                    graph.link(
                            object.ref(),
                            new Ref(kind, object.ref().namespace(), name),
                            Link.Type.SCALES);
                }
            }
        }
    }

    private static boolean isScaler(ClusterObject object) {
        return object.kind().endsWith("Autoscaler") || object.kind().equals("ScaledObject");
    }
}
