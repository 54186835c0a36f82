package dev.clew.cli;

import dev.clew.packs.signed.PackArchive;
import dev.clew.packs.signed.PackException;
import dev.clew.packs.signed.PackKey;
import dev.clew.packs.signed.PackManifest;
import dev.clew.packs.signed.SemVer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pack files and installed packs, and what makes one fit to be used.
final class PackFiles {

    private static final String KEYS = "keys";

    private PackFiles() {}

    static PackArchive read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError(Exit.NO_INPUT, file + ": no such file");
        }
        if (Files.size(file) > PackArchive.LARGEST) {
            throw new UserError(Exit.FOUND, file + ": larger than a pack can be");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return PackArchive.read(in);
        } catch (PackException e) {
            throw new UserError(Exit.FOUND, file + ": not used: " + e.getMessage());
        }
    }

    static String key(Path file) throws IOException {
        try {
            return PackKey.open(Files.readString(file));
        } catch (PackException e) {
            throw new UserError(Exit.USAGE, file + ": " + e.getMessage());
        }
    }

    /// The key that packs of a name were signed with when one was first installed, or null.
    static @Nullable String knownKey(String name) throws IOException {
        Path file = Installed.all().resolveSibling(KEYS).resolve(name + ".pub");
        return Files.isRegularFile(file) ? key(file) : null;
    }

    static void remember(String name, String key) throws IOException {
        Path folder = Files.createDirectories(Installed.all().resolveSibling(KEYS));
        Files.writeString(folder.resolve(name + ".pub"), "clew public key\n" + key + "\n");
    }

    /// Whether this program is new enough for a pack.
    static boolean isNewEnough(PackManifest manifest) {
        Optional<SemVer> own = SemVer.of(Home.version());
        return own.isEmpty() || own.get().compareTo(manifest.needsClew()) >= 0;
    }

    /// The manifests of the installed packs, by name.
    static List<PackManifest> installed() throws IOException {
        List<PackManifest> all = new ArrayList<>();
        if (!Files.isDirectory(Installed.all())) {
            return all;
        }
        try (Stream<Path> folders = Files.list(Installed.all())) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                if (PackManifest.isName(String.valueOf(folder.getFileName()))) {
                    installed(folder).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    static Optional<PackManifest> installed(Path folder) throws IOException {
        try {
            return Optional.of(PackArchive.installed(folder));
        } catch (PackException e) {
            return Optional.empty();
        }
    }

    /// What is said of a pack in one line.
    static String line(PackManifest manifest) {
        return manifest.name()
                + " "
                + manifest.version()
                + ", "
                + manifest.files().size()
                + " files, needs clew "
                + manifest.needsClew()
                + (manifest.isSigned()
                        ? ", key " + PackKey.fingerprint(manifest.key())
                        : ", not signed");
    }
}
