package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import java.util.List;

/// Disruption budgets that allow nothing while a pod they guard stands on a node that is being
/// emptied.
final class BudgetChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject budget : graph.read("PodDisruptionBudget")) {
            if (budget.data().number(1, "status", "disruptionsAllowed") > 0
                    || budget.data().number(0, "status", "expectedPods") == 0) {
                continue;
            }
            for (ClusterObject pod : graph.from(budget.ref(), Link.Type.GUARDS)) {
                if (!pod.kind().equals("Pod") || Health.isGone(pod)) {
                    continue;
                }
                List<ClusterObject> nodes = graph.from(pod.ref(), Link.Type.RUNS_ON);
                for (ClusterObject node : nodes) {
                    if ("true".equals(node.data().text("spec", "unschedulable"))) {
                        states.add(
                                "budget-blocks-drain",
                                budget.ref(),
                                budget,
                                "PodDisruptionBudget %s allows no disruption (%s of %s healthy pods are needed), so pod %s can't be evicted from cordoned node %s"
                                        .formatted(
                                                ServiceChecks.place(budget),
                                                budget.data().text("status", "desiredHealthy"),
                                                budget.data().text("status", "currentHealthy"),
                                                pod.name(),
                                                node.name()),
                                "budget",
                                budget.name(),
                                "pod",
                                pod.name(),
                                "node",
                                node.name());
                    }
                }
            }
        }
    }
}
