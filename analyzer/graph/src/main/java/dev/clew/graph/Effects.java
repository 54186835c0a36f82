package dev.clew.graph;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where trouble of some things is felt: whatever hangs on them, near things first.
public final class Effects {

    /// Trouble that is felt nowhere.
    public static final Effects NONE = new Effects();

    private static final int FARTHEST = 14;

    private final Map<Ref, Step> reached = new LinkedHashMap<>();

    private record Step(Ref from, Link link, int distance) {}

    /// The effects of trouble at some things.
    ///
    /// @param log learns of it where they are too many to be followed
    public static Effects of(ClusterGraph graph, Collection<Ref> roots, LimitLog log) {
        Effects effects = new Effects();
        Deque<Ref> open = new ArrayDeque<>();
        for (Ref root : roots) {
            if (graph.find(root).isPresent()
                    && effects.reached.put(root, new Step(root, self(root), 0)) == null) {
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            if (!log.hasRoom(Bound.EFFECTS, effects.reached.size())) {
                break;
            }
            Ref at = open.remove();
            Step step = effects.reached.get(at);
            if (step == null || step.distance() >= FARTHEST) {
                continue;
            }
            for (Link link : graph.from(at)) {
                if (link.type().forth()) {
                    effects.reach(link.to(), new Step(at, link, step.distance() + 1), open);
                }
            }
            for (Link link : graph.to(at)) {
                if (link.type().back()) {
                    effects.reach(link.from(), new Step(at, link, step.distance() + 1), open);
                }
            }
        }
        return effects;
    }

    private static Link self(Ref ref) {
        return new Link(ref, ref, Link.Type.OWNS);
    }

    private void reach(Ref ref, Step step, Deque<Ref> open) {
        if (reached.putIfAbsent(ref, step) == null) {
            open.add(ref);
        }
    }

    /// Whether trouble is felt at a thing.
    public boolean reach(Ref ref) {
        return reached.containsKey(ref);
    }

    /// The nearest of some things that trouble is felt at, or empty.
    public Optional<Ref> nearest(Collection<Ref> refs) {
        Ref nearest = null;
        int least = Integer.MAX_VALUE;
        for (Ref ref : refs) {
            Step step = reached.get(ref);
            if (step != null && step.distance() < least) {
                least = step.distance();
                nearest = ref;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// The edges from a root to a thing, in the order in which trouble spreads.
    public List<Link> path(Ref ref) {
        List<Link> path = new ArrayList<>();
        Ref at = ref;
        for (Step step = reached.get(at); step != null && step.distance() > 0; ) {
            path.add(step.link());
            at = step.from();
            step = reached.get(at);
        }
        Collections.reverse(path);
        return path;
    }
}
