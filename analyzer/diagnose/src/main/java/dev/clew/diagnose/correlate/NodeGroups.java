package dev.clew.diagnose.correlate;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Joins what is the same on several nodes into one group, unless it has a cause on some of them
/// and none, or another, on the rest.
final class NodeGroups {

    private final Causes causes;
    private final LimitLog log;
    private final List<Placed> places = new ArrayList<>();

    private record Placed(Groups.Key key, String node, Group group) {}

    /// A group that stands for one or more nodes.
    record Joined(Groups.Key key, Group group) {}

    private record Common(Groups.Key key, Set<String> causes) {}

    /// @param log learns of findings that are too many to be held against each other
    NodeGroups(Causes causes, LimitLog log) {
        this.causes = causes;
        this.log = log;
    }

    /// @param node where it was seen; empty if unknown
    void add(Groups.Key key, String node, Group group) {
        places.add(new Placed(key, node, group));
    }

    /// The joined groups, in the order they were added.
    List<Joined> joined() {
        List<Group> groups = places.stream().map(Placed::group).toList();
        boolean tooMany = groups.size() > log.limits().of(Bound.FINDINGS_OF_NODES);
        if (tooMany) {
            log.reached(Bound.FINDINGS_OF_NODES, groups.size());
        }
        List<List<Integer>> reaching = tooMany ? List.of() : causes.inReach(groups);
        Map<Common, Joined> joined = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Placed placed = places.get(i);
            if (!placed.node().isEmpty()) {
                Set<String> of = new TreeSet<>();
                if (!reaching.isEmpty()) {
                    reaching.get(i).forEach(cause -> of.add(places.get(cause).key().toString()));
                }
                join(joined, new Common(placed.key(), of), placed);
            }
        }
        List<Joined> all = new ArrayList<>(joined.values());
        Map<Groups.Key, Joined> first = new HashMap<>();
        all.forEach(each -> first.putIfAbsent(each.key(), each));
        for (Placed placed : places) {
            if (placed.node().isEmpty()) {
                Joined known = first.get(placed.key());
                if (known == null) {
                    Joined own = new Joined(placed.key(), placed.group());
                    first.put(placed.key(), own);
                    all.add(own);
                } else {
                    known.group().take(placed.group());
                }
            }
        }
        return all;
    }

    private static void join(Map<Common, Joined> joined, Common common, Placed placed) {
        Joined known = joined.get(common);
        if (known == null) {
            joined.put(common, new Joined(placed.key(), placed.group()));
        } else {
            known.group().take(placed.group());
        }
    }
}
