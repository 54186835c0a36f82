package dev.clew.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Opens what a person names: files, folders, `-` for standard input. Every file is read once,
/// however often and by whatever name it is reached.
public final class Inputs {

    /// The name of standard input.
    public static final String STANDARD_INPUT = "-";

    private static final int DEEPEST_FOLDER = 40;

    private final InputStream standardInput;
    private final UnitSink sink;
    private final Set<Object> seen = new HashSet<>();

    public Inputs(InputStream standardInput, UnitSink sink) {
        this.standardInput = standardInput;
        this.sink = sink;
    }

    /// Reads everything, in the order named.
    ///
    /// @throws InterruptedException if the sink asked to stop
    public void read(List<String> paths) throws InterruptedException {
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                standardInput();
            } else {
                named(path);
            }
        }
    }

    private void standardInput() throws InterruptedException {
        try {
            Streams.read(Source.named(STANDARD_INPUT), standardInput, sink);
        } catch (IOException e) {
            sink.skipped(STANDARD_INPUT, reason(e));
        }
    }

    private void named(String name) throws InterruptedException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            sink.skipped(name, "not a path: " + e.getReason());
            return;
        }
        if (!Files.exists(path)) {
            sink.skipped(name, "no such file or folder");
        } else if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path);
        }
    }

    private void folder(Path folder) throws InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, DEEPEST_FOLDER)) {
            files = all.filter(file -> !Files.isDirectory(file)).sorted().toList();
        } catch (IOException e) {
            sink.skipped(folder.toString(), reason(e));
            return;
        } catch (java.io.UncheckedIOException e) {
            sink.skipped(folder.toString(), String.valueOf(e.getMessage()));
            return;
        }
        for (Path file : files) {
            file(file);
        }
    }

    private void file(Path file) throws InterruptedException {
        String name = file.toString();
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                sink.skipped(name, "not a regular file");
                return;
            }
            if (attributes.fileKey() != null && !seen.add(attributes.fileKey())) {
                return; // the same file by another name
            }
            try (InputStream in = Files.newInputStream(file)) {
                Streams.read(FileNames.source(name, Year.now(ZoneOffset.UTC).getValue()), in, sink);
            }
        } catch (IOException e) {
            sink.skipped(name, reason(e));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission to read it";
            case NoSuchFileException gone -> "no such file";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
