package dev.clew.diagnose.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.Article;
import dev.clew.model.Entity;
import dev.clew.model.Environment;
import dev.clew.model.Subject;
import dev.clew.packs.Problems;
import dev.clew.packs.article.ArticleReader;
import dev.clew.packs.vocabulary.Placeholders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Values come from the finding itself, and what is not known stays open.
class FixFillerTest {

    private static final String VOCABULARY =
            """
            release: {type: name, means: the release, get: helm list -A, kind: Release}
            told: {type: name, means: the release, said: ['Release (?<value>\\S+) failed']}
            namespace: {type: namespace, means: the namespace, kind: namespace}
            pod: {type: name, means: the pod, kind: Pod}
            agent-pod: {type: name, means: the agent, kind: Pod, shape: 'cilium-[a-z0-9]{5}'}
            server: {type: host, means: the server}
            cilium-release: {type: name, means: the release of Cilium, get: helm list -A, fact: release, usual: cilium, areas: cilium}
            """;

    private static Article article(String area, String steps) {
        Problems problems = new Problems();
        Article article =
                ArticleReader.read(
                                "x",
                                area,
                                "x.md",
                                """
                                ---
                                title: t
                                summary: s
                                kind: fault
                                verified: 2026-01-01
                                ---
                                ## Fix
                                """
                                        + steps,
                                Placeholders.read("v", VOCABULARY, problems),
                                problems)
                        .orElseThrow();
        assertThat(problems.list()).isEmpty();
        return article;
    }

    private static String step(String risk, String command) {
        return "### 1. Do it\n```sh " + risk + "\n" + command + "\n```\n";
    }

    private static Advice fill(Article article, Map<String, String> captures, Subject... subjects) {
        List<Subject> all = List.of(subjects);
        return FixFiller.fill(
                article,
                new KnownValues(
                        captures,
                        all.isEmpty() ? null : all.getFirst(),
                        Entity.UNKNOWN,
                        Environment.UNKNOWN,
                        List.of("Error: Release web failed")),
                all.isEmpty() ? all : all.subList(1, all.size()));
    }

    private static FilledStep only(Advice advice) {
        assertThat(advice.fix()).hasSize(1);
        return advice.fix().getFirst();
    }

    @Test
    void anUnknownReleaseIsNeverCalledCilium() {
        FilledStep step =
                only(
                        fill(
                                article("helm", step("destructive", "helm uninstall <release>")),
                                Map.of()));
        assertThat(step.command()).isEqualTo("helm uninstall <release>");
        assertThat(step.needs())
                .containsExactly(new FilledStep.Need("release", "the release", "helm list -A"));
        FilledStep cilium =
                only(
                        fill(
                                article(
                                        "helm",
                                        step("changes", "helm get values <cilium-release>")),
                                Map.of()));
        assertThat(cilium.command()).isEqualTo("helm get values <cilium-release>");
    }

    @Test
    void whatTheEvidenceSaysIsTaken() {
        assertThat(
                        only(fill(
                                        article("helm", step("changes", "helm history <told>")),
                                        Map.of()))
                                .command())
                .isEqualTo("helm history web");
    }

    @Test
    void whatIsUsualIsPutInOnlyInItsOwnAreaAndNeverToDestroy() {
        FilledStep step =
                only(
                        fill(
                                article(
                                        "cilium-config",
                                        step("read-only", "helm get values <cilium-release>")),
                                Map.of()));
        assertThat(step.command()).isEqualTo("helm get values cilium");
        assertThat(step.assumed())
                .containsExactly(
                        new FilledStep.Assumed("cilium-release", "cilium", "helm list -A"));
        assertThat(
                        only(fill(
                                        article(
                                                "cilium-config",
                                                step(
                                                        "destructive",
                                                        "helm uninstall <cilium-release>")),
                                        Map.of()))
                                .command())
                .isEqualTo("helm uninstall <cilium-release>");
    }

    @Test
    void valuesAreTakenApartByTheirType() {
        Article article = article("k8s", step("read-only", "ping <server>; kubectl get pod <pod>"));
        assertThat(
                        only(fill(article, Map.of("server", "10.0.0.1:6443", "pod", "pod/web-0")))
                                .command())
                .isEqualTo("ping 10.0.0.1; kubectl get pod web-0");
        assertThat(only(fill(article, Map.of("server", "$(reboot)", "pod", "-A"))).command())
                .isEqualTo("ping <server>; kubectl get pod <pod>");
    }

    @Test
    void aPodThatIsNoAgentIsNotTakenForOne() {
        Article article = article("cilium-agent", step("read-only", "kubectl logs <agent-pod>"));
        Subject web = new Subject("Pod", "shop", "web-0", null);
        Subject agent = new Subject("Pod", "kube-system", "cilium-x2x9z", null);
        assertThat(only(fill(article, Map.of(), web)).command())
                .isEqualTo("kubectl logs <agent-pod>");
        assertThat(only(fill(article, Map.of(), agent)).command())
                .isEqualTo("kubectl logs cilium-x2x9z");
    }

    @Test
    void aCommandForSeveralThingsIsWrittenOnceWithTheOthersListed() {
        Article article =
                article("k8s", step("disruptive", "kubectl delete pod <pod> -n <namespace>"));
        Subject one = new Subject("Pod", "shop", "web-0", null);
        Subject two = new Subject("Pod", "store", "web-1", null);
        FilledStep step = only(fill(article, Map.of(), one, two));
        assertThat(step.command()).isEqualTo("kubectl delete pod web-0 -n shop");
        assertThat(step.others()).containsExactly(two);
    }

    @Test
    void valuesOfDifferentThingsAreNotMixed() {
        Subject one = new Subject("Pod", "shop", "web-0", null);
        Subject two = new Subject("Pod", "shop", "web-1", null);
        Captured captured = new Captured(500);
        captured.add(one, Entity.UNKNOWN, Map.of("reason", "a"));
        captured.add(two, Entity.UNKNOWN, Map.of("reason", "a", "image", "x"));
        captured.add(two, Entity.UNKNOWN, Map.of("reason", "a", "image", "y"));
        assertThat(captured.of(one)).isEqualTo(Map.of("reason", "a"));
        assertThat(captured.of(two)).containsEntry("image", "x");
    }

    @Test
    void theStepThatTheEvidenceNamesComesFirst() {
        Article article =
                article(
                        "k8s",
                        """
                        ### 1. Do this
                        ```sh read-only
                        a
                        ```
                        ### 2. Do that
                        Only if: map = ct4
                        ```sh read-only
                        b
                        ```
                        """);
        assertThat(fill(article, Map.of("map", "ct4")).fix())
                .extracting(FilledStep::number)
                .containsExactly(2, 1);
        assertThat(fill(article, Map.of("map", "nat")).fix())
                .extracting(FilledStep::number)
                .containsExactly(1);
        assertThat(fill(article, Map.of()).fix())
                .extracting(FilledStep::onlyIf)
                .containsExactly("", "map = ct4");
    }
}
