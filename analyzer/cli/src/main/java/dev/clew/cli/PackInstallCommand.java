package dev.clew.cli;

import dev.clew.packs.signed.PackArchive;
import dev.clew.packs.signed.PackManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "install",
        header = "Installs a pack file for --patterns NAME.",
        description = {
            "The first time, --key says whose it is; from then on, packs of that name must be signed with the same key.",
            "Nothing is installed unless the whole file is as its manifest says."
        })
final class PackInstallCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The pack file.")
    Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Public key that it must be signed with.")
    @Nullable Path key;

    @Option(names = "--unsigned", description = "Install it though it is not signed.")
    boolean unsigned;

    @Option(names = "--downgrade", description = "Install it though a newer one is installed.")
    boolean downgrade;

    private final Console console;

    PackInstallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PackArchive pack = PackFiles.read(file);
        PackManifest manifest = pack.manifest();
        signed(manifest);
        if (!PackFiles.isNewEnough(manifest)) {
            throw refused("needs clew " + manifest.needsClew() + ", this is " + Home.version());
        }
        Path folder = Installed.all().resolve(manifest.name());
        Optional<PackManifest> before = PackFiles.installed(folder);
        if (before.isPresent()
                && before.get().version().compareTo(manifest.version()) > 0
                && !downgrade) {
            throw refused(
                    before.get().version()
                            + " is installed, which is newer; --downgrade installs it all the same");
        }
        put(pack, folder);
        if (manifest.isSigned()) {
            PackFiles.remember(manifest.name(), manifest.key());
        }
        console.out()
                .println(
                        "installed "
                                + PackFiles.line(manifest)
                                + before.map(old -> ", in place of " + old.version()).orElse(""));
        console.out().println("use it with --patterns " + manifest.name());
        return Exit.DONE;
    }

    private UserError refused(String why) {
        return new UserError(Exit.FOUND, file + ": not installed: " + why);
    }

    private void signed(PackManifest manifest) throws IOException {
        String known = PackFiles.knownKey(manifest.name());
        String expected = key == null ? known : PackFiles.key(key);
        if (known != null && key != null && !known.equals(expected)) {
            throw refused(
                    "packs called " + manifest.name() + " were signed with another key so far");
        }
        if (expected != null && !expected.equals(manifest.key())) {
            throw refused("it is not signed with the key that is expected");
        }
        if (expected == null && manifest.isSigned()) {
            throw refused("nothing says whose key it is signed with: name it by --key");
        }
        if (!manifest.isSigned() && !unsigned) {
            throw refused("it is not signed; --unsigned installs it all the same");
        }
    }

    /// Puts the whole pack in place in one step.
    private static void put(PackArchive pack, Path folder) throws IOException {
        Path all = Files.createDirectories(Installed.all());
        Path fresh = Files.createTempDirectory(all, ".new-");
        Path old = Files.createTempDirectory(all, ".old-");
        try {
            pack.unpack(fresh);
            if (Files.isDirectory(folder)) {
                Files.move(folder, old.resolve("pack"));
            }
            Files.move(fresh, folder);
        } finally {
            delete(fresh);
            delete(old);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            below.sorted(Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
