package dev.clew.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What trouble of a thing may come from: whatever it hangs on, near things first.
public final class Ground {

    private static final int FARTHEST = 6;

    private Ground() {}

    /// The edges along which trouble reaches a thing, from near to far.
    public static List<Link> of(ClusterGraph graph, Ref thing) {
        return of(graph, List.of(thing));
    }

    /// The edges along which trouble reaches any of some things, from near to far.
    public static List<Link> of(ClusterGraph graph, Collection<Ref> things) {
        record At(Ref ref, int distance) {}
        Set<Link> links = new LinkedHashSet<>();
        Set<Ref> seen = new LinkedHashSet<>(things);
        Deque<At> open = new ArrayDeque<>();
        seen.forEach(thing -> open.add(new At(thing, 0)));
        while (!open.isEmpty()) {
            At at = open.remove();
            if (at.distance() >= FARTHEST) {
                continue;
            }
            for (Link link : graph.from(at.ref())) {
                if (link.type().back()) {
                    links.add(link);
                    if (seen.add(link.to())) {
                        open.add(new At(link.to(), at.distance() + 1));
                    }
                }
            }
            for (Link link : graph.to(at.ref())) {
                if (link.type().forth()) {
                    links.add(link);
                    if (seen.add(link.from())) {
                        open.add(new At(link.from(), at.distance() + 1));
                    }
                }
            }
        }
        return List.copyOf(links);
    }
}
