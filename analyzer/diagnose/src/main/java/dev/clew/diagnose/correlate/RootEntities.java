package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.Evidence;
import dev.clew.model.LimitLog;
import dev.clew.model.Subject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Names what a person would have to change: what messages name, else the workload, else what the
/// finding is about.
final class RootEntities {

    private final Places places;
    private final List<NamedRoots> named;
    private final LimitLog log;

    /// @param log learns of those that are too many to be named
    RootEntities(ClusterGraph graph, Places places, LimitLog log) {
        this.places = places;
        this.log = log;
        this.named =
                List.of(
                        new QuotaRoots(graph),
                        new AccessRoots(graph),
                        new TaintRoots(graph),
                        new ClaimRoots(graph),
                        new CertificateRoots(graph),
                        new CredentialRoots(graph),
                        new VolumeRoots(graph),
                        new MissingRoots(),
                        new WebhookRoots(graph));
    }

    /// What is at fault where a group is the root of an incident, in a steady order.
    Set<Ref> of(Group group) {
        Set<Ref> roots = new LinkedHashSet<>();
        if (!group.isState) {
            Set<Ref> seen = places.of(group);
            for (NamedRoots each : named) {
                for (Evidence evidence : group.evidence) {
                    each.of(group, evidence.text(), seen).forEach(root -> add(roots, root));
                }
                if (!roots.isEmpty()) {
                    return roots;
                }
            }
        }
        for (Subject subject : atFault(group)) {
            add(roots, group.isState ? Ref.of(subject) : places.editable(Ref.of(subject)));
        }
        return roots;
    }

    private void add(Set<Ref> roots, Ref root) {
        if (!roots.contains(root) && log.hasRoom(Bound.ROOT_ENTITIES, roots.size())) {
            roots.add(root);
        }
    }

    /// What the state of objects shows to be at fault, or else everything that the group is about.
    /// Where a controller's lease is stale, the things that wait for it are well.
    private static Collection<Subject> atFault(Group group) {
        List<Subject> leases =
                group.faults.stream().filter(each -> each.kind().equals("Lease")).toList();
        return !leases.isEmpty() ? leases : group.faults.isEmpty() ? group.subjects : group.faults;
    }
}
