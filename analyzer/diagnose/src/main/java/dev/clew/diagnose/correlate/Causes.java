package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Tells which findings explain which, through what the signatures say they explain, directly or by
/// way of others.
final class Causes {

    /// How much later than its effect a cause may be seen first: clocks of nodes differ.
    private static final Duration CLOCKS = Duration.ofSeconds(60);

    private static final Set<String> SYSTEM_NAMESPACES =
            Set.of("kube-system", "kube-public", "kube-node-lease", "cilium", "calico-system");

    private final Function<String, Optional<Rule>> rules;
    private final ClusterGraph graph;
    private final LimitLog log;
    private final Parts parts;
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Map<String, Set<String>> bySeen = new HashMap<>();

    /// How sure it is that a cause is where its effect is.
    private enum Nearness {
        /// The graph, or what both name, says so.
        KNOWN,
        /// Nothing speaks against it.
        POSSIBLE,
        /// They have nothing to do with each other.
        APART
    }

    Causes(Function<String, Optional<Rule>> rules, ClusterGraph graph, LimitLog log) {
        this.rules = rules;
        this.graph = graph;
        this.log = log;
        this.parts = new Parts(graph);
    }

    /// For each group, the groups that explain it, in no particular order. Causes of which it is
    /// not known where they are count only where there is no other.
    ///
    /// @param reaches of the groups, see [#reaches]
    List<List<Integer>> of(List<Group> groups, List<Reach> reaches) {
        Set<String> seen =
                groups.stream().map(group -> group.signature.id()).collect(Collectors.toSet());
        List<List<Integer>> causes = new ArrayList<>();
        for (int e = 0; e < groups.size(); e++) {
            List<Integer> known = new ArrayList<>();
            List<Integer> possible = new ArrayList<>();
            for (int c = 0; c < groups.size(); c++) {
                if (c != e) {
                    switch (nearness(groups, reaches, seen, c, e)) {
                        case KNOWN -> known.add(c);
                        case POSSIBLE -> possible.add(c);
                        case APART -> {
                            // explains nothing here
                        }
                    }
                }
            }
            causes.add(known.isEmpty() ? possible : known);
        }
        return causes;
    }

    /// Where each group is in the graph, and where its effects are felt.
    List<Reach> reaches(List<Group> groups) {
        Places places = new Places(graph, log.limits());
        List<Reach> reaches = new ArrayList<>();
        int most = log.limits().sizeOf(Bound.GROUPS);
        if (!graph.isEmpty() && groups.size() > most) {
            log.reached(Bound.GROUPS, groups.size());
        }
        for (Group group : groups) {
            reaches.add(
                    graph.isEmpty() || groups.size() > most
                            ? Reach.NOWHERE
                            : Reach.of(group, graph, places, log));
        }
        return reaches;
    }

    private Nearness nearness(
            List<Group> groups, List<Reach> reaches, Set<String> seen, int c, int e) {
        Group cause = groups.get(c);
        Group effect = groups.get(e);
        boolean said = explained(cause.signature, seen).contains(effect.signature.id());
        if ((cause.isHealed() && !effect.isHealed())
                || !inTime(cause, effect)
                || !WordsFit.fit(cause, effect)) {
            return Nearness.APART;
        }
        if (WordsFit.bringsServerDown(cause, effect)) {
            return Nearness.KNOWN;
        }
        if (areOfScheduler(cause, effect) && cause.isState != effect.isState) {
            // The state of nodes shows which of the scheduler's reasons counts
            return cause.isState && reaches.get(c).isFeltAt(reaches.get(e))
                    ? Nearness.KNOWN
                    : Nearness.APART;
        }
        switch (parts.isPart(effect, cause)) {
            case YES -> {
                return Nearness.KNOWN;
            }
            case MAYBE -> {
                return Nearness.POSSIBLE;
            }
            case NO -> {
                // they are held against each other as any two are
            }
        }
        if (reaches.get(c).places().isEmpty() || reaches.get(e).places().isEmpty()) {
            return !said || !inReach(cause, effect) || !isOfCluster(cause, effect)
                    ? Nearness.APART
                    : areNear(cause, effect) ? Nearness.KNOWN : Nearness.POSSIBLE;
        }
        if (reaches.get(c).isFeltAt(reaches.get(e))) {
            boolean back = reaches.get(e).isFeltAt(reaches.get(c));
            return said || follows(cause, effect, back) ? Nearness.KNOWN : Nearness.APART;
        }
        if (!said) {
            return Nearness.APART;
        }
        if (areNear(cause, effect)
                || (cause.signature.reach() == Scope.CLUSTER && isOfCluster(cause, effect))) {
            return Nearness.KNOWN;
        }
        return areOfOneProgram(cause, effect) && inReach(cause, effect)
                ? Nearness.POSSIBLE
                : Nearness.APART;
    }

    private static boolean areOfScheduler(Group cause, Group effect) {
        return cause.signature.area().equals("k8s-scheduling")
                && effect.signature.area().equals("k8s-scheduling");
    }

    /// Whether both are failures of one program, such as Cilium, whose parts on different nodes
    /// feel each other's.
    private static boolean areOfOneProgram(Group cause, Group effect) {
        String program = cause.signature.area().split("-", 2)[0];
        return !program.equals("k8s") && program.equals(effect.signature.area().split("-", 2)[0]);
    }

