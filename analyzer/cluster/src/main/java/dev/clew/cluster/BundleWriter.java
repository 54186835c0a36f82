package dev.clew.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle: a zip with one folder, the manifest last in it.
final class BundleWriter {

    /// The folder that bundles are known by.
    static final String FOLDER = "clew-bundle/";

    private BundleWriter() {}

    /// Writes what was gathered.
    ///
    /// @return what it holds
    static Map<String, Manifest.Entry> write(
            Path zip, Gathered gathered, String version, Spool spool) throws IOException {
        Map<String, Manifest.Entry> files = new LinkedHashMap<>();
        List<String> names =
                gathered.requests().stream()
                        .flatMap(request -> java.util.stream.Stream.ofNullable(request.file()))
                        .distinct()
                        .sorted()
                        .toList();
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : names) {
                files.put(name, entry(packed, gathered, name, spool));
            }
            start(packed, gathered, Manifest.NAME);
            packed.write(
                    Manifest.write(gathered, version, files, Map.of())
                            .getBytes(StandardCharsets.UTF_8));
            packed.closeEntry();
        }
        return files;
    }

    private static void start(ZipOutputStream packed, Gathered gathered, String name)
            throws IOException {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setTime(gathered.to().toEpochMilli());
        packed.putNextEntry(entry);
    }

    private static Manifest.Entry entry(
            ZipOutputStream packed, Gathered gathered, String name, Spool spool)
            throws IOException {
        start(packed, gathered, name);
        MessageDigest digest = sha256();
        long bytes;
        try (InputStream in =
                new DigestInputStream(Files.newInputStream(spool.file(name)), digest)) {
            bytes = in.transferTo(packed);
        }
        packed.closeEntry();
        return new Manifest.Entry(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
