package dev.clew.cli;

import dev.clew.report.html.About;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What names an input for good: its size and SHA-256. A folder's is that of the relative paths and
/// contents of its files, in the order of the paths. What is too large, or no file, has none.
final class InputHashes {

    private static final long MOST_BYTES = 8L << 30;
    private static final int MOST_FILES = 5_000;

    private InputHashes() {}

    static List<About.Input> of(List<String> inputs) {
        return inputs.stream().map(InputHashes::of).toList();
    }

    private static About.Input of(String input) {
        try {
            Path path = Path.of(input);
            if (Files.isRegularFile(path)) {
                return of(input, List.of(path), null);
            }
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    List<Path> sorted =
                            files.filter(Files::isRegularFile)
                                    .limit(MOST_FILES + 1L)
                                    .sorted()
                                    .toList();
                    return of(input, sorted, path);
                }
            }
        } catch (IOException | java.io.UncheckedIOException | InvalidPathException e) {
            // What can't be read is told elsewhere; here it only has no hash
        }
        return new About.Input(input, -1, null);
    }

    /// @param root the folder that the names are relative to; null for a single file, whose name
    ///   does not count
    private static About.Input of(String input, List<Path> files, @Nullable Path root)
            throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            return new About.Input(input, files.size() > MOST_FILES ? -1 : bytes, null);
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            if (root != null) {
                String name = root.relativize(file).toString().replace('\\', '/');
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return new About.Input(input, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
