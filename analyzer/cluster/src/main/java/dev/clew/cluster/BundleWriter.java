package dev.clew.cluster;

import dev.clew.redact.Redactor;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle: a zip with one folder, the manifest last in it. Secrets that were learned after
/// a file was gathered are taken out of it now.
final class BundleWriter {

    /// The folder that bundles are known by.
    static final String FOLDER = "clew-bundle/";

    private final Gathered gathered;
    private final StagingDirectory spool;
    private final Redactor redactor;

    BundleWriter(Gathered gathered, StagingDirectory spool, Redactor redactor) {
        this.gathered = gathered;
        this.spool = spool;
        this.redactor = redactor;
    }

    /// Writes what was gathered.
    ///
    /// @param version of the program
    /// @return what it holds
    Map<String, Manifest.Entry> write(Path zip, String version) throws IOException {
        Map<String, Manifest.Entry> files = new LinkedHashMap<>();
        List<String> names =
                gathered.requests().stream()
                        .flatMap(request -> Stream.ofNullable(request.file()))
                        .distinct()
                        .sorted()
                        .toList();
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : names) {
                String shown = redactor.again(name);
                files.put(shown, entry(packed, name, shown));
            }
            start(packed, Manifest.NAME);
            packed.write(manifest(version, files).getBytes(StandardCharsets.UTF_8));
            packed.closeEntry();
        }
        return files;
    }

    private String manifest(String version, Map<String, Manifest.Entry> files) throws IOException {
        return Manifest.write(gathered, version, files, redactor.counts())
                .lines()
                .map(line -> redactor.text(line) + "\n")
                .collect(Collectors.joining());
    }

    private void start(ZipOutputStream packed, String name) throws IOException {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setTime(gathered.to().toEpochMilli());
        packed.putNextEntry(entry);
    }

    private Manifest.Entry entry(ZipOutputStream packed, String name, String shown)
            throws IOException {
        start(packed, shown);
        MessageDigest digest = sha256();
        long bytes;
        try (InputStream in = new DigestInputStream(redactor.again(spool.read(name)), digest)) {
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
