package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "baseline",
        header = "Findings that are known and set aside for a while.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BaselineNewCommand.class)
final class BaselineCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    BaselineCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(console.out());
    }
}
