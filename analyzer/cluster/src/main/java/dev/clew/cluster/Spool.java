package dev.clew.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where answers are kept until all of them are there: a folder of its own, readable by nobody
/// else, that is gone when it is closed.
final class Spool implements AutoCloseable {

    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    static Spool create() throws IOException {
        return new Spool(Files.createTempDirectory("clew-"));
    }

    /// A new file.
    ///
    /// @param name path within the bundle
    OutputStream write(String name) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(Files.newOutputStream(file), 64 << 10);
    }

    private Path path(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || name.contains("..")) {
            throw new IOException("not a name: " + name);
        }
        return file;
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    /// Names of all files, in order.
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    Path file(String name) throws IOException {
        return path(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Spool::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
