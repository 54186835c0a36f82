package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.graph.Selectors;
import dev.clew.model.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Pods that wait because labels, taints or cordons leave no node for them. Names what keeps them
/// away, and the node that is nearest.
final class SchedulingChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        List<ClusterObject> nodes =
                graph.read("Node").stream().filter(node -> node.is("Ready", "True")).toList();
        if (nodes.isEmpty() || !graph.listed().contains("Node", null)) {
            return;
        }
        int judged = 0;
        for (ClusterObject pod : graph.read("Pod")) {
            if ("Pending".equals(pod.data().text("status", "phase"))
                    && pod.data().text("spec", "nodeName") == null
                    && !Health.isGone(pod)
                    && states.hasRoom(Bound.PODS_JUDGED, judged++)) {
                PodSpec.of(pod).ifPresent(spec -> pod(graph, states, spec, nodes));
            }
        }
    }

    private static void pod(
            ClusterGraph graph, States states, PodSpec spec, List<ClusterObject> nodes) {
        ClusterObject pod = spec.holder();
        Ref top = Health.editable(graph, pod.ref());
        List<ClusterObject> wanted =
                nodes.stream().filter(node -> meets(spec.spec(), node)).toList();
        if (wanted.isEmpty()) {
            states.add(
                    "no-node-has-labels",
                    top,
                    pod,
                    "pod %s wants %s, which none of the %d ready nodes has; nearest is node %s"
                            .formatted(
                                    ServiceChecks.place(pod),
                                    wish(spec.spec()),
                                    nodes.size(),
                                    nearest(spec.spec(), nodes)),
                    "workload",
                    top.name(),
                    "wish",
                    wish(spec.spec()));
            return;
        }
        List<ClusterObject> tainted = new ArrayList<>();
        List<ClusterObject> cordoned = new ArrayList<>();
        for (ClusterObject node : wanted) {
            if ("true".equals(node.data().text("spec", "unschedulable"))) {
                cordoned.add(node);
            } else if (!taints(spec.spec(), node).isEmpty()) {
                tainted.add(node);
            } else {
                return; // something else keeps it from this node
            }
        }
        for (ClusterObject node : tainted) {
            String taint = String.join(" ", taints(spec.spec(), node));
            if (!isOfTheControlPlane(taint)
                    || tainted.stream()
                            .allMatch(each ->
                                    isOfTheControlPlane(
                                            String.join(" ", taints(spec.spec(), each))))) {
                states.add(
                        "taint-not-tolerated",
                        node.ref(),
                        top,
                        node,
                        "node %s has the taint %s, which pods that wait do not tolerate (%s)"
                                .formatted(node.name(), taint, ServiceChecks.place(pod)),
                        "taint",
                        taint,
                        "workload",
                        top.name());
            }
        }
        for (ClusterObject node : cordoned) {
            states.add(
                    "node-cordoned",
                    node.ref(),
                    top,
                    node,
                    "node %s is cordoned, and pods wait for a node (%s)"
                            .formatted(node.name(), ServiceChecks.place(pod)),
                    "workload",
                    top.name());
        }
    }

    private static boolean isOfTheControlPlane(String taint) {
        return taint.startsWith("node-role.kubernetes.io/");
    }

    private static boolean meets(Data spec, ClusterObject node) {
        Map<String, String> labels = new TreeMap<>(node.labels());
        labels.putIfAbsent("kubernetes.io/hostname", node.name());
        if (!Selectors.matches(spec.at("nodeSelector").labels(), labels)) {
            return false;
        }
        List<Data> terms = terms(spec);
        return terms.isEmpty() || terms.stream().anyMatch(term -> meets(term, node, labels));
    }

    private static List<Data> terms(Data spec) {
        return spec.items(
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms");
    }

    private static boolean meets(Data term, ClusterObject node, Map<String, String> labels) {
        for (Data each : term.items("matchExpressions")) {
            if (!Selectors.matches(each, labels.get(String.valueOf(each.text("key"))))) {
                return false;
            }
        }
        for (Data each : term.items("matchFields")) {
            if (!Selectors.matches(each, node.name())) {
                return false;
            }
        }
        return true;
    }

    private static String wish(Data spec) {
        List<String> parts = new ArrayList<>();
        spec.at("nodeSelector").labels().forEach((name, value) -> parts.add(name + "=" + value));
        for (Data term : terms(spec)) {
            for (Data each : term.items("matchExpressions")) {
                parts.add(
                        "%s %s %s"
                                .formatted(
                                        each.text("key"),
                                        each.text("operator"),
                                        String.join(" ", each.texts("values"))));
            }
        }
        return parts.isEmpty() ? "a node that is not there" : String.join(", ", parts);
    }

    private static String nearest(Data spec, List<ClusterObject> nodes) {
        Map<String, String> wanted = spec.at("nodeSelector").labels();
        ClusterObject best = nodes.getFirst();
        long most = -1;
        for (ClusterObject node : nodes) {
            Map<String, String> labels = node.labels();
            long met =
                    wanted.entrySet().stream()
                            .filter(each -> each.getValue().equals(labels.get(each.getKey())))
                            .count();
            if (met > most) {
                most = met;
                best = node;
            }
        }
        Map<String, String> labels = best.labels();
        List<String> has = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (!value.equals(labels.get(name))) {
                has.add(labels.containsKey(name) ? name + "=" + labels.get(name) : "no " + name);
            }
        });
        return best.name() + (has.isEmpty() ? "" : " (" + String.join(", ", has) + ")");
    }

    private static List<String> taints(Data spec, ClusterObject node) {
        List<String> all = new ArrayList<>();
        for (Data taint : node.data().items("spec", "taints")) {
            String effect = String.valueOf(taint.text("effect"));
            if (!effect.equals("PreferNoSchedule")
                    && spec.items("tolerations").stream()
                            .noneMatch(each -> tolerates(each, taint))) {
                String value = taint.text("value");
                all.add(
                        taint.text("key")
                                + (value == null || value.isEmpty() ? "" : "=" + value)
                                + ":"
                                + effect);
            }
        }
        return all;
    }

    private static boolean tolerates(Data toleration, Data taint) {
        String key = toleration.text("key");
        String effect = toleration.text("effect");
        if (effect != null && !effect.isEmpty() && !effect.equals(taint.text("effect"))) {
            return false;
        }
        if (key == null || key.isEmpty()) {
            return "Exists".equals(toleration.text("operator"));
        }
        if (!key.equals(taint.text("key"))) {
            return false;
        }
        return "Exists".equals(toleration.text("operator"))
                || orEmpty(toleration.text("value")).equals(orEmpty(taint.text("value")));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
