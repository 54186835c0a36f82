package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.graph.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Network policies that deny a flow that programs are set up for, or the DNS queries of pods.
final class PolicyChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        Map<Ref, List<ClusterObject>> policies = new HashMap<>();
        List<ClusterObject> all = new ArrayList<>(graph.read("NetworkPolicy"));
        all.addAll(graph.read("CiliumNetworkPolicy"));
        for (ClusterObject policy : all) {
            for (ClusterObject pod : graph.from(policy.ref(), Link.Type.DENIES)) {
                policies.computeIfAbsent(pod.ref(), any -> new ArrayList<>()).add(policy);
            }
        }
        if (policies.isEmpty()) {
            return;
        }
        for (ClusterObject object : graph.objects()) {
            if (object.isRead() && Health.isTop(graph, object)) {
                PodSpec.of(object)
                        .filter(spec -> !"true".equals(spec.spec().text("hostNetwork")))
                        .ifPresent(spec -> spec(graph, states, spec, policies));
            }
        }
    }

    private static void spec(
            ClusterGraph graph,
            States states,
            PodSpec spec,
            Map<Ref, List<ClusterObject>> policies) {
        List<ClusterObject> own = policies.getOrDefault(spec.holder().ref(), List.of());
        List<ClusterObject> egress = own.stream().filter(each -> has(each, "Egress")).toList();
        if (!egress.isEmpty() && egress.stream().noneMatch(PolicyChecks::allowsDns)) {
            states.add(
                    "policy-without-dns",
                    egress.getFirst().ref(),
                    egress.getFirst(),
                    "%s %s lets pods of %s %s send nothing to port 53, so they resolve no name"
                            .formatted(
                                    egress.getFirst().kind(),
                                    ServiceChecks.place(egress.getFirst()),
                                    spec.holder().kind(),
                                    spec.holder().name()),
                    "policy",
                    egress.getFirst().name(),
                    "workload",
                    spec.holder().name());
        }
        for (Link call : graph.from(spec.holder().ref())) {
            if (call.type() == Link.Type.TALKS_TO && call.to().kind().equals("Service")) {
                for (ClusterObject target : graph.from(call.to(), Link.Type.SELECTS)) {
                    PodSpec.of(target)
                            .ifPresent(to -> call(graph, states, spec, to, call.to(), policies));
                }
            }
        }
    }

    private static void call(
            ClusterGraph graph,
            States states,
            PodSpec from,
            PodSpec to,
            Ref service,
            Map<Ref, List<ClusterObject>> policies) {
        denied(
                graph,
                states,
                "ingress",
                policies.getOrDefault(to.holder().ref(), List.of()),
                from,
                from,
                to,
                service);
        denied(
                graph,
                states,
                "egress",
                policies.getOrDefault(from.holder().ref(), List.of()),
                to,
                from,
                to,
                service);
    }

    private static void denied(
            ClusterGraph graph,
            States states,
            String direction,
            List<ClusterObject> policies,
            PodSpec peer,
            PodSpec from,
            PodSpec to,
            Ref service) {
        String type = direction.equals("ingress") ? "Ingress" : "Egress";
        List<ClusterObject> those = policies.stream().filter(each -> has(each, type)).toList();
        if (those.isEmpty()
                || those.stream().anyMatch(policy -> allows(graph, policy, direction, peer, to))) {
            return;
        }
        states.add(
                "policy-denies-call",
                those.getFirst().ref(),
                those.getFirst(),
                "%s %s lets no %s pass between %s %s and Service %s, which it is set up to call"
                        .formatted(
                                those.getFirst().kind(),
                                ServiceChecks.place(those.getFirst()),
                                direction,
                                from.holder().kind(),
                                from.holder().name(),
                                service.name()),
                "policy",
                those.getFirst().name(),
                "service",
                service.name(),
                "workload",
                from.holder().name());
    }

    private static boolean has(ClusterObject policy, String type) {
        if (CiliumPolicy.is(policy)) {
            return CiliumPolicy.has(policy, type);
        }
        List<String> types = policy.data().texts("spec", "policyTypes");
        return types.isEmpty()
                ? type.equals("Ingress") || policy.data().has("spec", "egress")
                : types.contains(type);
    }

    private static boolean allowsDns(ClusterObject policy) {
        if (CiliumPolicy.is(policy)) {
            return CiliumPolicy.allowsDns(policy);
        }
        for (Data rule : policy.data().items("spec", "egress")) {
            List<Data> ports = rule.items("ports");
            if (ports.isEmpty()
                    || ports.stream()
                            .anyMatch(port ->
                                    port.text("port") == null
                                            || "53".equals(port.text("port"))
                                            || String.valueOf(port.text("port")).startsWith("dns")
                                            || covers(port, 53))) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Data port, long number) {
        return port.has("endPort")
                && port.number(Long.MAX_VALUE, "port") <= number
                && port.number(0, "endPort") >= number;
    }

    private static boolean allows(
            ClusterGraph graph,
            ClusterObject policy,
            String direction,
            PodSpec peer,
            PodSpec served) {
        if (CiliumPolicy.is(policy)) {
            return CiliumPolicy.allows(policy, direction, peer, served);
        }
        for (Data rule : policy.data().items("spec", direction)) {
            List<Data> peers = rule.items(direction.equals("ingress") ? "from" : "to");
            boolean meets =
                    peers.isEmpty()
                            || peers.stream().anyMatch(each -> isPeer(graph, policy, each, peer));
            if (meets && servesPort(rule, served)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPeer(
            ClusterGraph graph, ClusterObject policy, Data each, PodSpec peer) {
        if (each.has("ipBlock")) {
            return true; // addresses are not compared
        }
        String namespace = peer.holder().namespace();
        if (each.has("namespaceSelector")) {
            ClusterObject in = graph.find("Namespace", null, namespace).orElse(null);
            Map<String, String> labels = new HashMap<>(in == null ? Map.of() : in.labels());
            labels.putIfAbsent("kubernetes.io/metadata.name", namespace);
            if (in == null || !in.isRead()) {
                return true; // the labels of the namespace are not known
            }
            if (!Selectors.matches(each.at("namespaceSelector"), labels)) {
                return false;
            }
        } else if (!namespace.equals(policy.namespace())) {
            return false;
        }
        return !each.has("podSelector")
                || Selectors.matches(each.at("podSelector"), peer.metadata().at("labels").labels());
    }

    private static boolean servesPort(Data rule, PodSpec served) {
        List<Data> ports = rule.items("ports");
        List<Data> own = served.ports();
        if (ports.isEmpty() || own.isEmpty()) {
            return true;
        }
        for (Data port : ports) {
            String number = port.text("port");
            if (number == null) {
                return true;
            }
            for (Data each : own) {
                if (number.equals(each.text("containerPort"))
                        || number.equals(each.text("name"))
                        || covers(port, each.number(-1, "containerPort"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
