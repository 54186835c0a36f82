package dev.clew.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.report.JsonFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What hangs on what, as JSON.
public final class GraphView {

    private static final int HOPS = 2;
    private static final int MOST_LINKS = 2_000;

    private GraphView() {}

    /// The links around an object, the nearest first.
    ///
    /// @param about `KIND/NAME` or `KIND/NAMESPACE/NAME`
    /// @throws Trouble if there is no such object
    public static List<ObjectNode> around(ClusterGraph graph, String about) {
        Set<Link> links = new LinkedHashSet<>();
        Set<Ref> seen = new LinkedHashSet<>();
        Queue<Ref> next = new ArrayDeque<>();
        for (Ref ref : refs(graph, about)) {
            seen.add(ref);
            next.add(ref);
        }
        for (int hop = 0; hop < HOPS; hop++) {
            Queue<Ref> now = next;
            next = new ArrayDeque<>();
            for (Ref ref : now) {
                List<Link> all = new ArrayList<>(graph.from(ref));
                all.addAll(graph.to(ref));
                for (Link link : all) {
                    if (links.size() == MOST_LINKS) {
                        return links.stream().map(GraphView::json).toList();
                    }
                    links.add(link);
                    for (Ref end : List.of(link.from(), link.to())) {
                        if (seen.add(end)) {
                            next.add(end);
                        }
                    }
                }
            }
        }
        return links.stream().map(GraphView::json).toList();
    }

    /// How many objects of each kind there are.
    public static ObjectNode kinds(ClusterGraph graph) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        graph.objects().forEach(object -> counts.merge(object.kind(), 1, Integer::sum));
        ObjectNode kinds = Json.MAPPER.createObjectNode();
        counts.forEach(kinds::put);
        return kinds;
    }

    /// Links as JSON.
    public static List<ObjectNode> json(List<Link> links) {
        return links.stream().limit(MOST_LINKS).map(GraphView::json).toList();
    }

    private static ObjectNode json(Link link) {
        try (TokenBuffer json = new TokenBuffer(Json.MAPPER, false)) {
            JsonFields.link(json, link);
            return Json.MAPPER.readValue(json.asParser(), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Ref> refs(ClusterGraph graph, String about) {
        String[] parts = about.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new Trouble(Trouble.Kind.WRONG, "about: write KIND/NAME or KIND/NAMESPACE/NAME");
        }
        @Nullable String namespace = parts.length == 3 ? parts[1] : null;
        String name = parts[parts.length - 1];
        List<Ref> found =
                graph.objects().stream()
                        .filter(object ->
                                object.kind()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(parts[0].toLowerCase(Locale.ROOT))
                                        && object.name().equals(name)
                                        && (namespace == null
                                                || namespace.equals(object.namespace())))
                        .map(object -> new Ref(object.kind(), object.namespace(), object.name()))
                        .toList();
        if (found.isEmpty()) {
            throw new Trouble(
                    Trouble.Kind.MISSING, "the input holds no object that is called " + about);
        }
        return found;
    }
}
