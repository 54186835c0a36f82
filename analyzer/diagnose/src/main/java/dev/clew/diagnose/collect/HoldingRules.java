package dev.clew.diagnose.collect;

import dev.clew.match.RuleBook;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Environment;
import dev.clew.model.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// Tells of the places of rules in their book whether they are for the programs and versions at
/// hand, and whether the further records that they require were seen at all.
final class HoldingRules implements IntPredicate {

    private final RuleBook book;
    private final Environment environment;
    private final BitSet held = new BitSet();

    HoldingRules(ObservationStore store, Environment environment) {
        this.book = store.book();
        this.environment = environment;
        OwnGround ground = new OwnGround(store, environment);
        for (Observation observation : store.observations()) {
            int ordinal = observation.signature();
            if (book.rule(ordinal).rule() instanceof Rule.Signature signature
                    && ground.holds(signature, observation)
                    && hasWhatItRequires(signature, observation, store)) {
                held.set(ordinal);
            }
        }
    }

    @Override
    public boolean test(int ordinal) {
        Rule rule = book.rule(ordinal).rule();
        return rule.applies().to(environment) && (held.get(ordinal) || rule instanceof Rule.Benign);
    }

    private static boolean hasWhatItRequires(
            Rule.Signature signature, Observation observation, ObservationStore store) {
        List<CorrelationClause> clauses = signature.across();
        for (int slot = 0; slot < clauses.size(); slot++) {
            CorrelationClause clause = clauses.get(slot);
            boolean concerned =
                    clause.variant() == CorrelationClause.EVERY_VARIANT
                            || clause.variant() == observation.variant();
            if (clause instanceof CorrelationClause.Requires
                    && concerned
                    && store.correlationEvents(observation.signature(), slot) == null) {
                return false;
            }
        }
        return true;
    }
}
