package dev.clew.cluster;

import dev.clew.redact.Redactor;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A cluster that can be asked, read only.
public final class LiveCluster implements AutoCloseable {

    private final ApiReader api;
    private final Bounds bounds;
    private final InstantSource clock;
    private final String context;
    private final String user;
    private final String home;

    private LiveCluster(ApiReader api, Config config, Bounds bounds, InstantSource clock) {
        this.api = api;
        this.bounds = bounds;
        this.clock = clock;
        NamedContext current = config.getCurrentContext();
        this.context = current == null ? "" : current.getName();
        String name = current == null ? null : current.getContext().getUser();
        this.user = name == null ? "the service account" : "user '" + name + "'";
        String namespace = config.getNamespace();
        this.home = namespace == null || namespace.isBlank() ? "default" : namespace;
    }

    /// Prepares to ask a cluster. Nothing is sent yet.
    ///
    /// @throws ClusterException if there is no kubeconfig, or it can't be used
    public static LiveCluster open(Access access, Bounds bounds, InstantSource clock)
            throws ClusterException {
        Config config = access.config(bounds);
        return new LiveCluster(ApiReader.open(config, bounds), config, bounds, clock);
    }

    /// What people call it: the name of the context, or `cluster` inside one.
    public String name() {
        return context.isEmpty() ? "cluster" : context;
    }

    /// Gathers into a bundle.
    ///
    /// @param zip the file to write
    /// @param version of the program, for the manifest
    /// @param redactor takes the secrets out of it
    /// @throws ClusterException if the cluster can't be read at all
    /// @throws IOException if the bundle can't be written
    public Summary gather(
            Scope scope, Path zip, String version, Redactor redactor, Progress progress)
            throws ClusterException, IOException, InterruptedException {
        try (StagingDirectory spool = StagingDirectory.create(redactor)) {
            Gatherer gatherer =
                    new Gatherer(api, scope, bounds, context, home, clock, spool, progress);
            Gathered gathered = gathered(gatherer);
            if (!gatherer.anyAskedIsThere()) {
                throw new ClusterException(
                        "there is no pod "
                                + String.join(", ", scope.pods())
                                + " in namespace "
                                + (scope.namespace() == null ? home : scope.namespace()));
            }
            readable(gathered);
            Map<String, Manifest.Entry> files =
                    new BundleWriter(gathered, spool, redactor).write(zip, version);
            return summary(gathered, files, redactor);
        }
    }

    /// Begins to watch what the scope looks at.
    public ClusterWatch watch(Scope scope) {
        String namespace = scope.namespace() == null ? home : scope.namespace();
        return new ClusterWatch(
                api.client(),
                scope.allNamespaces()
                        ? Set.of()
                        : new TreeSet<>(List.of(namespace, "kube-system")));
    }

    private Gathered gathered(Gatherer gatherer) throws ClusterException, InterruptedException {
        try {
            return gatherer.gather();
        } catch (IOException e) {
            throw Failures.ofServer(e, api.server(), user);
        }
    }

    /// Refuses to make a bundle of nothing.
    private void readable(Gathered gathered) throws ClusterException {
        boolean any =
                gathered.requests().stream()
                        .anyMatch(request ->
                                request.outcome() instanceof Outcome.Got
                                        || request.outcome() instanceof Outcome.Cut);
        if (any) {
            return;
        }
        for (Gathered.Request request : gathered.requests()) {
            if (request.outcome() instanceof Outcome.Denied denied) {
                throw Failures.forbidden(user, denied.message());
            }
        }
        String reason =
                gathered.requests().stream()
                        .map(Gathered.Request::outcome)
                        .filter(Outcome.Failed.class::isInstance)
                        .map(outcome -> ((Outcome.Failed) outcome).reason())
                        .findFirst()
                        .orElse("it gave nothing");
        throw new ClusterException(
                "nothing could be read from the API server " + api.server() + ": " + reason);
    }

    private static Summary summary(
            Gathered gathered, Map<String, Manifest.Entry> files, Redactor redactor) {
        Map<String, Integer> outcomes = new TreeMap<>();
        gathered.requests()
                .forEach(request -> outcomes.merge(request.outcome().word(), 1, Integer::sum));
        long bytes = files.values().stream().mapToLong(Manifest.Entry::bytes).sum();
        return new Summary(files.size(), bytes, outcomes, redactor.counts());
    }

    @Override
    public void close() {
        api.close();
    }
}
