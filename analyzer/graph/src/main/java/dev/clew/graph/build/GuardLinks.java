package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What quotas and limit ranges bound: the workloads of their namespace.
final class GuardLinks {

    private static final Set<String> BOUNDED =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob");

    private final GraphBuilder graph;

    GuardLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        Map<String, List<ClusterObject>> workloads = new HashMap<>();
        for (ClusterObject object : objects) {
            if (BOUNDED.contains(object.kind())) {
                workloads.computeIfAbsent(object.namespace(), any -> new ArrayList<>()).add(object);
            }
        }
        for (ClusterObject object : objects) {
            if (object.kind().equals("ResourceQuota") || object.kind().equals("LimitRange")) {
                workloads
                        .getOrDefault(object.namespace(), List.of())
                        .forEach(each -> graph.link(object.ref(), each.ref(), Link.Type.GUARDS));
            }
        }
    }
}
