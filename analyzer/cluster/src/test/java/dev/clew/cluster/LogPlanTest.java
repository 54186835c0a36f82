package dev.clew.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogPlanTest {

    private static PodBrief pod(
            String name, String node, String app, boolean failing, int restarts) {
        return new PodBrief(
                "ns",
                name,
                node,
                app,
                failing,
                List.of(
                        new PodBrief.Container("init", true, true, 0, true),
                        new PodBrief.Container("main", false, true, restarts, !failing),
                        new PodBrief.Container("late", false, false, 0, false)));
    }

    private static List<String> files(LogPlan plan) {
        return plan.logs().stream().map(Read.Log::file).toList();
    }

    @Test
    void failingPodsOfCiliumComeFirst() {
        LogPlan plan =
                LogPlan.of(
                        List.of(
                                pod("web", "a", "", true, 2),
                                pod("quiet", "a", "", false, 0),
                                pod("agent", "b", "cilium", true, 1),
                                pod("relay", "b", "hubble-relay", false, 0)),
                        Set.of(),
                        Scope.EVERYTHING,
                        Bounds.DEFAULT);
        assertThat(files(plan))
                .containsExactly(
                        "logs/ns/agent/main.log",
                        "logs/ns/agent/main.previous.log",
                        "logs/ns/agent/init.log",
                        "logs/ns/web/main.log",
                        "logs/ns/web/main.previous.log",
                        "logs/ns/web/init.log",
                        "logs/ns/relay/main.log");
    }

    @Test
    void onlyAgentsOfTheNodesThatMatter() {
        LogPlan plan =
                LogPlan.of(
                        List.of(
                                pod("web", "a", "", false, 0),
                                pod("agent-a", "a", "cilium", false, 0),
                                pod("agent-b", "b", "cilium", false, 0),
                                pod("other", "a", "", true, 3)),
                        Set.of("ns/web"),
                        new Scope(false, "ns", List.of("web"), null, null, false),
                        Bounds.DEFAULT);
        assertThat(files(plan))
                .containsExactly(
                        "logs/ns/web/init.log", "logs/ns/web/main.log", "logs/ns/agent-a/main.log");
    }

    @Test
    void fiveHundredHealthyAgentsAreNotAllRead() {
        List<PodBrief> agents = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            agents.add(pod("agent-" + i, "node-" + i, "cilium", false, 0));
        }
        LogPlan plan = LogPlan.of(agents, Set.of(), Scope.EVERYTHING, Bounds.DEFAULT);
        assertThat(plan.logs()).hasSize(Bounds.DEFAULT.mostHealthy());
        assertThat(plan.left())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.words())
                                .isEqualTo("get the logs of 470 more healthy pods of cilium"));
    }
}
