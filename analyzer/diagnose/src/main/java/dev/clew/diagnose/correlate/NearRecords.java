package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Clock;
import dev.clew.diagnose.collect.CorrelationEvents;
import dev.clew.diagnose.collect.Places;
import dev.clew.diagnose.collect.PodDirectory;
import dev.clew.model.Entity;
import dev.clew.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers whether one of the further records of a clause was near a place at a time.
final class NearRecords {

    private final CorrelationEvents events;
    private final PodDirectory pods;
    private final Merge anywhere;
    private final Map<String, Merge> bySource = new HashMap<>();
    private final MergedRecords ofUnknownPlace = new MergedRecords();
    private final MergedRecords ofUnknownSource = new MergedRecords();
    private final Map<Asked, Near> known = new HashMap<>();

    private record Asked(Entity place, String source) {}

    private record Near(List<MergedRecords> anywhere, List<MergedRecords> inSource) {}

    /// Records by place.
    private static final class Merge {
        final MergedRecords all = new MergedRecords();
        final Map<Entity, MergedRecords> byPlace = new HashMap<>();
        final PlaceIndex<MergedRecords> index;

        Merge(Scope scope) {
            this.index = new PlaceIndex<>(scope);
        }

        void add(Entity at, CorrelationEvents.Place place, CorrelationEvents.Seen seen) {
            all.add(place, seen);
            MergedRecords here = byPlace.get(at);
            if (here == null) {
                here = new MergedRecords();
                byPlace.put(at, here);
                index.add(at, here);
            }
            here.add(place, seen);
        }
    }

    NearRecords(CorrelationEvents events, PodDirectory pods) {
        this.events = events;
        this.pods = pods;
        this.anywhere = new Merge(events.same());
        events.byPlace().forEach(this::add);
    }

    private void add(CorrelationEvents.Place place, CorrelationEvents.Seen seen) {
        Entity at = Places.needed(events.same(), pods.complete(place.entity()));
        anywhere.add(at, place, seen);
        bySource.computeIfAbsent(place.source(), any -> new Merge(events.same()))
                .add(Places.plain(events.same(), at), place, seen);
        if (place.entity().equals(Entity.UNKNOWN)) {
            ofUnknownPlace.add(place, seen);
        }
        if (place.source().isEmpty()) {
            ofUnknownSource.add(place, seen);
        }
    }

    /// What meets the clause near that place, seen from that time; null if nothing does.
    ///
    /// @param place completed
    MergedRecords.@Nullable Met met(Entity place, String source, Clock clock, long at, long line) {
        Near near =
                known.computeIfAbsent(
                        new Asked(Places.needed(events.same(), place), source),
                        any -> new Near(anywhere(place), inSource(place, source)));
        for (MergedRecords each : near.inSource()) {
            MergedRecords.Met met = each.inSource(events.order(), clock, at, line);
            if (met != null) {
                return met;
            }
        }
        for (MergedRecords each : near.anywhere()) {
            MergedRecords.Met met = each.anywhere(clock, at, source);
            if (met != null) {
                return met;
            }
        }
        return null;
    }

    private List<MergedRecords> anywhere(Entity place) {
        if (events.same() == Scope.SOURCE) {
            return List.of(ofUnknownSource);
        }
        if (events.same() == Scope.CLUSTER || place.equals(Entity.UNKNOWN)) {
            return List.of(anywhere.all);
        }
        List<MergedRecords> near = new ArrayList<>(anywhere.index.same(place));
        near.add(ofUnknownPlace);
        return near;
    }

    private List<MergedRecords> inSource(Entity place, String source) {
        Merge own = bySource.get(source);
        if (own == null) {
            return List.of();
        }
        boolean anyPlace =
                switch (events.same()) {
                    case SOURCE, CLUSTER -> true;
                    case NODE, NAMESPACE -> !Places.isKnown(events.same(), place);
                    case WORKLOAD, POD, CONTAINER -> false;
                };
        return anyPlace ? List.of(own.all) : own.index.maybeSame(place);
    }
}
