package dev.clew.cli;

import java.nio.file.Files;
import java.nio.file.Path;

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

    /// The version of the program.
    static String version() {
        String version = Home.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