    /// Whether a group is an effect of another at whose place its own hangs, without a signature
    /// that says so.
    ///
    /// @param back whether the place of the cause hangs on that of the effect too
    private static boolean follows(Group cause, Group effect, boolean back) {
        if (cause.signature.id().equals(effect.signature.id())) {
            return cause.isState ? !effect.isState : !effect.isState && !back;
        }
        boolean worse = cause.signature.severity().compareTo(effect.signature.severity()) > 0;
        return effect.signature.role() == Role.SYMPTOM
                && (cause.isState || cause.signature.role() == Role.CAUSE || worse)
                && cause.signature.severity().compareTo(Severity.ERROR) >= 0;
    }

    /// Whether what reaches all over the cluster does so here: it is seen in the cluster's own
    /// namespaces or on a node, or in the namespace of the effect.
    private static boolean isOfCluster(Group cause, Group effect) {
        Set<String> of =
                cause.signature.reach() == Scope.CLUSTER ? QuotaRoots.namespaces(cause) : Set.of();
        return of.isEmpty()
                || QuotaRoots.namespaces(effect).isEmpty()
                || of.stream().anyMatch(SYSTEM_NAMESPACES::contains)
                || QuotaRoots.namespaces(effect).stream().anyMatch(of::contains);
    }

    private static boolean areNear(Group cause, Group effect) {
        if (cause.signature.reach() == Scope.CLUSTER) {
            return false;
        }
        for (Entity one : cause.entities) {
            for (Entity other : effect.entities) {
                if (Scopes.same(cause.signature.reach(), one, other) == Scopes.Answer.YES
                        || Scopes.same(Scope.POD, one, other) == Scopes.Answer.YES) {
                    return true;
                }
            }
        }
        return false;
    }

    /// For each group, the groups that may explain it by where they were seen, whenever that was.
    List<List<Integer>> inReach(List<Group> groups) {
        Map<String, List<Integer>> bySignature = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            bySignature
                    .computeIfAbsent(groups.get(i).signature.id(), any -> new ArrayList<>())
                    .add(i);
        }
        Map<String, List<Integer>> explaining = new HashMap<>();
        bySignature.forEach((cause, of) -> {
            for (String effect : explained(groups.get(of.getFirst()).signature)) {
                if (bySignature.containsKey(effect)) {
                    explaining.computeIfAbsent(effect, any -> new ArrayList<>()).addAll(of);
                }
            }
        });
        List<List<Integer>> causes = new ArrayList<>();
        for (Group effect : groups) {
            List<Integer> of = new ArrayList<>();
            for (int i : explaining.getOrDefault(effect.signature.id(), List.of())) {
                if (inReach(groups.get(i), effect)) {
                    of.add(i);
                }
            }
            causes.add(of);
        }
        return causes;
    }

    /// What a signature explains, itself or by way of others that were seen too.
    private Set<String> explained(Rule.Signature signature, Set<String> seen) {
        return bySeen.computeIfAbsent(signature.id(), any -> closure(signature, seen::contains));
    }

    /// Everything that a signature explains, through others too. A circle ends where it began.
    Set<String> explained(Rule.Signature signature) {
        return reached.computeIfAbsent(signature.id(), any -> closure(signature, id -> true));
    }

    private Set<String> closure(Rule.Signature signature, Predicate<String> through) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(signature.explains());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (all.add(id)
                    && through.test(id)
                    && rules.apply(id).orElse(null) instanceof Rule.Signature next) {
                open.addAll(next.explains());
            }
        }
        all.remove(signature.id());
        return all;
    }

    /// Whether the effect was still there when the cause was first seen: what ended before came of
    /// something else. Since when objects are as they are is not known.
    private static boolean inTime(Group cause, Group effect) {
        return cause.isState
                || cause.first == null
                || effect.last == null
                || !effect.last.plus(CLOCKS).isBefore(cause.first)
                || isOfOneStart(cause, effect);
    }

    /// Whether a program warned of a setting when it started and ended for it later.
    private static boolean isOfOneStart(Group cause, Group effect) {
        return cause.signature.severity() == Severity.CRITICAL
                && effect.signature.severity().compareTo(Severity.WARNING) <= 0
                && effect.signature.area().endsWith("-config")
                && cause.signature.area().equals(effect.signature.area())
                && effect.evidence.stream()
                        .map(each -> each.origin().source())
                        .anyMatch(source ->
                                cause.evidence.stream()
                                        .anyMatch(each -> each.origin().source().equals(source)));
    }

    private static boolean inReach(Group cause, Group effect) {
        Scope reach = cause.signature.reach();
        if (reach == Scope.CLUSTER || cause.entities.isEmpty() || effect.entities.isEmpty()) {
            return true;
        }
        for (Entity one : cause.entities) {
            for (Entity other : effect.entities) {
                if (near(reach, one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(Scope reach, Entity one, Entity other) {
        Scopes.Answer answer = Scopes.same(reach, one, other);
        if (answer != Scopes.Answer.NO) {
            return true;
        }
        // A symptom may name only the node that the pod of the cause is on
        return reach != Scope.NODE
                && (namesOnlyItsNode(other) || namesOnlyItsNode(one))
                && Scopes.same(Scope.NODE, one, other) == Scopes.Answer.YES;
    }

    private static boolean namesOnlyItsNode(Entity entity) {
        return entity.pod() == null && entity.workload() == null;
    }
}
