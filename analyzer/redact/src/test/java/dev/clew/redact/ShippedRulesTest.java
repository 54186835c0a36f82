package dev.clew.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every rule is proved by its samples.
class ShippedRulesTest {

    @Test
    void everyRuleHasSamplesAndIsProvedByThem() {
        assertThat(RuleProof.problems(Shipped.RULES)).isEmpty();
    }

    @Test
    void allRulesTogetherTakeOutEverySample() {
        for (RedactionRule rule : Shipped.RULES.list()) {
            for (String hit : rule.hits()) {
                RuleSample sample = RuleSample.of(hit, 7);
                String redacted = Shipped.redactor().text(sample.text());
                assertThat(redacted).as(rule.id() + ": " + hit).contains("<redacted:");
            }
        }
    }
}
