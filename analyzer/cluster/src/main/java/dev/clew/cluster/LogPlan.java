package dev.clew.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses the logs worth reading: of the pods that were asked for, of failing pods, and of Cilium;
/// the ones that tell most come first, in case the bounds end it.
final class LogPlan {

    private final Scope scope;
    private final Bounds bounds;
    private final List<Read.Log> logs = new ArrayList<>();
    private final List<Gathered.Request> left = new ArrayList<>();

    private LogPlan(Scope scope, Bounds bounds) {
        this.scope = scope;
        this.bounds = bounds;
    }

    /// The plan for these pods.
    ///
    /// @param asked keys of the pods that were asked for by name
    static LogPlan of(List<PodBrief> pods, Set<String> asked, Scope scope, Bounds bounds) {
        LogPlan plan = new LogPlan(scope, bounds);
        plan.choose(pods, asked);
        return plan;
    }

    List<Read.Log> logs() {
        return logs;
    }

    /// What was left out to stay within the bounds.
    List<Gathered.Request> left() {
        return left;
    }

    private void choose(List<PodBrief> all, Set<String> asked) {
        List<PodBrief> pods = all.stream().sorted(Comparator.comparing(PodBrief::key)).toList();
        Set<String> nodes = new HashSet<>();
        pods.stream()
                .filter(pod -> asked.contains(pod.key()))
                .forEach(pod -> nodes.add(pod.node()));
        if (scope.node() != null) {
            nodes.add(scope.node());
        }
        pods.stream().filter(pod -> asked.contains(pod.key())).forEach(this::all);
        List<PodBrief> rest = pods.stream().filter(pod -> !asked.contains(pod.key())).toList();
        List<PodBrief> failing =
                rest.stream()
                        .filter(PodBrief::failing)
                        .filter(pod -> asked.isEmpty() || matters(pod, nodes))
                        .sorted(Comparator.comparing(pod -> pod.app().isEmpty()))
                        .toList();
        failing.stream().limit(bounds.mostPods()).forEach(this::all);
        if (failing.size() > bounds.mostPods()) {
            leave(failing.size() - bounds.mostPods() + " more failing pods", bounds.mostPods());
        }
        healthy(rest, nodes);
    }

    /// Whether a part of Cilium has to do with the nodes that were asked for.
    private boolean matters(PodBrief pod, Set<String> nodes) {
        boolean everywhere = pod.app().equals("cilium") || pod.app().equals("cilium-envoy");
        return !pod.app().isEmpty()
                && (!scope.isNarrow() || !everywhere || nodes.contains(pod.node()));
    }

    private void healthy(List<PodBrief> pods, Set<String> nodes) {
        Map<String, Integer> taken = new HashMap<>();
        Map<String, Integer> over = new HashMap<>();
        for (PodBrief pod : pods) {
            if (pod.failing() || !matters(pod, nodes)) {
                continue;
            }
            if (taken.merge(pod.app(), 1, Integer::sum) > bounds.mostHealthy()) {
                over.merge(pod.app(), 1, Integer::sum);
            } else {
                main(pod);
            }
        }
        over.forEach((app, count) ->
                leave(count + " more healthy pods of " + app, bounds.mostHealthy()));
    }

    private void leave(String what, int most) {
        left.add(
                new Gathered.Request(
                        "get the logs of " + what,
                        null,
                        new Outcome.Left("the logs of " + most + " were read")));
    }

    private void all(PodBrief pod) {
        pod.containers().stream()
                .sorted(Comparator.comparing(PodBrief.Container::well))
                .forEach(container -> add(pod, container));
    }

    private void main(PodBrief pod) {
        pod.containers().stream()
                .filter(container -> !container.init())
                .forEach(container -> add(pod, container));
    }

    private void add(PodBrief pod, PodBrief.Container container) {
        if (!container.started()) {
            return;
        }
        logs.add(new Read.Log(pod.namespace(), pod.name(), container.name(), false, bounds));
        if (container.restarts() > 0) {
            logs.add(new Read.Log(pod.namespace(), pod.name(), container.name(), true, bounds));
        }
    }
}
