package dev.clew.diagnose.correlate;

import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether the words of an effect speak against a cause that is near enough: another registry, a
/// kubelet that fell silent, the API server's own pod.
final class WordsFit {

    private static final Pattern HOST = Pattern.compile("^([^/\\s]*[.:][^/\\s]*|localhost)/");
    private static final String DEFAULT_REGISTRY = "docker.io";
    private static final Pattern SILENT =
            Pattern.compile("(?i)stopped posting node status|NodeStatusUnknown");
    private static final Pattern KUBELET_SAYS =
            Pattern.compile("KubeletNotReady|(?i)network plugin|cni (plugin|config)");
    private static final Pattern SERVER = Pattern.compile("(?:kube-apiserver|etcd)-.+");

    /// Areas whose failures a kubelet outlives: it talks to the API server by the node's network.
    private static final Set<String> OF_POD_NETWORK =
            Set.of(
                    "cilium-agent",
                    "cilium-cni",
                    "cilium-config",
                    "cilium-hubble",
                    "cilium-ipam",
                    "cilium-services",
                    "cni",
                    "mesh");

    /// What is seen of an API server that does not answer.
    private static final Set<String> AWAY =
            Set.of("k8s-apiserver-unreachable", "cilium-apiserver-unreachable");

    private WordsFit() {}

    /// Whether nothing in what both say keeps one from being the cause of the other.
    static boolean fit(Group cause, Group effect) {
        return sameRegistry(cause, effect)
                && !(isSilence(effect) && OF_POD_NETWORK.contains(cause.signature.area()))
                && !(isOfServer(effect) && AWAY.contains(cause.signature.id()));
    }

    /// Whether a cause keeps the API server's own pod from running, and the effect is that the
    /// server does not answer.
    static boolean bringsServerDown(Group cause, Group effect) {
        return isOfServer(cause) && AWAY.contains(effect.signature.id());
    }

    private static boolean sameRegistry(Group cause, Group effect) {
        String one = registry(cause.values.get("image"));
        String other = registry(effect.values.get("image"));
        return one == null || other == null || one.equals(other);
    }

    /// The registry that an image is pulled from, or null without an image.
    static @Nullable String registry(@Nullable String image) {
        if (image == null) {
            return null;
        }
        Matcher host = HOST.matcher(image);
        return host.find() ? host.group(1) : DEFAULT_REGISTRY;
    }

    /// Whether a node is not ready because its kubelet says nothing any more, and not because of
    /// what it says.
    private static boolean isSilence(Group effect) {
        boolean silent = false;
        if (effect.signature.id().equals("k8s-node-not-ready")) {
            for (Evidence each : effect.evidence) {
                if (KUBELET_SAYS.matcher(each.text()).find()) {
                    return false;
                }
                silent |= SILENT.matcher(each.text()).find();
            }
        }
        return silent;
    }

    private static boolean isOfServer(Group group) {
        return !group.entities.isEmpty() && group.entities.stream().allMatch(WordsFit::isServer);
    }

    private static boolean isServer(Entity entity) {
        return entity.pod() != null
                && "kube-system".equals(entity.namespace())
                && SERVER.matcher(entity.pod()).matches();
    }
}
