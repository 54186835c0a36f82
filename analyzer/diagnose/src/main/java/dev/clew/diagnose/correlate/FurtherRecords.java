package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.CorrelationEvents;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.diagnose.collect.PodDirectory;
import dev.clew.diagnose.collect.TimeSeries;
import dev.clew.diagnose.collect.Timestamp;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges what a signature asks of further records: others that must be there, or must not, and how
/// often its own must. For the observations of one signature.
final class FurtherRecords {

    private final int signature;
    private final List<CorrelationClause> clauses;
    private final List<Observation> observations;
    private final ObservationStore store;
    private final PodDirectory pods;
    private final Map<Integer, NearRecords> near = new HashMap<>();
    private final Map<Integer, MatchCounts> counts = new HashMap<>();

    /// @param observations all of the signature
    FurtherRecords(
            Rule.Signature rule,
            int signature,
            List<Observation> observations,
            ObservationStore store) {
        this.signature = signature;
        this.clauses = rule.across();
        this.observations = observations;
        this.store = store;
        this.pods = store.pods();
    }

    /// The observations that stand.
    List<Observation> holding() {
        return clauses.isEmpty()
                ? observations
                : observations.stream().filter(this::holds).toList();
    }

    private boolean holds(Observation observation) {
        for (int slot = 0; slot < clauses.size(); slot++) {
            CorrelationClause clause = clauses.get(slot);
            if (concerns(clause, observation)) {
                boolean holds =
                        switch (clause) {
                            case CorrelationClause.Requires requires ->
                                    isMetAtSomeTime(observation, slot, true);
                            case CorrelationClause.Unless unless ->
                                    isMetAtSomeTime(observation, slot, false);
                            case CorrelationClause.HealedBy healed -> true;
                            case CorrelationClause.InFrame frame -> true;
                            case CorrelationClause.Count count ->
                                    counts(slot, count).most(observation) >= count.atLeast();
                        };
                if (!holds) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean concerns(CorrelationClause clause, Observation observation) {
        return clause.variant() == CorrelationClause.EVERY_VARIANT
                || clause.variant() == observation.variant();
    }

    private MatchCounts counts(int slot, CorrelationClause.Count count) {
        return counts.computeIfAbsent(
                slot, any -> new MatchCounts(count.same(), count.within(), observations, pods));
    }

    private @Nullable NearRecords near(int slot) {
        CorrelationEvents events = store.correlationEvents(signature, slot);
        return events == null
                ? null
                : near.computeIfAbsent(slot, any -> new NearRecords(events, pods));
    }

    /// Whether there is a time of the observation at which a further record is near, or at which
    /// none is.
    private boolean isMetAtSomeTime(Observation observation, int slot, boolean wanted) {
        NearRecords records = near(slot);
        if (records == null) {
            return !wanted;
        }
        Entity place = pods.complete(observation.entity());
        for (TimeSeries times : observation.times()) {
            for (int i = 0; i < times.size(); i++) {
                boolean met =
                        records.met(
                                        place,
                                        times.source(),
                                        times.clock(),
                                        times.at(i),
                                        times.line(i))
                                != null;
                if (met == wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A record that shows recovery, seen after the last one of the observation; null if there is
    /// none.
    @Nullable Evidence healed(Observation observation) {
        Timestamp last = observation.last();
        for (int slot = 0; slot < clauses.size(); slot++) {
            if (last != null
                    && clauses.get(slot) instanceof CorrelationClause.HealedBy healed
                    && concerns(healed, observation)) {
                NearRecords records = near(slot);
                MergedRecords.Met met =
                        records == null
                                ? null
                                : records.met(
                                        pods.complete(observation.entity()),
                                        last.source(),
                                        last.clock(),
                                        last.at(),
                                        last.line());
                if (met != null) {
                    return met.evidence();
                }
            }
        }
        return null;
    }
}
