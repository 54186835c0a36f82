package dev.clew.cli;

import dev.clew.cluster.ClusterException;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Progress;
import dev.clew.diagnose.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "diagnose",
        header = "Diagnoses a live cluster, and only reads it.",
        description = {
            "Gathers what an expert would: pods, events, nodes, the options and objects of Cilium, and the logs, current and previous,",
            "of failing pods and of Cilium; then diagnoses it as analyze does. It only gets, lists and watches."
        },
        sortOptions = false)
final class DiagnoseCommand implements Callable<Integer> {

    @Mixin final ClusterOptions cluster = new ClusterOptions();

    @Mixin final Reporting reporting;

    private final Console console;

    DiagnoseCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Analysis analysis = reporting.analysis();
        Path bundle = Files.createTempFile("clew-", ".zip");
        try (LiveCluster live = cluster.open()) {
            gather(live, bundle);
            return reporting.finish(analysis.run(live.name(), bundle));
        } finally {
            Files.deleteIfExists(bundle);
        }
    }

    private void gather(LiveCluster live, Path bundle) throws IOException, InterruptedException {
        boolean shown = reporting.showsProgress();
        try {
            live.gather(
                    cluster.scope(),
                    bundle,
                    Home.version(),
                    cluster.redactor(),
                    shown ? ClusterOptions.progress(console) : Progress.SILENT);
        } catch (ClusterException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        } finally {
            if (shown) {
                ClusterOptions.endProgress(console);
            }
        }
    }
}
