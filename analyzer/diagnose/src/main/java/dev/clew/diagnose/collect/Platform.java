package dev.clew.diagnose.collect;

import dev.clew.model.LogRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What kind of cluster a node belongs to, read from the version of its kubelet, its image, the id
/// its provider gives it, and its name.
final class Platform {

    private static final Set<String> MANAGED = Set.of("EKS", "AKS", "GKE");

    /// Beginnings of what nodes call their image, without regard to letter case.
    private static final Map<String, String> IMAGES =
            Map.ofEntries(
                    Map.entry("talos", "talos"),
                    Map.entry("bottlerocket", "bottlerocket"),
                    Map.entry("flatcar", "flatcar"),
                    Map.entry("container-optimized os", "cos"),
                    Map.entry("red hat enterprise linux coreos", "rhcos"),
                    Map.entry("fedora coreos", "fcos"),
                    Map.entry("red hat enterprise linux", "rhel"),
                    Map.entry("ubuntu", "ubuntu"),
                    Map.entry("debian", "debian"),
                    Map.entry("amazon linux", "amazon-linux"),
                    Map.entry("windows", "windows"));

    private Platform() {}

    /// The platform, in the spelling that conditions of articles use, or empty if nothing tells it.
    static Optional<String> of(LogRecord node) {
        String kubelet = lower(node.value("kubelet"));
        String image = lower(node.value("os"));
        String provider = lower(node.value("providerID"));
        String name = lower(node.value("name"));
        if (kubelet.contains("-eks-")) {
            return Optional.of("EKS");
        }
        if (kubelet.contains("-gke.")) {
            return Optional.of("GKE");
        }
        if (kubelet.contains("+k3s")) {
            return Optional.of("k3s");
        }
        if (kubelet.contains("+rke2")) {
            return Optional.of("RKE2");
        }
        if (image.startsWith("red hat enterprise linux coreos")) {
            return Optional.of("OpenShift");
        }
        if (image.startsWith("talos")) {
            return Optional.of("Talos");
        }
        if (provider.startsWith("kind://")) {
            return Optional.of("kind");
        }
        if (provider.startsWith("azure://") && name.matches("aks-?[a-z0-9-]+")) {
            return Optional.of("AKS");
        }
        return name.matches("minikube(?:-m\\d+)?") ? Optional.of("minikube") : Optional.empty();
    }

    /// `managed` or `own`: whether the control plane of a platform can be reached by its user.
    static String controlPlane(String platform) {
        return MANAGED.contains(platform) ? "managed" : "own";
    }

    /// The word for the operating system of a node, or empty if it is not known.
    static Optional<String> system(LogRecord node) {
        String image = lower(node.value("os"));
        return IMAGES.entrySet().stream()
                .filter(each -> image.startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
