package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "analyze",
        header = "Diagnoses files, folders, archives, or - for standard input.",
        description =
                "Reads whatever there is, logs, kubectl and cilium output, objects, whole bundles,"
                        + " and names what broke, the line that shows it, what came of it, and what to"
                        + " do.",
        sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "File, folder or archive; - for standard input, which is read without one if"
                            + " something is piped in.")
    List<String> paths = List.of();

    @Option(
            names = "--redact",
            description = "Take secrets out of what is read before anything else is done with it.")
    boolean redact;

    @Spec @Nullable CommandSpec spec;

    @Mixin final ObjectOptions object = new ObjectOptions();

    @Mixin final RedactorOptions redactors = new RedactorOptions();

    @Mixin final Reporting reporting;

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        object.about.check();
        if (object.about.object == null && object.namespace != null) {
            throw new UserError(Exit.USAGE, "-n goes with --about");
        }
        boolean secretsOut = redact || redactors.given();
        List<String> given = inputs();
        reporting.about(() -> InputHashes.of(given), secretsOut);
        if (!secretsOut) {
            return finish(run(reporting.analysis()));
        }
        Redactor redactor = redactors.redactor(false);
        Diagnosis diagnosis = run(reporting.analysis().through(redactor::reading));
        if (!reporting.isQuiet()) {
            console.err().println("clew: taken out: " + Redacting.words(redactor.counts()));
        }
        return finish(diagnosis);
    }

    private int finish(Diagnosis diagnosis) throws IOException {
        return reporting.finish(
                diagnosis.inputs().files() == 0
                        ? diagnosis
                        : object.about.narrow(diagnosis, object.namespace, reporting));
    }

    /// What to read: what was said, or else what is piped in.
    private List<String> inputs() {
        if (!paths.isEmpty()) {
            return paths;
        }
        if (console.typed()) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Missing required parameter: 'PATH'; or pipe something in");
        }
        return List.of("-");
    }

    private Diagnosis run(Analysis analysis) throws InterruptedException {
        try (ProgressLine progress = new ProgressLine(console, reporting.showsProgress())) {
            return analysis.run(inputs(), console.in(), progress);
        }
    }
}
