package dev.clew.diagnose.correlate;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes one group of many of a signature that differ in nothing but what they are on. Those that
/// are healed, and those near a cause, stay apart from the others, so that what explains a few does
/// not seem to explain all.
final class Folding {

    private final Causes causes;
    private final LimitLog log;

    private record Fold(boolean healed, Set<String> near) {}

    /// @param log learns how many groups were folded
    Folding(Causes causes, LimitLog log) {
        this.causes = causes;
        this.log = log;
    }

    /// The groups, of no signature more than may be, in the order of the first of each.
    List<Group> of(List<Group> groups) {
        Map<String, List<Group>> bySignature = new LinkedHashMap<>();
        for (Group group : groups) {
            bySignature.computeIfAbsent(group.signature.id(), any -> new ArrayList<>()).add(group);
        }
        int most = log.limits().sizeOf(Bound.FINDINGS_OF_SIGNATURE);
        Map<String, List<PlaceIndex<String>>> indexes = new HashMap<>();
        List<Group> all = new ArrayList<>();
        bySignature
                .values()
                .forEach(same -> {
                    List<Group> kept =
                            same.size() <= most ? same : fold(same, bySignature, indexes, most);
                    if (kept.size() < same.size()) {
                        log.reached(Bound.FINDINGS_OF_SIGNATURE, (long) same.size() - kept.size());
                    }
                    all.addAll(kept);
                });
        return all;
    }

    private List<Group> fold(
            List<Group> same,
            Map<String, List<Group>> bySignature,
            Map<String, List<PlaceIndex<String>>> indexes,
            int most) {
        List<PlaceIndex<String>> explaining = new ArrayList<>();
        String effect = same.getFirst().signature.id();
        bySignature.forEach((id, of) -> {
            Rule.Signature signature = of.getFirst().signature;
            if (signature.reach() != Scope.CLUSTER
                    && causes.explained(signature).contains(effect)) {
                explaining.addAll(indexes.computeIfAbsent(id, any -> index(of)));
            }
        });
        Map<Fold, Group> folds = new LinkedHashMap<>();
        for (Group group : same) {
            join(folds, new Fold(group.isHealed(), near(group, explaining)), group);
        }
        if (folds.size() <= most) {
            return List.copyOf(folds.values());
        }
        Map<Fold, Group> few = new LinkedHashMap<>();
        folds.forEach((fold, group) -> join(few, new Fold(fold.healed(), Set.of()), group));
        return List.copyOf(few.values());
    }

    private static void join(Map<Fold, Group> folds, Fold fold, Group group) {
        Group known = folds.putIfAbsent(fold, group);
        if (known != null) {
            known.fold(group);
        }
    }

    /// Where causes of one signature are: by its reach, and by pod, which is near in any case.
    private static List<PlaceIndex<String>> index(List<Group> of) {
        Rule.Signature signature = of.getFirst().signature;
        PlaceIndex<String> byReach = new PlaceIndex<>(signature.reach());
        PlaceIndex<String> byPod = new PlaceIndex<>(Scope.POD);
        for (Group group : of) {
            for (Entity entity : group.entities) {
                byReach.put(entity, signature.id());
                byPod.put(entity, signature.id());
            }
        }
        return List.of(byReach, byPod);
    }

    private static Set<String> near(Group group, List<PlaceIndex<String>> explaining) {
        Set<String> near = new TreeSet<>();
        for (PlaceIndex<String> index : explaining) {
            for (Entity entity : group.entities) {
                near.addAll(index.same(entity));
            }
        }
        return near;
    }
}
