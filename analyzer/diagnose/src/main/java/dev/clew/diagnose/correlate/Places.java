package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.Limits;
import dev.clew.model.Subject;
import dev.clew.model.Workloads;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which things of the graph groups are about.
final class Places {

    private static final List<String> OWNERS =
            List.of(
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "CronJob",
                    "Job",
                    "ReplicaSet",
                    "ReplicationController");

    /// Kinds whose names tell of what made them.
    private static final Set<String> MADE = Set.of("Pod", "ReplicaSet", "Job");

    private final ClusterGraph graph;
    private final int most;

    Places(ClusterGraph graph, Limits limits) {
        this.graph = graph;
        this.most = limits.sizeOf(Bound.PLACES_OF_FINDING);
    }

    /// The things of the graph that a group was seen at; empty where the graph has none of them.
    Set<Ref> of(Group group) {
        Set<Ref> places = new LinkedHashSet<>();
        if (graph.isEmpty()) {
            return places;
        }
        for (Subject subject : group.subjects) {
            place(places, Ref.of(subject));
            if (places.size() >= most) {
                return places;
            }
        }
        for (Entity entity : group.entities) {
            if (places.size() >= most) {
                return places;
            }
            if (group.isState && entity.workload() != null) {
                workload(places, entity.namespace(), entity.workload());
            } else if (entity.pod() != null) {
                place(places, new Ref("Pod", entity.namespace(), entity.pod()));
            } else if (entity.workload() != null) {
                workload(places, entity.namespace(), entity.workload());
            } else if (places.isEmpty() && entity.node() != null) {
                place(places, new Ref("Node", null, entity.node()));
            }
        }
        return places;
    }

    private void place(Set<Ref> places, Ref ref) {
        if (graph.find(ref).isPresent()) {
            places.add(ref);
        } else if (ref.kind().equals("Pod")) {
            workload(places, ref.namespace(), Workloads.ownerOf(ref.name()));
        }
    }

    private void workload(Set<Ref> places, @Nullable String namespace, String name) {
        for (String kind : OWNERS) {
            Ref ref = new Ref(kind, namespace, name);
            if (graph.find(ref).isPresent()) {
                places.add(ref);
                return;
            }
        }
    }

    /// The workload that a person would edit, for a pod or something between it and its pods; any
    /// other thing itself.
    Ref editable(Ref ref) {
        if (graph.find(ref).isPresent()) {
            return ref.kind().equals("Pod") || PodSpec.WORKLOADS.contains(ref.kind())
                    ? graph.top(ref)
                    : ref;
        }
        if (MADE.contains(ref.kind())) {
            Set<Ref> owners = new LinkedHashSet<>();
            workload(
                    owners,
                    ref.namespace(),
                    ref.kind().equals("Pod")
                            ? Workloads.ownerOf(ref.name())
                            : Workloads.makerOf(ref.kind(), ref.name()));
            return owners.isEmpty() ? ref : graph.top(owners.iterator().next());
        }
        return ref;
    }
}
