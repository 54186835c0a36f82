package dev.clew.cli;

import dev.clew.cluster.ClusterException;
import dev.clew.cluster.ClusterWatch;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Progress;
import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Comparison;
import dev.clew.diagnose.Diagnosis;
import dev.clew.graph.ClusterObject;
import dev.clew.report.MetricsReport;
import dev.clew.report.html.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnose",
        header = "Diagnoses a live cluster, and only reads it.",
        description = {
            "Gathers what an expert would: pods, events, nodes, the options and objects of Cilium,"
                    + " and the logs, current and previous,",
            "of failing pods and of Cilium; then diagnoses it as analyze does. It only gets, lists"
                    + " and watches."
        },
        sortOptions = false)
final class DiagnoseCommand implements Callable<Integer> {

    @Mixin final ClusterOptions cluster = new ClusterOptions();

    @Mixin final AboutOption about = new AboutOption();

    @Mixin final ListenOptions listen = new ListenOptions();

    @Mixin final Reporting reporting;

    @Option(
            names = {"-w", "--watch"},
            description = "Go on, and report incidents that are new as they appear.")
    boolean watch;

    @Option(
            names = "--watch-interval",
            paramLabel = "AGE",
            description = "Least time between two looks at the cluster. Default: 30s.")
    String watchInterval = "30s";

    @Option(
            names = "--watch-reports",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "End after so many reports. Default: never.")
    int watchReports = Integer.MAX_VALUE;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Also write figures as OpenMetrics to this file.")
    @Nullable Path metrics;

    private static final int INTERVALS_WITHOUT_CHANGE = 10;

    private final Console console;

    DiagnoseCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        about.check();
        Analysis analysis = reporting.analysis();
        boolean listening = listen.asked();
        Duration interval = ClusterOptions.duration("--watch-interval", watchInterval);
        try (LiveCluster live = cluster.open()) {
            List<About.Input> inputs = List.of(new About.Input(live.name(), -1, null));
            reporting.about(() -> inputs, true);
            if (listening) {
                try (Listening others =
                        new Listening(
                                listen,
                                cluster,
                                interval.multipliedBy(3L * INTERVALS_WITHOUT_CHANGE),
                                console)) {
                    return watch(live, analysis, interval, others);
                }
            }
            return watch
                    ? watch(live, analysis, interval, null)
                    : reporting.finish(look(live, analysis));
        }
    }

    private Diagnosis look(LiveCluster live, Analysis analysis)
            throws IOException, InterruptedException {
        Path bundle = Files.createTempFile("clew-", ".zip");
        try {
            gather(live, bundle);
            Diagnosis diagnosis = narrow(analysis.run(live.name(), bundle).live());
            measure(diagnosis);
            return diagnosis;
        } finally {
            Files.deleteIfExists(bundle);
        }
    }

    private Diagnosis narrow(Diagnosis diagnosis) {
        String namespace = cluster.scope().namespace();
        List<ClusterObject> namespaces = diagnosis.graph().read("Namespace");
        if (namespace != null
                && !namespaces.isEmpty()
                && namespaces.stream().noneMatch(each -> each.name().equals(namespace))) {
            throw new UserError(Exit.NO_INPUT, "the cluster has no namespace '" + namespace + "'");
        }
        if (about.object != null) {
            return about.narrow(diagnosis, namespace, reporting);
        }
        return namespace == null ? diagnosis : Narrowing.namespace(diagnosis, namespace, reporting);
    }

    /// Replaces the file in one step, so that nobody reads half of it.
    private void measure(Diagnosis diagnosis) {
        if (metrics == null) {
            return;
        }
        OutFile.write("--metrics", metrics, MetricsReport.render(diagnosis, Instant.now()));
    }

    /// Looks again whenever something has changed, and after some time even if nothing was noticed.
    private int watch(
            LiveCluster live, Analysis analysis, Duration interval, @Nullable Listening others)
            throws IOException, InterruptedException {
        try (ClusterWatch changes = live.watch(cluster.scope())) {
            Diagnosis before = look(live, analysis);
            if (others != null) {
                others.look(before);
            }
            int status = reporting.finish(before);
            for (long reports = 1; reports < watchReports; ) {
                Thread.sleep(interval);
                boolean changed =
                        changes.await(interval.multipliedBy(INTERVALS_WITHOUT_CHANGE - 1));
                changes.restart();
                Diagnosis now = lookAgain(live, analysis, before, changed, others);
                Diagnosis news = Comparison.of(before, now).news(now);
                if (!news.incidents().isEmpty()) {
                    status = Math.max(status, reporting.finish(news));
                    reports++;
                }
                before = now;
            }
            return status;
        }
    }

    /// A cluster that can't be read for a while is no reason to end.
    private Diagnosis lookAgain(
            LiveCluster live,
            Analysis analysis,
            Diagnosis before,
            boolean changed,
            @Nullable Listening others)
            throws IOException, InterruptedException {
        try {
            Diagnosis now = look(live, analysis);
            if (others != null) {
                others.look(now);
            }
            return now;
        } catch (UserError e) {
            if (others != null) {
                others.failed(String.valueOf(e.getMessage()));
            }
            console.err()
                    .println(
                            "clew: "
                                    + (changed ? "something has changed, but " : "")
                                    + e.getMessage()
                                    + "; going on");
            return before;
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
