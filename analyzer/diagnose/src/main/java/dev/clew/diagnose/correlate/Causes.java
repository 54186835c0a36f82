package dev.clew.diagnose.correlate;

import dev.clew.model.Entity;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells which findings explain which, through what the signatures say they explain, directly or by
/// way of others.
final class Causes {

    /// How much later than its effect a cause may be seen first: clocks of nodes differ.
    private static final Duration CLOCKS = Duration.ofSeconds(60);

    private final Function<String, Optional<Rule>> rules;
    private final Map<String, Set<String>> reached = new java.util.HashMap<>();

    Causes(Function<String, Optional<Rule>> rules) {
        this.rules = rules;
    }

    /// For each group, the groups that explain it, in no particular order.
    List<List<Integer>> of(List<Group> groups) {
        List<List<Integer>> causes = new ArrayList<>();
        for (Group effect : groups) {
            List<Integer> of = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                if (groups.get(i) != effect && explains(groups.get(i), effect)) {
                    of.add(i);
                }
            }
            causes.add(of);
        }
        return causes;
    }

    /// For each group, the groups that may explain it by where they were seen, whenever that was.
    List<List<Integer>> inReach(List<Group> groups) {
        List<List<Integer>> causes = new ArrayList<>();
        for (Group effect : groups) {
            List<Integer> of = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                Group cause = groups.get(i);
                if (cause != effect
                        && explained(cause.signature).contains(effect.signature.id())
                        && inReach(cause, effect)) {
                    of.add(i);
                }
            }
            causes.add(of);
        }
        return causes;
    }

    private boolean explains(Group cause, Group effect) {
        return explained(cause.signature).contains(effect.signature.id())
                && !(cause.isHealed() && !effect.isHealed())
                && inTime(cause, effect)
                && inReach(cause, effect);
    }

    /// Everything that a signature explains, through others too. A circle ends where it began.
    private Set<String> explained(Rule.Signature signature) {
        Set<String> known = reached.get(signature.id());
        if (known != null) {
            return known;
        }
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(signature.explains());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (all.add(id) && rules.apply(id).orElse(null) instanceof Rule.Signature next) {
                open.addAll(next.explains());
            }
        }
        all.remove(signature.id());
        reached.put(signature.id(), all);
        return all;
    }

    /// Whether the effect was still there when the cause was first seen: what ended before came of
    /// something else.
    private static boolean inTime(Group cause, Group effect) {
        return cause.first == null
                || effect.last == null
                || !effect.last.plus(CLOCKS).isBefore(cause.first);
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
                && (other.pod() == null || one.pod() == null)
                && Scopes.same(Scope.NODE, one, other) == Scopes.Answer.YES;
    }

    /// Whether a signature may stand as a cause of others.
    static boolean isCause(Group group) {
        return group.signature.role() == Role.CAUSE;
    }
}
