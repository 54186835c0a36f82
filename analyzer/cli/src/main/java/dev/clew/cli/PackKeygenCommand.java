package dev.clew.cli;

import dev.clew.packs.signed.PackException;
import dev.clew.packs.signed.PackKey;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "keygen",
        header = "Makes a pair of keys to sign packs with.",
        description =
                "Writes the private key to FILE, for its owner alone, and the public one to FILE.pub.")
final class PackKeygenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "File for the private key.")
    Path file = Path.of("");

    private final Console console;

    PackKeygenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, PackException {
        Path open = Path.of(file + ".pub");
        if (Files.exists(file) || Files.exists(open)) {
            throw new UserError(Exit.USAGE, file + " or " + open + " is there already");
        }
        PackKey.Pair pair = PackKey.make();
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, pair.secret());
        Files.writeString(open, pair.open());
        console.out().println("key " + PackKey.fingerprint(PackKey.open(pair.open())));
        return Exit.DONE;
    }
}
