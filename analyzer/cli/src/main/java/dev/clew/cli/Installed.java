package dev.clew.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where packs of the user are installed: one folder each, below the user's data folder.
final class Installed {

    private Installed() {}

    /// The folder of all of them; it need not be there.
    static Path all() {
        String configured = System.getenv("XDG_DATA_HOME");
        Path base =
                configured == null || configured.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(configured);
        return base.resolve("clew").resolve("packs");
    }

    /// The folder that is meant: the one of that name, or else the installed pack of that name.
    static Path folder(Path given) {
        if (!Files.exists(given) && given.getNameCount() == 1 && !given.isAbsolute()) {
            Path installed = all().resolve(given.toString());
            return Files.isDirectory(installed) ? installed : given;
        }
        return given;
    }
}
