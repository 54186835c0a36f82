package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;

/// Which accounts bindings give which roles to.
final class AccessLinks {

    private final GraphBuilder graph;

    AccessLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            if (!object.kind().equals("RoleBinding")
                    && !object.kind().equals("ClusterRoleBinding")) {
                continue;
            }
            Data role = object.data().at("roleRef");
            String kind = role.text("kind");
            String name = role.text("name");
            if (kind != null && name != null) {
                graph.link(
                        new Ref(kind, object.ref().namespace(), name),
                        object.ref(),
                        Link.Type.ALLOWS);
            }
            for (Data subject : object.data().items("subjects")) {
                String account = subject.text("name");
                if ("ServiceAccount".equals(subject.text("kind")) && account != null) {
                    String namespace = subject.text("namespace");
                    graph.link(
                            object.ref(),
                            new Ref(
                                    "ServiceAccount",
                                    namespace == null ? object.ref().namespace() : namespace,
                                    account),
                            Link.Type.ALLOWS);
                }
            }
        }
    }
}
