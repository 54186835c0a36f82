package dev.clew.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the input tells of the objects of a cluster and of what hangs on what. Immutable.
public final class ClusterGraph {

    /// A graph of nothing.
    public static final ClusterGraph EMPTY =
            new ClusterGraph(Map.of(), List.of(), new Listed(List.of()));

    private final Map<Ref, ClusterObject> objects;
    private final Map<String, List<ClusterObject>> byKind = new LinkedHashMap<>();
    private final Map<Ref, List<Link>> out = new HashMap<>();
    private final Map<Ref, List<Link>> in = new HashMap<>();
    private final List<Link> links;
    private final Listed listed;
    private final Map<String, Ref> byAddress = new HashMap<>();

    /// @param objects what there is, by name
    /// @param links each between two of the objects
    /// @param listed which kinds were listed as a whole
    public ClusterGraph(Map<Ref, ClusterObject> objects, List<Link> links, Listed listed) {
        this.objects = new LinkedHashMap<>(objects);
        this.links = List.copyOf(links);
        this.listed = listed;
        for (ClusterObject object : objects.values()) {
            byKind.computeIfAbsent(object.kind(), any -> new ArrayList<>()).add(object);
            addresses(object);
        }
        for (Link link : links) {
            out.computeIfAbsent(link.from(), any -> new ArrayList<>()).add(link);
            in.computeIfAbsent(link.to(), any -> new ArrayList<>()).add(link);
        }
    }

    private void addresses(ClusterObject object) {
        switch (object.kind()) {
            case "Service" -> {
                address(object.data().text("spec", "clusterIP"), object.ref());
                object.data().texts("spec", "clusterIPs").forEach(ip -> address(ip, object.ref()));
            }
            case "Pod" -> {
                if (!"true".equals(object.data().text("spec", "hostNetwork"))) {
                    address(object.data().text("status", "podIP"), object.ref());
                }
            }
            case "Node" ->
                    object.data()
                            .items("status", "addresses")
                            .forEach(each -> address(each.text("address"), object.ref()));
            default -> {
                // has no address of its own
            }
        }
    }

    private void address(@Nullable String address, Ref ref) {
        if (address != null && !address.isEmpty() && !address.equals("None")) {
            byAddress.putIfAbsent(address, ref);
        }
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    public Collection<ClusterObject> objects() {
        return objects.values();
    }

    public List<Link> links() {
        return links;
    }

    public Listed listed() {
        return listed;
    }

    /// The objects of a kind, those that are only named among them.
    public List<ClusterObject> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// The objects of a kind that were read.
    public List<ClusterObject> read(String kind) {
        return all(kind).stream().filter(ClusterObject::isRead).toList();
    }

    public Optional<ClusterObject> find(Ref ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    public Optional<ClusterObject> find(String kind, @Nullable String namespace, String name) {
        return find(new Ref(kind, namespace, name));
    }

    /// The edges that start at a thing.
    public List<Link> from(Ref ref) {
        return out.getOrDefault(ref, List.of());
    }

    /// The edges that end at a thing.
    public List<Link> to(Ref ref) {
        return in.getOrDefault(ref, List.of());
    }

    /// What edges of a type that start at a thing lead to.
    public List<ClusterObject> from(Ref ref, Link.Type type) {
        return from(ref).stream()
                .filter(link -> link.type() == type)
                .flatMap(link -> find(link.to()).stream())
                .toList();
    }

    /// Where edges of a type that end at a thing come from.
    public List<ClusterObject> to(Ref ref, Link.Type type) {
        return to(ref).stream()
                .filter(link -> link.type() == type)
                .flatMap(link -> find(link.from()).stream())
                .toList();
    }

    /// The thing that has an IP address.
    public Optional<Ref> byAddress(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /// What stands at the top of the chain of owners of a thing: the Deployment of a pod; the thing
    /// itself where nothing owns it.
    public Ref top(Ref ref) {
        Ref at = ref;
        for (int steps = 0; steps < 6; steps++) {
            Ref owner = null;
            for (Link link : to(at)) {
                if (link.type() == Link.Type.OWNS) {
                    owner = link.from();
                    break;
                }
            }
            if (owner == null) {
                return at;
            }
            at = owner;
        }
        return at;
    }

    /// The pods that a workload made, itself or by way of others.
    public List<ClusterObject> podsOf(Ref owner) {
        List<ClusterObject> pods = new ArrayList<>();
        podsOf(owner, 0, pods);
        return pods;
    }

    private void podsOf(Ref owner, int depth, List<ClusterObject> pods) {
        for (ClusterObject owned : from(owner, Link.Type.OWNS)) {
            if (owned.kind().equals("Pod")) {
                pods.add(owned);
            } else if (depth < 6) {
                podsOf(owned.ref(), depth + 1, pods);
            }
        }
    }
}
