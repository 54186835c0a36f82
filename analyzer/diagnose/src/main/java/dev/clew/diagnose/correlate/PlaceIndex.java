package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Places;
import dev.clew.model.Entity;
import dev.clew.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what is near a place within a scope, without a look at everything.
///
/// @param <T> what stands at a place
final class PlaceIndex<T> {

    private final Scope scope;
    private final Map<Entity, List<T>> all = new LinkedHashMap<>();
    private final Map<String, List<Entity>> byName = new HashMap<>();
    private final List<Entity> vague = new ArrayList<>();

    PlaceIndex(Scope scope) {
        this.scope = scope;
    }

    /// Puts something at a place, once.
    void put(Entity entity, T what) {
        List<T> here = all.get(Places.needed(scope, entity));
        if (here == null || !here.contains(what)) {
            add(entity, what);
        }
    }

    void add(Entity entity, T what) {
        Entity place = Places.needed(scope, entity);
        List<T> here = all.get(place);
        if (here == null) {
            here = new ArrayList<>(1);
            all.put(place, here);
            name(place.pod(), "pod ", place);
            switch (scope) {
                case NAMESPACE -> name(place.namespace(), "", place);
                case NODE -> name(shortName(place.node()), "", place);
                case WORKLOAD -> name(place.workload(), "", place);
                case SOURCE, CLUSTER, POD, CONTAINER -> {
                    // the pod tells, or nothing does
                }
            }
            if (!Places.isKnown(scope, place)) {
                vague.add(place);
            }
        }
        here.add(what);
    }

    private void name(@Nullable String name, String prefix, Entity place) {
        if (name != null) {
            byName.computeIfAbsent(prefix + name, any -> new ArrayList<>(1)).add(place);
        }
    }

    /// Nodes are called by their short names in some outputs and by their full ones in others. An
    /// address is no such name.
    private static @Nullable String shortName(@Nullable String node) {
        int dot = node == null || Character.isDigit(node.charAt(0)) ? -1 : node.indexOf('.');
        return node == null || dot < 0 ? node : node.substring(0, dot);
    }

    /// What is at the same place.
    List<T> same(Entity entity) {
        return near(entity, Scopes.Answer.YES);
    }

    /// What is at the same place or may be.
    List<T> maybeSame(Entity entity) {
        return near(entity, Scopes.Answer.MAYBE);
    }

    private List<T> near(Entity entity, Scopes.Answer least) {
        List<T> near = new ArrayList<>();
        for (Entity place : candidates(entity, least)) {
            Scopes.Answer answer = Scopes.same(scope, entity, place);
            if (answer == Scopes.Answer.YES
                    || (answer == Scopes.Answer.MAYBE && least == Scopes.Answer.MAYBE)) {
                near.addAll(all.getOrDefault(place, List.of()));
            }
        }
        return near;
    }

    private Iterable<Entity> candidates(Entity entity, Scopes.Answer least) {
        if (scope == Scope.SOURCE || scope == Scope.CLUSTER) {
            return all.keySet();
        }
        if (!Places.isKnown(scope, entity) && least == Scopes.Answer.MAYBE) {
            return all.keySet();
        }
        Map<Entity, Boolean> candidates = new LinkedHashMap<>();
        put(candidates, "pod ", entity.pod());
        switch (scope) {
            case NAMESPACE -> put(candidates, "", entity.namespace());
            case NODE -> put(candidates, "", shortName(entity.node()));
            case WORKLOAD -> put(candidates, "", entity.workload());
            case SOURCE, CLUSTER, POD, CONTAINER -> {
                // the pod tells, or nothing does
            }
        }
        if (least == Scopes.Answer.MAYBE) {
            vague.forEach(place -> candidates.put(place, true));
        }
        return candidates.keySet();
    }

    private void put(Map<Entity, Boolean> candidates, String prefix, @Nullable String name) {
        if (name != null) {
            byName.getOrDefault(prefix + name, List.of())
                    .forEach(place -> candidates.put(place, true));
        }
    }
}
