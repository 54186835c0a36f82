package dev.clew.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which cluster to read, and as whom: as `kubectl` would, by a kubeconfig file, the files of
/// `KUBECONFIG`, `~/.kube/config`, or the service account of the pod it runs in.
///
/// @param kubeconfig the file to use, null for where kubectl looks
/// @param context the context to use, null for the current one
public record Access(@Nullable Path kubeconfig, @Nullable String context) {

    private static final Path SERVICE_ACCOUNT =
            Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    /// The cluster of the current context.
    public static final Access CURRENT = new Access(null, null);

    /// What the client needs to know.
    ///
    /// @throws ClusterException if there is no such file, context or cluster
    Config config(Bounds bounds) throws ClusterException {
        Config config = read();
        int timeout = Math.toIntExact(bounds.requestTime().toMillis());
        config.setConnectionTimeout(timeout);
        config.setRequestTimeout(timeout);
        config.setRequestRetryBackoffLimit(bounds.retries());
        config.setRequestRetryBackoffInterval(Bounds.FIRST_RETRY_MILLIS);
        config.setUserAgent("clew");
        return config;
    }

    private Config read() throws ClusterException {
        List<Path> files =
                kubeconfig != null
                        ? List.of(kubeconfig)
                        : Config.getKubeconfigFilenames().stream()
                                .map(Path::of)
                                .filter(Files::isRegularFile)
                                .toList();
        if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
            throw new ClusterException("--kubeconfig: " + kubeconfig + " can't be read");
        }
        if (files.isEmpty()) {
            return inCluster();
        }
        try {
            Config config = Config.empty();
            List<io.fabric8.kubernetes.api.model.Config> parsed =
                    files.stream().map(file -> KubeConfigUtils.parseConfig(file.toFile())).toList();
            String path = System.getenv("PATH");
            CredentialPlugin.check(parsed, context, path == null ? "" : path);
            KubeConfigUtils.merge(
                    config, context, parsed.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
            check(config, parsed, files);
            return config;
        } catch (RuntimeException e) { // readers of YAML and certificates have many of their own
            String reason =
                    String.valueOf(Failures.innermost(e).getMessage())
                            .lines()
                            .map(String::strip)
                            .findFirst()
                            .orElse("");
            throw new ClusterException(
                    "the kubeconfig can't be used: " + reason + " (" + joined(files) + ")", e);
        }
    }

    private void check(
            Config config, List<io.fabric8.kubernetes.api.model.Config> parsed, List<Path> files)
            throws ClusterException {
        List<String> known =
                config.getContexts().stream().map(NamedContext::getName).sorted().toList();
        if (context != null && !known.contains(context)) {
            throw new ClusterException(
                    "no context '"
                            + context
                            + "' in "
                            + joined(files)
                            + "; known: "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
        if (config.getCurrentContext() == null) {
            throw new ClusterException(
                    "no current context in "
                            + joined(files)
                            + "; choose one with --context or kubectl config use-context"
                            + (known.isEmpty() ? "" : "; known: " + String.join(", ", known)));
        }
        String cluster = config.getCurrentContext().getContext().getCluster();
        boolean hasServer =
                parsed.stream()
                        .flatMap(each -> each.getClusters().stream())
                        .anyMatch(each ->
                                each.getName().equals(cluster)
                                        && each.getCluster() != null
                                        && each.getCluster().getServer() != null);
        if (!hasServer) {
            throw new ClusterException(
                    "the context '"
                            + config.getCurrentContext().getName()
                            + "' names no cluster with a server in "
                            + joined(files));
        }
    }

    private Config inCluster() throws ClusterException {
        if (System.getenv("KUBERNETES_SERVICE_HOST") == null || !Files.exists(SERVICE_ACCOUNT)) {
            throw new ClusterException(
                    "no kubeconfig: there is no file "
                            + String.join(" or ", Config.getKubeconfigFilenames())
                            + ", and this is not a pod with a service account; set KUBECONFIG or"
                            + " give --kubeconfig");
        }
        if (context != null) {
            throw new ClusterException(
                    "no context '" + context + "': there is no kubeconfig, only a service account");
        }
        return Config.autoConfigure(null);
    }

    private static String joined(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).toList());
    }
}
