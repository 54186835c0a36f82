package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Ledger;
import dev.clew.diagnose.collect.Moment;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.Roster;
import dev.clew.diagnose.collect.Sighting;
import dev.clew.model.Across;
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

    private final Ledger ledger;
    private final Roster roster;

    FurtherRecords(Ledger ledger) {
        this.ledger = ledger;
        this.roster = ledger.roster();
    }

    /// Whether the observation stands. `Count` is judged over all observations of the signature at
    /// the same place.
    boolean holds(
            Rule.Signature signature, Observation observation, List<Observation> ofSignature) {
        List<Across> across = signature.across();
        for (int slot = 0; slot < across.size(); slot++) {
            if (!concerns(across.get(slot), observation)) {
                continue;
            }
            boolean holds =
                    switch (across.get(slot)) {
                        case Across.Requires(
                                        var pattern,
                                        Scope same,
                                        Across.Order order,
                                        Duration within,
                                        int variant) ->
                                anyMoment(observation, slot, same, order, within);
                        case Across.Unless(
                                        var pattern,
                                        Scope same,
                                        Across.Order order,
                                        Duration within,
                                        int variant) ->
                                someMomentWithout(observation, slot, same, order, within);
                        case Across.HealedBy healed -> true;
                        case Across.Count(int atLeast, Scope same, Duration within, int variant) ->
                                counted(observation, ofSignature, atLeast, same, within);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean concerns(Across across, Observation observation) {
        return across.variant() == Across.EVERY_VARIANT
                || across.variant() == observation.variant();
    }

    /// A record that shows recovery, seen after the last one of the observation; null if there is
    /// none.
    @Nullable Evidence healed(Rule.Signature signature, Observation observation) {
        List<Across> across = signature.across();
        Moment last = observation.last();
        for (int slot = 0; slot < across.size(); slot++) {
            if (last != null
                    && concerns(across.get(slot), observation)
                    && across.get(slot)
                            instanceof Across.HealedBy(var pattern, Scope same, int variant)) {
                Sighting sighting =
                        find(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                last,
                                same,
                                Across.Order.AFTER,
                                null);
                if (sighting != null) {
                    return sighting.evidence();
                }
            }
        }
        return null;
    }

    private boolean anyMoment(
            Observation observation,
            int slot,
            Scope same,
            Across.Order order,
            @Nullable Duration within) {
        return observation.moments().stream()
                .anyMatch(moment ->
                        has(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                moment,
                                same,
                                order,
                                within));
    }

    private boolean someMomentWithout(
            Observation observation,
            int slot,
            Scope same,
            Across.Order order,
            @Nullable Duration within) {
        return observation.moments().stream()
                .anyMatch(moment ->
                        !has(
                                observation.signature(),
                                slot,
                                observation.entity(),
                                moment,
                                same,
                                order,
                                within));
    }

    private boolean has(
            int signature,
            int slot,
            Entity entity,
            Moment moment,
            Scope same,
            Across.Order order,
            @Nullable Duration within) {
        return find(signature, slot, entity, moment, same, order, within) != null;
    }

    private @Nullable Sighting find(
            int signature,
            int slot,
            Entity entity,
            Moment moment,
            Scope same,
            Across.Order order,
            @Nullable Duration within) {
        Entity place = roster.complete(entity);
        for (Sighting sighting : ledger.sightings(signature, slot)) {
            if (near(same, place, moment, sighting)
                    && inOrder(order, moment, sighting.moment())
                    && (within == null || moment.within(within, sighting.moment()))) {
                return sighting;
            }
        }
        return null;
    }

    private boolean near(Scope same, Entity place, Moment moment, Sighting sighting) {
        boolean sameSource = moment.source().equals(sighting.moment().source());
        if (same == Scope.SOURCE) {
            return sameSource;
        }
        return switch (Scopes.same(same, place, roster.complete(sighting.entity()))) {
            case YES -> true;
            case MAYBE ->
                    sameSource
                            || place.equals(Entity.UNKNOWN)
                            || sighting.entity().equals(Entity.UNKNOWN);
            case NO -> false;
        };
    }

    private static boolean inOrder(Across.Order order, Moment moment, Moment other) {
        int position = other.order(moment);
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
        for (Moment from : observation.moments()) {
            long sum = 0;
            for (Observation other : ofSignature) {
                if (other != observation
                        && Scopes.same(
                                        same,
                                        roster.complete(observation.entity()),
                                        roster.complete(other.entity()))
                                == Scopes.Answer.NO) {
                    continue;
                }
                for (int i = 0; i < other.moments().size(); i++) {
                    Moment moment = other.moments().get(i);
                    boolean in =
                            within == null
                                    || (moment.order(from) >= 0 && moment.within(within, from));
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
