package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "kb",
        header = "The knowledge base as a whole.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SiteCommand.class})
final class KbCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    KbCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(console.out());
    }
}
