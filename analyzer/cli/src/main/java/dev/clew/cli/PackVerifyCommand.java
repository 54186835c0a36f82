package dev.clew.cli;

import dev.clew.packs.signed.PackManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        header = "Checks a pack file: whole, unchanged, and signed with the key that is expected.",
        description = "Exits with 1 if it is not.")
final class PackVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The pack file.")
    Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public key it must be signed with. Default: the one that packs of its name were installed with.")
    @Nullable Path key;

    private final Console console;

    PackVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PackManifest manifest = PackFiles.read(file).manifest();
        console.out().println(PackFiles.line(manifest));
        String expected = key != null ? PackFiles.key(key) : PackFiles.knownKey(manifest.name());
        if (expected != null && !expected.equals(manifest.key())) {
            throw new UserError(Exit.FOUND, file + ": not signed with the key that is expected");
        }
        if (expected == null) {
            console.err()
                    .println(
                            manifest.isSigned()
                                    ? "clew: nothing says whose key that is; --key names the expected one"
                                    : "clew: nothing says who made it");
        }
        if (!PackFiles.isNewEnough(manifest)) {
            throw new UserError(
                    Exit.FOUND,
                    file + ": needs clew " + manifest.needsClew() + ", this is " + Home.version());
        }
        return Exit.DONE;
    }
}
