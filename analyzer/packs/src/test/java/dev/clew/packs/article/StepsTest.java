package dev.clew.packs.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.FixStep;
import dev.clew.packs.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static List<FixStep> read(String body) {
        Problems problems = new Problems();
        List<FixStep> steps =
                Steps.read(Sections.of("## Fix\n" + body).getFirst().blocks(), "x.md", 1, problems);
        assertThat(problems.list()).isEmpty();
        return steps;
    }

    @Test
    void aStepWithAFenceForEachRangeOfVersions() {
        List<FixStep> steps =
                read(
                        """
                        ### 2. Restart `it`
                        Only if: platform != EKS or GKE

                        Some words.
                        Effect: pods restart,
                        one after the other.
                        Undo: none.

                        Only if: cilium >=1.14

                        ```sh disruptive
                        new
                        ```

                        Expect: `ok`

                        Only if: cilium <1.14

                        ```sh disruptive
                        old
                        ```

                        Done when: it is quiet.
                        """);
        assertThat(steps).hasSize(2);
        assertThat(steps).extracting(FixStep::number).containsOnly(2);
        assertThat(steps).extracting(FixStep::title).containsExactly("Restart `it`", "");
        assertThat(steps)
                .extracting(step -> step.condition().toString())
                .containsExactly(
                        "cilium >=1.14, platform != EKS or GKE",
                        "cilium <1.14, platform != EKS or GKE");
        assertThat(steps)
                .allMatch(step ->
                        step.note(FixStep.Note.EFFECT)
                                .orElse("")
                                .equals("pods restart, one after the other."));
        assertThat(steps.getFirst().note(FixStep.Note.EXPECT)).contains("`ok`");
        assertThat(steps.getLast().note(FixStep.Note.EXPECT)).isEmpty();
        assertThat(steps.getLast().note(FixStep.Note.DONE_WHEN)).contains("it is quiet.");
    }

    @Test
    void anOlderStepWithoutANumber() {
        List<FixStep> steps = read("### Look\n```sh read-only\nls\n```\nIf nothing, wait.\n");
        assertThat(steps)
                .extracting(FixStep::description)
                .containsExactly("Look", "If nothing, wait.");
        assertThat(steps).extracting(FixStep::number).containsOnly(0);
    }
}
