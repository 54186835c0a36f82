package dev.clew.match;

import static dev.clew.match.TestRecords.pattern;
import static dev.clew.match.TestRecords.regex;
import static dev.clew.match.TestRecords.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Clause;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredLiteralsTest {

    private static Set<String> of(Clause clause) {
        return RequiredLiterals.ofLines(pattern(clause)).orElse(Set.of());
    }

    @Test
    void cutsTextsWhereFormatsEscape() {
        assertThat(of(text("Failed to pull image \"nginx\": not found")))
                .containsExactly("failed to pull image ");
        assertThat(of(text("<nil>"))).isEmpty();
    }

    @Test
    void takesTheBestPartOfAllAndEveryPartOfAny() {
        assertThat(of(new Clause.All(List.of(text("mount"), text("permission denied")))))
                .containsExactly("permission denied");
        assertThat(of(new Clause.Any(List.of(text("mount failed"), text("permission denied")))))
                .containsExactlyInAnyOrder("mount failed", "permission denied");
        assertThat(of(new Clause.Any(List.of(text("mount failed"), regex(".*"))))).isEmpty();
        assertThat(
                        of(
                                new Clause.All(
                                        List.of(
                                                text("mount failed"),
                                                new Clause.None(List.of(text("healthy")))))))
                .containsExactly("mount failed");
    }

    @Test
    void doesNotRelyOnFieldsThatTheTextMayLack() {
        assertThat(of(new Clause.In("level", List.of("fatal")))).isEmpty();
        assertThat(of(new Clause.In("pod", List.of("cilium-operator")))).isEmpty();
        assertThat(of(new Clause.In("reason", List.of("FailedMount"))))
                .containsExactly("failedmount");
    }

    @Test
    void looksForTheNameOfAnOptionInLinesAndForItsValueElsewhere() {
        Clause on = new Clause.In("enable-wireguard", List.of("true", "yes!"));
        assertThat(of(on)).containsExactly("enable-wireguard");
        assertThat(RequiredLiterals.ofObjects(pattern(on)).orElseThrow())
                .containsExactlyInAnyOrder("true", "yes!");
    }

    @Test
    void leavesOutWhatIsOnlyForOtherKinds() {
        Clause pod =
                new Clause.All(List.of(new Clause.In("kind", List.of("pod")), text("kube-proxy-")));
        assertThat(of(new Clause.Any(List.of(pod, text("permission denied")))))
                .containsExactly("permission denied");
        assertThat(RequiredLiterals.ofObjects(pattern(pod)).orElseThrow())
                .containsExactly("kube-proxy-");
    }

    @Test
    void prefersWhatOrdinaryLinesDoNotHave() {
        assertThat(
                        of(
                                new Clause.All(
                                        List.of(
                                                text("context deadline exceeded"),
                                                text("bpfgibberish")))))
                .containsExactly("bpfgibberish");
        assertThat(of(regex("level=error.* grumpy quux"))).containsExactly(" grumpy quux");
    }
}
