package dev.clew.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/// What names a bundle by what is in it. The hash of a folder is that of the relative paths and the
/// contents of its files, in the order of the paths.
final class ContentHash {

    private static final int BUFFER = 1 << 16;
    private static final int BYTES = 16;

    private ContentHash() {}

    /// The start of its SHA-256, in hexadecimal digits.
    ///
    /// @throws IOException if it can't be read
    static String of(BundleRef bundle, Configuration hadoop) throws IOException {
        MessageDigest digest = sha256();
        if (bundle.remote()) {
            org.apache.hadoop.fs.Path path = Locations.hadoop(bundle.path());
            try (InputStream in = path.getFileSystem(hadoop).open(path)) {
                add(digest, in);
            }
        } else if (bundle.whole()) {
            folder(digest, Path.of(bundle.path()));
        } else {
            try (InputStream in = Files.newInputStream(Path.of(bundle.path()))) {
                add(digest, in);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /// The start of the SHA-256 of a text, in hexadecimal digits.
    static String of(String text) {
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static void folder(MessageDigest digest, Path root) throws IOException {
        try (Stream<Path> below = Files.walk(root)) {
            List<Path> files = below.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = root.relativize(file).toString().replace('\\', '/');
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                try (InputStream in = Files.newInputStream(file)) {
                    add(digest, in);
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(MessageDigest digest, InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
