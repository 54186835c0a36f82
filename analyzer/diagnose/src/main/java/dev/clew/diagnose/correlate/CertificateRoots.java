package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The Secret with the certificate that the callee shows: that of the one program among those which
/// the callers call that mounts a certificate.
final class CertificateRoots implements NamedRoots {

    private static final Set<String> SIGNATURES =
            Set.of("k8s-certificate-expired", "app-tls-failed", "k8s-tls-name-mismatch");

    private final ClusterGraph graph;

    CertificateRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        if (!SIGNATURES.contains(group.signature.id())) {
            return Set.of();
        }
        Set<Ref> certificates = new LinkedHashSet<>();
        for (Ref ref : seen) {
            Ref top = graph.top(ref);
            certificates.addAll(certificates(top));
            for (ClusterObject called : graph.from(top, Link.Type.TALKS_TO)) {
                for (ClusterObject target : graph.from(called.ref(), Link.Type.SELECTS)) {
                    if (!target.kind().equals("Pod")) {
                        certificates.addAll(certificates(target.ref()));
                    }
                }
            }
        }
        return certificates.size() == 1 ? certificates : Set.of();
    }

    private List<Ref> certificates(Ref workload) {
        List<Ref> found = new java.util.ArrayList<>();
        graph.find(workload)
                .flatMap(PodSpec::of)
                .ifPresent(spec -> {
                    for (PodSpec.Use use : spec.uses()) {
                        Ref ref = new Ref("Secret", workload.namespace(), use.name());
                        if (use.kind().equals("Secret")
                                && use.type() == Link.Type.MOUNTS
                                && graph.find(ref)
                                        .filter(CertificateRoots::isCertificate)
                                        .isPresent()) {
                            found.add(ref);
                        }
                    }
                });
        return found;
    }

    private static boolean isCertificate(ClusterObject secret) {
        return "kubernetes.io/tls".equals(secret.data().text("type"))
                || secret.data().at("data").names().contains("tls.crt");
    }
}
