package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "patterns",
        header = "The author's tools for packs of signatures.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListCommand.class,
            NewCommand.class,
            LintCommand.class,
            TestCommand.class,
            RecordsCommand.class,
            ConvertCommand.class,
            CoverageCommand.class,
            CompileCommand.class,
            CalibrationCommand.class
        })
final class PatternsCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    PatternsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(console.out());
    }
}
