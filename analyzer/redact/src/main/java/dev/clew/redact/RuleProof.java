package dev.clew.redact;

import java.util.ArrayList;
import java.util.List;

/// Proves rules by their samples.
public final class RuleProof {

    private static final int TRIES = 5;

    private RuleProof() {}

    /// What may be wrong with a rule.
    public enum Flaw {
        /// It has no hits or no misses.
        NO_SAMPLES,
        /// No hint of the rule stands in one of its hits, so that it would not be tried.
        NO_HINT,
        /// It does not find one of its hits.
        HIT_MISSED,
        /// It finds one of its misses.
        MISS_HIT
    }

    /// What is wrong with a rule.
    ///
    /// @param message a sentence with the id of the rule and the sample
    public record Found(Flaw flaw, String message) {}

    /// What is wrong with rules, in their order.
    public static List<Found> problems(RedactionRules rules) {
        List<Found> problems = new ArrayList<>();
        for (RedactionRule rule : rules.list()) {
            if (rule.hits().isEmpty() || rule.misses().isEmpty()) {
                problems.add(
                        new Found(Flaw.NO_SAMPLES, "rule " + rule.id() + " needs hits and misses"));
            }
            RedactionRules alone = new RedactionRules(List.of(rule), RedactionRules.NONE.names());
            for (String hit : rule.hits()) {
                hit(rule, alone, hit, problems);
            }
            for (String miss : rule.misses()) {
                if (rule.matches(RuleSample.of(miss, 0).text())) {
                    problems.add(new Found(Flaw.MISS_HIT, "rule " + rule.id() + " finds: " + miss));
                }
            }
        }
        return problems;
    }

    private static void hit(
            RedactionRule rule, RedactionRules alone, String hit, List<Found> problems) {
        for (int number = 0; number < TRIES; number++) {
            String text = RuleSample.of(hit, number).text();
            if (Hints.of(text, alone).rules().isEmpty()) {
                problems.add(
                        new Found(Flaw.NO_HINT, "rule " + rule.id() + " has no hint for: " + text));
                return;
            }
            if (!rule.matches(text)) {
                problems.add(
                        new Found(
                                Flaw.HIT_MISSED, "rule " + rule.id() + " does not find: " + text));
                return;
            }
        }
    }
}
