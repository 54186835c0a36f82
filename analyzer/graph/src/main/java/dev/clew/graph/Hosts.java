package dev.clew.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a host name or address in a setting or an error stands for.
public final class Hosts {

    private Hosts() {}

    /// The thing of that name, seen from a pod of a namespace: an object of the graph, or a Service
    /// that is missing; empty where the name is of something else.
    ///
    /// @param namespace of the program that names it; null where unknown
    public static Optional<Ref> resolve(
            ClusterGraph graph, String host, @Nullable String namespace) {
        Optional<Ref> address = graph.byAddress(host);
        if (address.isPresent()) {
            return address;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int svc = name.indexOf(".svc");
        boolean whole = svc > 0 && (name.length() == svc + 4 || name.charAt(svc + 4) == '.');
        String[] labels = (whole ? name.substring(0, svc) : name).split("\\.", -1);
        if (labels.length == 1 && namespace != null && !whole) {
            Ref ref = new Ref("Service", namespace, labels[0]);
            return graph.find(ref).isPresent() ? Optional.of(ref) : Optional.empty();
        }
        if (labels.length == 2) {
            Ref ref = new Ref("Service", labels[1], labels[0]);
            return whole || graph.find(ref).isPresent() ? Optional.of(ref) : Optional.empty();
        }
        if (labels.length == 3) {
            Ref pod = new Ref("Pod", labels[2], labels[0]);
            Ref service = new Ref("Service", labels[2], labels[1]);
            return graph.find(pod).isPresent()
                    ? Optional.of(pod)
                    : whole || graph.find(service).isPresent()
                            ? Optional.of(service)
                            : Optional.empty();
        }
        return Optional.empty();
    }
}
