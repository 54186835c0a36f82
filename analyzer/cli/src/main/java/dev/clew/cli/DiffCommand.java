package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Comparison;
import dev.clew.diagnose.Diagnosis;
import dev.clew.report.ComparisonReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        header = "Compares two bundles: findings that are new, gone, or worse.",
        description = "Exits with 1 if --fail-on-new is given and something is new or worse.",
        sortOptions = false)
final class DiffCommand implements Callable<Integer> {

    enum Output {
        text,
        json
    }

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The earlier bundle, file or folder.")
    String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The later one.")
    String after = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    @Mixin final PatternsOption patterns = new PatternsOption();

    @Option(names = "--fail-on-new", description = "Exit with 1 if something is new or worse.")
    boolean failOnNew;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    When color = When.auto;

    private final Console console;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Comparison comparison = Comparison.of(diagnose(before), diagnose(after));
        console.out()
                .print(
                        output == Output.json
                                ? ComparisonReport.json(comparison)
                                : ComparisonReport.text(comparison, console.theme(color)));
        return failOnNew && !(comparison.fresh().isEmpty() && comparison.worse().isEmpty())
                ? Exit.FOUND
                : Exit.DONE;
    }

    private Diagnosis diagnose(String path) throws InterruptedException {
        Diagnosis diagnosis =
                new Analysis(patterns.book(), patterns.articles()).run(List.of(path), console.in());
        if (diagnosis.inputs().files() == 0) {
            diagnosis
                    .inputs()
                    .skipped()
                    .forEach(skipped ->
                            console.err()
                                    .println("clew: " + skipped.path() + ": " + skipped.reason()));
            throw new UserError(Exit.NO_INPUT, path + " could not be read");
        }
        return diagnosis;
    }
}
