package dev.clew.report.html;

import dev.clew.diagnose.Milestone;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The time line sorted into lanes: what belongs to the whole cluster, then each node with its pods
/// below it.
final class Lanes {

    /// One lane.
    ///
    /// @param name of the node, the pod or another thing; empty for the cluster
    /// @param indented whether it stands below a node
    record Lane(String name, boolean indented, List<Milestone> events) {}

    private final Map<String, Map<String, Lane>> byNode = new TreeMap<>();

    private Lanes() {}

    static List<Lane> of(Collection<Milestone> events) {
        Lanes lanes = new Lanes();
        events.forEach(lanes::add);
        List<Lane> sorted = new ArrayList<>();
        lanes.byNode.forEach((node, things) -> {
            if (!node.isEmpty() && !things.containsKey("")) {
                sorted.add(new Lane(node, false, List.of()));
            }
            things.values().stream().filter(each -> !each.indented()).forEach(sorted::add);
            things.values().stream().filter(Lane::indented).forEach(sorted::add);
        });
        return sorted;
    }

    private void add(Milestone event) {
        Subject subject = event.subject();
        String node = "";
        String thing = "";
        if (subject != null) {
            boolean isNode = subject.kind().equals("Node");
            node = isNode ? subject.name() : subject.node() == null ? "" : subject.node();
            thing =
                    isNode
                            ? ""
                            : (subject.namespace() == null ? "" : subject.namespace() + "/")
                                    + subject.name();
        }
        boolean indented = !node.isEmpty() && !thing.isEmpty();
        String name = thing.isEmpty() ? node : thing;
        byNode.computeIfAbsent(node, any -> new LinkedHashMap<>())
                .computeIfAbsent(thing, any -> new Lane(name, indented, new ArrayList<>()))
                .events()
                .add(event);
    }
}
