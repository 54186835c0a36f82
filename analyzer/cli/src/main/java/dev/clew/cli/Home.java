package dev.clew.cli;

import dev.clew.match.index.PackIndex;
import dev.clew.packs.PackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder the program was installed to, with the compiled pack and the knowledge base.
final class Home {

    /// System property that names the folder; the launcher sets it.
    static final String PROPERTY = "clew.home";

    private Home() {}

    static Path pack() {
        return folder("pack");
    }

    static Path library() {
        return folder("library");
    }

    /// Whether a pack and a knowledge base are there: not so while they are being built.
    static boolean isComplete() {
        String home = System.getProperty(PROPERTY, "");
        return !home.isEmpty()
                && Files.isDirectory(Path.of(home, "pack"))
                && Files.isDirectory(Path.of(home, "library"));
    }

    /// The file of the shipped pack that names sets of signatures, if it is there.
    static Optional<Path> groups() {
        String home = System.getProperty(PROPERTY, "");
        Path groups = Path.of(home, "pack", PackFolder.GROUPS);
        return home.isEmpty() || !Files.isRegularFile(groups)
                ? Optional.empty()
                : Optional.of(groups);
    }

    /// The vocabulary of the shipped pack; the folder need not be there.
    static Path vocabulary() {
        return Path.of(System.getProperty(PROPERTY, ""), "pack", PackFolder.VOCABULARY);
    }

    private static Path folder(String name) {
        String home = System.getProperty(PROPERTY, "");
        Path folder = Path.of(home, name);
        if (home.isEmpty() || !Files.isDirectory(folder)) {
            throw new UserError(
                    Exit.NO_INPUT,
                    "the installation is incomplete: "
                            + folder
                            + " is missing; build it with ./mvnw package");
        }
        return folder;
    }

    /// What names the shipped pack as it was compiled: the start of the hash of its index; empty if
    /// there is none.
    static String packId() {
        return PackIndex.id(pack());
    }

    /// The version of the program.
    static String version() {
        String version = Home.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
