package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Effects;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.LimitLog;
import dev.clew.model.Scope;
import dev.clew.model.Subject;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where in the graph a group was seen, and where its effects are felt.
///
/// @param places where it was seen; empty where the graph has none of them
/// @param starts where its trouble starts
/// @param effects what hangs on the starts
record Reach(Set<Ref> places, Set<Ref> starts, Effects effects) {

    /// Of a group that the graph does not know the place of.
    static final Reach NOWHERE = new Reach(Set.of(), Set.of(), Effects.NONE);

    /// Kinds that bound others: trouble of theirs is not that of everything they bound.
    private static final Set<String> BOUNDS = Set.of("PodDisruptionBudget", "Lease");

    /// Scopes of trouble that does not spread to the other pods of a node.
    private static final Set<Scope> NARROW = EnumSet.of(Scope.CONTAINER, Scope.POD, Scope.WORKLOAD);

    static Reach of(Group group, ClusterGraph graph, Places places, LimitLog log) {
        Set<Ref> seen = places.of(group);
        if (seen.isEmpty()) {
            return NOWHERE;
        }
        Set<Ref> starts = new LinkedHashSet<>(seen);
        if (!group.isState && NARROW.contains(group.signature.reach())) {
            // What a node tells of one of its pods is not trouble of all of them
            starts.removeIf(start -> start.kind().equals("Node"));
        }
        if (group.isState) {
            boolean narrower =
                    group.entities.stream().anyMatch(entity -> entity.workload() != null);
            for (Subject subject : group.subjects) {
                // A taint is felt by the pods that wait, not by those that run
                if ((narrower && subject.kind().equals("Node"))
                        || BOUNDS.contains(subject.kind())) {
                    starts.remove(Ref.of(subject));
                }
            }
        }
        return new Reach(seen, starts, Effects.of(graph, starts, log));
    }

    /// Whether trouble of this is felt where another group was seen.
    boolean isFeltAt(Reach other) {
        return effects.nearest(other.places).isPresent();
    }

    /// The edges from here to where another group was seen.
    List<Link> pathTo(Reach other) {
        return effects.nearest(other.places).map(effects::path).orElse(List.of());
    }
}
