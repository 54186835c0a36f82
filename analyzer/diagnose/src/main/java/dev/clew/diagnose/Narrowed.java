package dev.clew.diagnose;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ground;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Entity;
import dev.clew.model.Subject;
import dev.clew.model.Workloads;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes out of a diagnosis what has nothing to do with some things of the cluster.
public final class Narrowed {

    private static final Set<String> SYSTEM_NAMESPACES =
            Set.of("kube-system", "kube-public", "kube-node-lease", "cilium", "calico-system");

    /// What the things hang on, and themselves.
    private final Set<Ref> ground = new HashSet<>();

    /// Owners by namespace and name, whatever their kind: pods that are gone are known by them.
    private final Set<String> owners = new HashSet<>();

    private final Set<String> nodes = new HashSet<>();
    private final @Nullable String namespace;

    private Narrowed(ClusterGraph graph, Collection<Ref> things, @Nullable String namespace) {
        this.namespace = namespace;
        ground.addAll(things);
        for (Link link : Ground.of(graph, things)) {
            ground.add(link.from());
            ground.add(link.to());
        }
        for (Ref ref : ground) {
            if (ref.kind().equals("Node")) {
                nodes.add(ref.name());
            } else if (!ref.kind().equals("Pod")) {
                owners.add(ref.namespace() + "/" + ref.name());
            }
        }
    }

    /// The diagnosis with only what explains trouble of a thing.
    ///
    /// @param thing as the graph or a finding names it
    public static Diagnosis about(Diagnosis diagnosis, Ref thing) {
        return new Narrowed(diagnosis.graph(), List.of(thing), null).of(diagnosis);
    }

    /// The diagnosis with only the troubles of a namespace and those elsewhere that explain them.
    public static Diagnosis namespace(Diagnosis diagnosis, String namespace) {
        List<Ref> things =
                diagnosis.graph().objects().stream()
                        .map(ClusterObject::ref)
                        .filter(ref -> namespace.equals(ref.namespace()))
                        .toList();
        return new Narrowed(diagnosis.graph(), things, namespace).of(diagnosis);
    }

    private Diagnosis of(Diagnosis diagnosis) {
        Set<String> near = new HashSet<>();
        for (Finding finding : diagnosis.findings()) {
            if (isNear(finding)) {
                near.add(finding.id());
            }
        }
        List<Incident> incidents =
                diagnosis.incidents().stream()
                        .filter(incident ->
                                near.contains(incident.root())
                                        || incident.symptoms().stream().anyMatch(near::contains))
                        .map(incident -> narrow(incident, near))
                        .toList();
        Set<String> shown = new HashSet<>();
        incidents.forEach(incident -> {
            shown.add(incident.root());
            shown.addAll(incident.symptoms());
        });
        List<Finding> findings =
                diagnosis.findings().stream()
                        .filter(finding -> shown.contains(finding.id()))
                        .toList();
        List<Milestone> timeline =
                diagnosis.timeline().stream().filter(point -> isNear(point, shown)).toList();
        List<Suggestion> suggestions =
                diagnosis.suggestions().stream()
                        .filter(suggestion -> isNear(suggestion.place()))
                        .toList();
        return diagnosis.narrowed(incidents, findings, timeline, suggestions);
    }

    private Incident narrow(Incident incident, Set<String> near) {
        return new Incident(
                incident.root(),
                incident.symptoms().stream().filter(near::contains).toList(),
                incident.confidence(),
                incident.rootEntities(),
                incident.chain().stream().filter(link -> ground.contains(link.to())).toList(),
                incident.trigger());
    }

    private boolean isNear(Finding finding) {
        if (finding.subjects().stream().anyMatch(this::isNear)) {
            return true;
        }
        return switch (finding.signature().reach()) {
            case CLUSTER -> finding.subjects().stream().allMatch(Narrowed::isOfCluster);
            case NODE ->
                    finding.subjects().stream().anyMatch(subject -> nodes.contains(subject.node()));
            case SOURCE, CONTAINER, POD, WORKLOAD, NAMESPACE -> false;
        };
    }

    private static boolean isOfCluster(Subject subject) {
        String of = subject.namespace();
        return of == null || SYSTEM_NAMESPACES.contains(of);
    }

    private boolean isNear(Subject subject) {
        if (namespace != null && namespace.equals(subject.namespace())) {
            return true;
        }
        return ground.contains(Ref.of(subject))
                || (subject.kind().equals("Pod")
                        && owners.contains(
                                subject.namespace() + "/" + Workloads.ownerOf(subject.name())));
    }

    private boolean isNear(Milestone point, Set<String> shown) {
        if (point.finding() != null) {
            return shown.contains(point.finding());
        }
        return point.subject() != null && isNear(point.subject());
    }

    /// Of what is told without a place nobody knows that it has nothing to do with the things.
    private boolean isNear(Entity place) {
        String pod = place.pod();
        String workload = place.workload();
        if (pod != null) {
            return isNear(new Subject("Pod", place.namespace(), pod, place.node()));
        }
        if (workload != null) {
            return owners.contains(place.namespace() + "/" + workload);
        }
        String node = place.node();
        if (node != null) {
            return nodes.contains(node);
        }
        String of = place.namespace();
        return of == null || of.equals(namespace);
    }
}
