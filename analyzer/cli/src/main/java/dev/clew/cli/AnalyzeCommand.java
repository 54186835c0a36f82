package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.nio.file.Path;
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
                "Reads whatever there is, logs, kubectl and cilium output, objects, whole bundles, and names what broke, the line that shows it, what came of it, and what to do.",
        sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "File, folder or archive; - for standard input, which is read without one if something is piped in.")
    List<String> paths = List.of();

    @Option(
            names = "--redact",
            description = "Take secrets out of what is read before anything else is done with it.")
    boolean redact;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--about",
            paramLabel = "KIND/NAME",
            description = "Only what explains trouble of this object, such as Service/web.")
    @Nullable String about;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace of the object that --about names.")
    @Nullable String namespace;

    @Option(
            names = "--redactors",
            paramLabel = "FILE",
            description =
                    "Rules of your own for what to take out, or a specification of redactors of troubleshoot.sh. May be given more than once.")
    List<Path> redactors = List.of();

    @Mixin final Reporting reporting;

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (about != null) {
            Named.check(about);
        } else if (namespace != null) {
            throw new UserError(Exit.USAGE, "-n goes with --about");
        }
        if (!redact && redactors.isEmpty()) {
            return finish(run(reporting.analysis()));
        }
        Redactor redactor = Redacting.redactor(redactors, false);
        Diagnosis diagnosis = run(reporting.analysis().through(redactor::reading));
        if (!reporting.isQuiet()) {
            console.err().println("clew: taken out: " + Redacting.words(redactor.counts()));
        }
        return finish(diagnosis);
    }

    private int finish(Diagnosis diagnosis) throws IOException {
        return reporting.finish(
                about == null || diagnosis.inputs().files() == 0
                        ? diagnosis
                        : Narrowing.about(diagnosis, about, namespace, reporting));
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
