package dev.clew.cluster;

import dev.clew.redact.Redactor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where answers are kept until all of them are there: a folder of its own, readable by nobody
/// else, that is gone when it is closed.
final class StagingDirectory implements AutoCloseable {

    private final Path folder;
    private final Redactor redactor;

    private StagingDirectory(Path folder, Redactor redactor) {
        this.folder = folder;
        this.redactor = redactor;
    }

    static StagingDirectory create(Redactor redactor) throws IOException {
        return new StagingDirectory(Files.createTempDirectory("clew-"), redactor);
    }

    /// A new file. What is written passes the redactor first, so that no secret is ever on disk.
    ///
    /// @param name path within the bundle
    OutputStream write(String name) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return redactor.writing(new BufferedOutputStream(Files.newOutputStream(file), 64 << 10));
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

    /// What was written to a file.
    InputStream read(String name) throws IOException {
        return Files.newInputStream(path(name));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(StagingDirectory::delete);
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
