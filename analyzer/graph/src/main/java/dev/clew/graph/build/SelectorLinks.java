package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Services, disruption budgets and network policies select: pods, and the workloads that make
/// such pods. Linear in the number of objects: pods are looked up by one of the labels.
final class SelectorLinks {

    private static final Set<String> POLICIES =
            Set.of("NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy");

    private final GraphBuilder graph;
    private final Map<String, List<PodSpec>> byLabel = new HashMap<>();
    private final Map<String, List<PodSpec>> byNamespace = new HashMap<>();

    SelectorLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            PodSpec.of(object).ifPresent(this::index);
        }
        for (ClusterObject object : objects) {
            if (object.kind().equals("Service")) {
                Map<String, String> wanted = object.data().at("spec", "selector").labels();
                if (!wanted.isEmpty()) {
                    for (PodSpec spec : candidates(object.namespace(), wanted)) {
                        if (Selectors.matches(wanted, spec.metadata().at("labels").labels())) {
                            graph.link(object.ref(), spec.holder().ref(), Link.Type.SELECTS);
                        }
                    }
                }
            } else if (object.kind().equals("PodDisruptionBudget")) {
                select(object, object.data().at("spec", "selector"), Link.Type.GUARDS);
            } else if (POLICIES.contains(object.kind())) {
                Data spec = object.data().at("spec");
                Data selector =
                        spec.has("endpointSelector")
                                ? spec.at("endpointSelector")
                                : spec.at("podSelector");
                select(object, selector, Link.Type.DENIES);
            }
        }
    }

    private void index(PodSpec spec) {
        String namespace = spec.holder().namespace();
        byNamespace.computeIfAbsent(namespace, any -> new ArrayList<>()).add(spec);
        spec.metadata()
                .at("labels")
                .labels()
                .forEach((name, value) ->
                        byLabel.computeIfAbsent(
                                        namespace + " " + name + "=" + value,
                                        any -> new ArrayList<>())
                                .add(spec));
    }

    private List<PodSpec> candidates(String namespace, Map<String, String> wanted) {
        List<PodSpec> fewest = null;
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            List<PodSpec> some =
                    byLabel.getOrDefault(
                            namespace + " " + each.getKey() + "=" + each.getValue(), List.of());
            fewest = fewest == null || some.size() < fewest.size() ? some : fewest;
        }
        return fewest == null ? byNamespace.getOrDefault(namespace, List.of()) : fewest;
    }

    private void select(ClusterObject object, Data selector, Link.Type type) {
        if (object.namespace().isEmpty()) {
            return;
        }
        for (PodSpec spec : candidates(object.namespace(), Selectors.labels(selector))) {
            if (Selectors.matches(selector, spec.metadata().at("labels").labels())) {
                graph.link(object.ref(), spec.holder().ref(), type);
            }
        }
    }
}
