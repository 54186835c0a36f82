package dev.clew.diagnose.collect;

import dev.clew.model.Entity;
import dev.clew.model.Environment;
import dev.clew.model.Evidence;
import dev.clew.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Keeps signatures of Cilium to inputs that may be Cilium's: other network plugins, meshes and
/// proxies fail in the same words. A single pasted line that names no program may be; a line of
/// Istio is not, nor is one of a bundle that lists its pods and has none of Cilium's, or beside the
/// trouble of a mesh.
public final class OwnGround {

    private static final String CILIUM = "cilium-";
    private static final String MESH = "mesh-";

    private static final List<String> PROGRAMS =
            List.of("cilium", "hubble", "clustermesh", "kvstoremesh");

    private static final List<String> OTHERS =
            List.of(
                    "istio",
                    "pilot-agent",
                    "pilot-discovery",
                    "ztunnel",
                    "linkerd",
                    "calico",
                    "felix",
                    "weave-net",
                    "kindnet",
                    "antrea",
                    "aws-node",
                    "ipamd",
                    "aws-cni",
                    "azure-cni",
                    "azure-vnet",
                    "kube-router",
                    "ovnkube",
                    "multus",
                    "consul-",
                    "contour",
                    "gloo");

    private final boolean seen;
    private final boolean absent;

    public OwnGround(ObservationStore store, Environment environment) {
        seen =
                environment.fact("cilium").isPresent()
                        || store.gaps().components().stream().anyMatch(OwnGround::isCilium)
                        || store.observations().stream()
                                .anyMatch(observation -> names(observation, PROGRAMS));
        absent = !seen && (store.gaps().listsPods() || ofMesh(store));
    }

    /// Whether what was observed is trouble of another mesh, whose proxies are Envoy too.
    private static boolean ofMesh(ObservationStore store) {
        return store.observations().stream()
                .anyMatch(each -> store.book().rule(each.signature()).rule().id().startsWith(MESH));
    }

    /// Whether a signature may be found at all in what was observed.
    public boolean holds(Rule.Signature signature, Observation observation) {
        return seen || !questions(signature) || !absent && !names(observation, OTHERS);
    }

    /// Whether a signature may turn out not to be found although a record matches it.
    static boolean questions(Rule rule) {
        return rule instanceof Rule.Signature && rule.id().startsWith(CILIUM);
    }

    private static boolean names(Observation observation, List<String> words) {
        Entity entity = observation.entity();
        Stream<String> texts = observation.evidence().stream().flatMap(OwnGround::textAndSource);
        return Stream.concat(texts, Stream.ofNullable(entity.container()))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream().anyMatch(text::contains));
    }

    private static Stream<String> textAndSource(Evidence evidence) {
        String path = evidence.origin().source();
        return Stream.of(evidence.text(), path.substring(path.lastIndexOf('/') + 1));
    }

    /// Envoy is called Cilium's wherever nothing else is known, so it shows nothing.
    private static boolean isCilium(String component) {
        return !component.equals("cilium-envoy")
                && PROGRAMS.stream().anyMatch(component::startsWith);
    }
}
