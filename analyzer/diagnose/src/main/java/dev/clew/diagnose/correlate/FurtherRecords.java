package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.CorrelationEvent;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.diagnose.collect.PodDirectory;
import dev.clew.diagnose.collect.Timestamp;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges what a signature asks of further records: others that must be there, or must not, and how
/// often its own must.
final class FurtherRecords {

    private final ObservationStore store;
    private final PodDirectory pods;

    FurtherRecords(ObservationStore store) {
        this.store = store;
        this.pods = store.pods();
    }

    /// Whether the observation stands. `Count` is judged over all observations of the signature at
    /// the same place.
    boolean holds(
            Rule.Signature signature, Observation observation, List<Observation> ofSignature) {
        List<CorrelationClause> across = signature.across();
        for (int slot = 0; slot < across.size(); slot++) {
            if (!concerns(across.get(slot), observation)) {
                continue;
            }
            boolean holds =
                    switch (across.get(slot)) {
                        case CorrelationClause.Requires(
                                        var pattern,
                                        Scope same,
                                        CorrelationClause.Order order,
                                        Duration within,
                                        int variant) ->
                                anyTimestamp(observation, slot, same, order, within);
                        case CorrelationClause.Unless(
                                        var pattern,
                                        Scope same,
                                        CorrelationClause.Order order,
                                        Duration within,
                                        int variant) ->
                                someTimestampWithout(observation, slot, same, order, within);
                        case CorrelationClause.HealedBy healed -> true;
                        case CorrelationClause.Count(
                                        int atLeast,
                                        Scope same,
                                        Duration within,
                                        int variant) ->
                                counted(observation, ofSignature, atLeast, same, within);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean concerns(CorrelationClause across, Observation observation) {
        return across.variant() == CorrelationClause.EVERY_VARIANT
                || across.variant() == observation.variant();
    }

    /// A record that shows recovery, seen after the last one of the observation; null if there is
    /// none.
    @Nullable Evidence healed(Rule.Signature signature, Observation observation) {
        List<CorrelationClause> across = signature.across();
        Timestamp last = observation.last();
        for (int slot = 0; slot < across.size(); slot++) {
            if (last != null
                    && concerns(across.get(slot), observation)
                    && across.get(slot)
                            instanceof
                            CorrelationClause.HealedBy(var pattern, Scope same, int variant)) {
                CorrelationEvent event =
                        find(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                last,
                                same,
                                CorrelationClause.Order.AFTER,
                                null);
                if (event != null) {
                    return event.evidence();
                }
            }
        }
        return null;
    }

    private boolean anyTimestamp(
            Observation observation,
            int slot,
            Scope same,
            CorrelationClause.Order order,
            @Nullable Duration within) {
        return observation.timestamps().stream()
                .anyMatch(timestamp ->
                        has(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                timestamp,
                                same,
                                order,
                                within));
    }

    private boolean someTimestampWithout(
            Observation observation,
            int slot,
            Scope same,
            CorrelationClause.Order order,
            @Nullable Duration within) {
        return observation.timestamps().stream()
                .anyMatch(timestamp ->
                        !has(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                timestamp,
                                same,
                                order,
                                within));
    }

    private boolean has(
            int signature,
            int slot,
            Entity entity,
            Timestamp timestamp,
            Scope same,
            CorrelationClause.Order order,
            @Nullable Duration within) {
        return find(signature, slot, entity, timestamp, same, order, within) != null;
    }

    private @Nullable CorrelationEvent find(
            int signature,
            int slot,
            Entity entity,
            Timestamp timestamp,
            Scope same,
            CorrelationClause.Order order,
            @Nullable Duration within) {
        Entity place = pods.complete(entity);
        for (CorrelationEvent event : store.correlationEvents(signature, slot)) {
            if (near(same, place, timestamp, event)
                    && inOrder(order, timestamp, event.timestamp())
                    && (within == null || timestamp.within(within, event.timestamp()))) {
                return event;
            }
        }
        return null;
    }

    private boolean near(Scope same, Entity place, Timestamp timestamp, CorrelationEvent event) {
        boolean sameSource = timestamp.source().equals(event.timestamp().source());
        if (same == Scope.SOURCE) {
            return sameSource;
        }
        return switch (Scopes.same(same, place, pods.complete(event.entity()))) {
            case YES -> true;
            case MAYBE ->
                    sameSource
                            || place.equals(Entity.UNKNOWN)
                            || event.entity().equals(Entity.UNKNOWN);
            case NO -> false;
        };
    }

    private static boolean inOrder(
            CorrelationClause.Order order, Timestamp timestamp, Timestamp other) {
        int position = other.order(timestamp);
        return switch (order) {
            case ANY -> true;
            case BEFORE -> position <= 0;
            case AFTER -> position >= 0;
        };
    }

    private boolean counted(
            Observation observation,
            List<Observation> ofSignature,
            int atLeast,
            Scope same,
            @Nullable Duration within) {
        long best = 0;
        for (Timestamp from : observation.timestamps()) {
            long sum = 0;
            for (Observation other : ofSignature) {
                if (other != observation
                        && Scopes.same(
                                        same,
                                        pods.complete(observation.entity()),
                                        pods.complete(other.entity()))
                                == Scopes.Answer.NO) {
                    continue;
                }
                for (int i = 0; i < other.timestamps().size(); i++) {
                    Timestamp timestamp = other.timestamps().get(i);
                    boolean in =
                            within == null
                                    || (timestamp.order(from) >= 0
                                            && timestamp.within(within, from));
                    sum += in ? other.counts().get(i) : 0;
                }
            }
            best = Math.max(best, sum);
            if (best >= atLeast || within == null) {
                break;
            }
        }
        return best >= atLeast;
    }
}
