package dev.clew.redact;

import java.util.ArrayList;
import java.util.List;

/// Proves rules by their samples.
public final class RuleProof {

    private static final int TRIES = 5;

    private RuleProof() {}

    /// What is wrong with rules, one sentence each: a rule without samples, a hit that is not found
    /// or has no hint, a miss that is.
    public static List<String> problems(RedactionRules rules) {
        List<String> problems = new ArrayList<>();
        for (RedactionRule rule : rules.list()) {
            if (rule.hits().isEmpty() || rule.misses().isEmpty()) {
                problems.add("rule " + rule.id() + " needs hits and misses");
            }
            RedactionRules alone = new RedactionRules(List.of(rule), RedactionRules.NONE.names());
            for (String hit : rule.hits()) {
                for (int number = 0; number < TRIES; number++) {
                    String text = RuleSample.of(hit, number).text();
                    boolean hinted = !Hints.of(text, alone).rules().isEmpty();
                    if (!hinted || !rule.matches(text)) {
                        problems.add(
                                "rule "
                                        + rule.id()
                                        + (hinted ? " does not find: " : " has no hint for: ")
                                        + text);
                        break;
                    }
                }
            }
            for (String miss : rule.misses()) {
                if (rule.matches(RuleSample.of(miss, 0).text())) {
                    problems.add("rule " + rule.id() + " finds: " + miss);
                }
            }
        }
        return problems;
    }
}
