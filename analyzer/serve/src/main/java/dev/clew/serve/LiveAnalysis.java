package dev.clew.serve;

import dev.clew.cluster.Access;
import dev.clew.cluster.Bounds;
import dev.clew.cluster.ClusterException;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Scope;
import dev.clew.diagnose.Progress;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers from a live cluster, reading only, with secrets taken out, and diagnoses that.
public final class LiveAnalysis {

    private final Knowledge knowledge;
    private final Analyses analyses;

    public LiveAnalysis(Knowledge knowledge, Analyses analyses) {
        this.knowledge = knowledge;
        this.analyses = analyses;
    }

    /// Looks at a cluster once. What was gathered goes with the process.
    ///
    /// @param context of the kubeconfig, null for the current one
    /// @param namespace whose pods are looked at, null for all
    /// @throws Trouble if the cluster can't be read
    public Finished run(@Nullable String context, @Nullable String namespace, Progress progress)
            throws InterruptedException {
        try (LiveCluster live =
                LiveCluster.open(
                        new Access(null, context), Bounds.DEFAULT, InstantSource.system())) {
            Path bundle = Files.createTempFile("clew-", ".zip");
            bundle.toFile().deleteOnExit();
            live.gather(
                    new Scope(namespace == null, namespace, List.of(), null, null, false),
                    bundle,
                    knowledge.version(),
                    Redactor.create(false),
                    dev.clew.cluster.Progress.SILENT);
            return analyses.run(new Material.Named(live.name(), bundle), false, progress);
        } catch (ClusterException | IOException e) {
            throw new Trouble(
                    Trouble.Kind.UNREADABLE, "the cluster can't be read: " + e.getMessage());
        }
    }
}
