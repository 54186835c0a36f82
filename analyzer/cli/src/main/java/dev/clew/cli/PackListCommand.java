package dev.clew.cli;

import dev.clew.packs.signed.PackManifest;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", header = "Lists the installed packs.")
final class PackListCommand implements Callable<Integer> {

    private final Console console;

    PackListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (PackManifest manifest : PackFiles.installed()) {
            console.out().println(PackFiles.line(manifest));
        }
        return Exit.DONE;
    }
}
