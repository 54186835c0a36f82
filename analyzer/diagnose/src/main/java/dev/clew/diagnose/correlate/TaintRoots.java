package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The nodes that have the taint of which the scheduler speaks.
final class TaintRoots implements NamedRoots {

    private static final Pattern TAINT =
            Pattern.compile(
                    "had (?:untolerated )?taints? \\{([\\w./-]{1,253}):? ?([^},]{0,63})\\}");

    private final ClusterGraph graph;

    TaintRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        Matcher taint = TAINT.matcher(text);
        while (group.signature.id().equals("k8s-unschedulable-taints") && taint.find()) {
            String key = taint.group(1);
            if (key.startsWith("node-role.kubernetes.io/")
                    || key.startsWith("node.kubernetes.io/")) {
                continue;
            }
            for (ClusterObject node : graph.read("Node")) {
                for (Data each : node.data().items("spec", "taints")) {
                    if (key.equals(each.text("key"))) {
                        roots.add(node.ref());
                    }
                }
            }
        }
        return roots;
    }
}
