package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;

/// Pods that call Services by name, and whose DNS settings know no Services.
final class DnsChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject object : graph.objects()) {
            if (object.isRead() && Health.isTop(graph, object)) {
                PodSpec.of(object).ifPresent(spec -> spec(graph, states, spec));
            }
        }
    }

    private static void spec(ClusterGraph graph, States states, PodSpec spec) {
        String policy = spec.spec().text("dnsPolicy");
        boolean host = "true".equals(spec.spec().text("hostNetwork"));
        boolean blind =
                "Default".equals(policy)
                        || ("None".equals(policy)
                                && spec.spec().texts("dnsConfig", "searches").isEmpty())
                        || (host && "ClusterFirst".equals(policy));
        if (!blind) {
            return;
        }
        for (Link link : graph.from(spec.holder().ref())) {
            Ref called = link.to();
            if (link.type() == Link.Type.TALKS_TO && called.kind().equals("Service")) {
                states.add(
                        "dns-policy-without-services",
                        spec.holder().ref(),
                        spec.holder(),
                        "%s %s has dnsPolicy %s%s, which does not resolve the names of Services, and calls Service %s"
                                .formatted(
                                        spec.holder().kind(),
                                        ServiceChecks.place(spec.holder()),
                                        policy,
                                        host ? " on the host's network" : "",
                                        called.name()),
                        "policy",
                        policy == null ? "" : policy,
                        "service",
                        called.name(),
                        "workload",
                        spec.holder().name());
                return;
            }
        }
    }
}
