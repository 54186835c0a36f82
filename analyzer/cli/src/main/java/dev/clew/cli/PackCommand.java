package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "pack",
        header = "Packs as one signed file: build, verify, install.",
        description =
                "Nothing is fetched: a pack comes as a file. --patterns takes the name of an installed one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PackBuildCommand.class,
            PackVerifyCommand.class,
            PackInstallCommand.class,
            PackListCommand.class,
            PackOutdatedCommand.class,
            PackKeygenCommand.class
        })
final class PackCommand implements Runnable {

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(console.out());
    }
}
