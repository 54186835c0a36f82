package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        header = "Diagnoses files, folders, archives, or - for standard input.",
        description =
                "Reads whatever there is, logs, kubectl and cilium output, objects, whole bundles, and names what broke, the line that shows it, what came of it, and what to do.",
        sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "File, folder or archive; - for standard input.")
    List<String> paths = List.of();

    @Option(
            names = "--redact",
            description = "Take secrets out of what is read before anything else is done with it.")
    boolean redact;

    @Mixin final Reporting reporting;

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!redact) {
            return reporting.finish(run(reporting.analysis()));
        }
        Redactor redactor = Redactor.create(false);
        Diagnosis diagnosis = run(reporting.analysis().through(redactor::reading));
        if (!reporting.isQuiet()) {
            console.err().println("clew: taken out: " + Redacting.words(redactor.counts()));
        }
        return reporting.finish(diagnosis);
    }

    private Diagnosis run(Analysis analysis) throws InterruptedException {
        try (ProgressLine progress = new ProgressLine(console, reporting.showsProgress())) {
            return analysis.run(paths, console.in(), progress);
        }
    }
}
