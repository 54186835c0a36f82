package dev.clew.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.match.regex.Expression;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftExpressionTest {

    @Test
    void whatDiffersBecomesACaptureNamedAfterTheWordBeforeIt() {
        String made =
                DraftExpression.of(
                                "\"Frobnication failed\" err=\"widget 17 is stuck on node worker-3 (10.0.1.2:4240)\"")
                        .orElseThrow();
        assertThat(made).contains(" is stuck on node (?<node>");
        Map<String, String> captures = new HashMap<>();
        assertThat(
                        Expression.of(made)
                                .find(
                                        "Frobnication failed err=widget 4 is stuck on node db-12 (10.9.9.9:80)",
                                        captures))
                .isFalse();
        assertThat(
                        Expression.of(made)
                                .find(
                                        "\"Frobnication failed\" err=\"widget 4 is stuck on node db-12 (10.9.9.9:80)\"",
                                        captures))
                .isTrue();
        assertThat(captures).containsEntry("widget", "4").containsEntry("node", "db-12");
    }

    @Test
    void hostsAndPathsDifferAndNoCaptureIsNamedAfterAWordThatNamesNothing() {
        String text = "cannot reach app.example.com for order 17, see /srv/ledger/orders";
        String made = DraftExpression.of(text).orElseThrow();
        assertThat(made).doesNotContain("example").doesNotContain("ledger").contains("(?<order>");
        assertThat(made).doesNotContain("(?<for>").doesNotContain("(?<reach>");
        assertThat(DraftExpression.words(text)).isEqualTo("cannot reach … for order …, see …");
    }

    @Test
    void aTextInWhichNothingDiffersNeedsNoExpression() {
        assertThat(DraftExpression.of("the frobnicator is out of order")).isEmpty();
        assertThat(DraftExpression.of("12 34 56")).isEmpty();
    }
}
