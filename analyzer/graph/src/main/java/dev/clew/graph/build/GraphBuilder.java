package dev.clew.graph.build;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Listed;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.Origin;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what hangs on what. Each kind of edge has a class of its own that adds it.
final class GraphBuilder {

    private final Map<Ref, ClusterObject> objects;
    private final Listed listed;
    private final List<GraphParts.Placement> placements;
    private final LimitLog log;
    private final Set<Link> links = new LinkedHashSet<>();

    GraphBuilder(
            Map<Ref, ClusterObject> objects,
            Collection<String> listed,
            List<GraphParts.Placement> placements,
            LimitLog log) {
        this.objects = new LinkedHashMap<>(objects);
        this.listed = new Listed(listed);
        this.placements = placements;
        this.log = log;
    }

    ClusterGraph build() {
        List<ClusterObject> read = List.copyOf(objects.values());
        new OwnerLinks(this).add(read);
        for (GraphParts.Placement placement : placements) {
            String node = placement.node();
            String workload = placement.workload();
            if (node != null) {
                link(placement.pod(), "Node", null, node, Link.Type.RUNS_ON);
            }
            if (workload != null) {
                known(placement.pod().namespace(), workload)
                        .ifPresent(owner -> link(owner, placement.pod(), Link.Type.OWNS));
            }
        }
        new PodLinks(this).add(read);
        new SelectorLinks(this).add(read);
        new RouteLinks(this).add(read);
        new StorageLinks(this).add(read);
        new AccessLinks(this).add(read);
        new GuardLinks(this).add(read);
        new ReferenceLinks(this).add(read);
        ClusterGraph named = new ClusterGraph(objects, List.of(), listed);
        new CallLinks(this, named).add(read);
        return new ClusterGraph(objects, List.copyOf(links), listed);
    }

    private java.util.Optional<Ref> known(@Nullable String namespace, String workload) {
        for (String kind :
                List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "ReplicaSet")) {
            Ref ref = new Ref(kind, namespace, workload);
            if (objects.containsKey(ref)) {
                return java.util.Optional.of(ref);
            }
        }
        return java.util.Optional.empty();
    }

    Map<Ref, ClusterObject> objects() {
        return objects;
    }

    Listed listed() {
        return listed;
    }

    /// Adds an edge to a thing that may be named for the first time.
    ///
    /// @param namespace the one of `from`; kinds without a namespace ignore it
    void link(Ref from, String kind, @Nullable String namespace, String name, Link.Type type) {
        link(from, new Ref(kind, namespace, name), type);
    }

    void link(Ref from, Ref to, Link.Type type) {
        if (from.equals(to)
                || from.name().isEmpty()
                || to.name().isEmpty()
                || !log.hasRoom(Bound.LINKS, links.size())) {
            return;
        }
        put(from, to);
        put(to, from);
        links.add(new Link(from, to, type));
    }

    private void put(Ref ref, Ref namedBy) {
        if (objects.containsKey(ref)) {
            return;
        }
        ClusterObject other = objects.get(namedBy);
        objects.put(
                ref,
                Objects.named(
                        ref,
                        other == null ? new Origin("-", 0) : other.origin(),
                        listed.contains(ref.kind(), ref.namespace())
                                ? ClusterObject.Presence.MISSING
                                : ClusterObject.Presence.NAMED));
    }
}
