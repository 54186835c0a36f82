package dev.clew.fleet;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Folders of this machine.
final class Folders {

    private Folders() {}

    /// A new folder for what goes when the process ends.
    ///
    /// @throws FleetError if there is no room for it
    static Path temporary() {
        try {
            return Files.createTempDirectory("clew-fleet-");
        } catch (IOException e) {
            throw new FleetError(
                    FleetError.OUTPUT, "no room for temporary files: " + e.getMessage());
        }
    }

    /// Deletes a folder and what is in it, as far as that can be done.
    static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                                throws IOException {
                            Files.deleteIfExists(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path each, @Nullable IOException e) throws IOException {
                            Files.deleteIfExists(each);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            // what is left of it is temporary
        }
    }
}
