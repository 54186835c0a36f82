package dev.clew.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        header = "Diagnoses files, folders, archives, or - for standard input.",
        description = {
            "Reads whatever there is, logs, kubectl and cilium output, objects, whole bundles, and names what broke, the line that",
            "shows it, what came of it, and what to do."
        },
        sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "File, folder or archive; - for standard input.")
    List<String> paths = List.of();

    @Mixin final Reporting reporting;

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
        this.reporting = new Reporting(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return reporting.finish(reporting.analysis().run(paths, console.in()));
    }
}
