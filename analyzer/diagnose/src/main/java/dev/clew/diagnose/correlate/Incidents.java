package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Incident;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes incidents: one for each group that nothing explains, with the others under the best of
/// their causes. Roots that name the same things at fault are one incident.
final class Incidents {

    private final List<Correlation.Ranked> ranked;
    private final List<Reach> reaches;
    private final ClusterGraph graph;
    private final RootEntities entities;
    private final LimitLog log;

    /// @param reaches of the groups, in the same order
    /// @param log learns what incidents are too large for
    Incidents(
            List<Correlation.Ranked> ranked,
            List<Reach> reaches,
            ClusterGraph graph,
            LimitLog log) {
        this.log = log;
        this.ranked = ranked;
        this.reaches = reaches;
        this.graph = graph;
        this.entities = new RootEntities(graph, new Places(graph, log.limits()), log);
    }

    /// The incidents in rank order.
    ///
    /// @param order of the groups
    /// @param ids of the findings made of them
    /// @param most how many of the order are findings of the report; the others are left out
    List<Incident> of(List<Integer> order, String[] ids, int most) {
        int[] best = new int[ranked.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = bestCause(i);
        }
        int[] roots = new int[ranked.size()];
        Map<Integer, Set<Ref>> faults = new HashMap<>();
        Map<Set<Ref>, Integer> first = new HashMap<>();
        for (int i : order) {
            roots[i] = rootOf(i, best);
        }
        for (int i : order) {
            if (roots[i] == i) {
                Set<Ref> fault = entities.of(ranked.get(i).group());
                faults.put(i, fault);
                Integer same = areOfGraph(fault) ? first.putIfAbsent(fault, i) : null;
                if (same != null) {
                    roots[i] = same;
                }
            }
        }
        List<List<Integer>> symptoms = new ArrayList<>();
        ranked.forEach(any -> symptoms.add(new ArrayList<>()));
        List<Integer> written = order.subList(0, Math.min(most, order.size()));
        for (int i : written) {
            int root = roots[roots[i]];
            if (root != i) {
                symptoms.get(root).add(i);
            }
        }
        List<Incident> incidents = new ArrayList<>();
        for (int i : written) {
            if (roots[i] == i) {
                incidents.add(
                        new Incident(
                                ids[i],
                                symptoms.get(i).stream().map(each -> ids[each]).toList(),
                                Ranking.confidence(ranked.get(i).group()),
                                List.copyOf(faults.getOrDefault(i, Set.of())),
                                chain(i, symptoms.get(i)),
                                null));
            }
        }
        return incidents;
    }

    private boolean areOfGraph(Set<Ref> refs) {
        return !refs.isEmpty() && refs.stream().allMatch(ref -> graph.find(ref).isPresent());
    }

    private List<Link> chain(int root, List<Integer> symptoms) {
        Set<Link> chain = new LinkedHashSet<>();
        for (int symptom : symptoms) {
            List<Link> path = reaches.get(root).pathTo(reaches.get(symptom));
            if (chain.containsAll(path)) {
                continue;
            }
            if (log.hasRoom(Bound.CHAIN, chain.size() + path.size() - 1)) {
                chain.addAll(path);
            }
        }
        return List.copyOf(chain);
    }

    /// Follows the best cause of each group up to one that has none. Circles end at the group they
    /// came from.
    private static int rootOf(int start, int[] best) {
        int at = start;
        for (int steps = 0; steps < best.length && best[at] >= 0; steps++) {
            at = best[at];
        }
        return at;
    }

    /// The cause of a group that deserves most to be read first, or -1 if it has none.
    private int bestCause(int group) {
        return ranked.get(group).causes().stream()
                .max(
                        Comparator.comparingInt(
                                        (Integer cause) -> ranked.get(cause).ranking().points())
                                .thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }
}
