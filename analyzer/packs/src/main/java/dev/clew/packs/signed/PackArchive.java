package dev.clew.packs.signed;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A pack as one file: a zip of its manifest, the signature of that, and the files it names.
///
/// @param manifest what it says of itself
/// @param content the bytes of its files, by path
public record PackArchive(PackManifest manifest, Map<String, byte[]> content) {

    /// Bytes that a pack may have, packed or not.
    public static final long LARGEST = 64L << 20;

    /// The ending of its name.
    public static final String ENDING = ".clewpack";

    private static final String MANIFEST = "clew-pack.txt";
    private static final String SIGNATURE = "clew-pack.sig";
    private static final int LARGEST_MANIFEST = 8 << 20;
    private static final LocalDateTime DAY = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final List<String> ENDINGS =
            List.of(".yaml", ".md", ".json", ".tsv", ".log", ".txt");

    /// Gathers the files of a folder: rules, articles, tables and logs.
    ///
    /// @throws PackException if one has a name that a pack can't have, or there are too many
    public static Map<String, byte[]> gather(Path folder) throws IOException, PackException {
        Map<String, byte[]> content = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        long size = 0;
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            boolean hidden = ("/" + path).contains("/.");
            if (hidden || ENDINGS.stream().noneMatch(path::endsWith) || path.equals(MANIFEST)) {
                continue;
            }
            if (!PackManifest.isPath(path)) {
                throw new PackException("a pack can't have a file of this name: " + path);
            }
            size += Files.size(file);
            if (size > LARGEST || content.size() >= PackManifest.MOST_FILES) {
                throw new PackException("the folder holds more than a pack can");
            }
            content.put(path, Files.readAllBytes(file));
        }
        if (content.isEmpty()) {
            throw new PackException("the folder holds nothing that belongs into a pack");
        }
        return content;
    }

    /// Writes a pack. The same content gives the same bytes.
    ///
    /// @param secret text of the private key; null to leave it unsigned
    public static void write(
            OutputStream out,
            String name,
            SemVer version,
            SemVer needsClew,
            Map<String, byte[]> content,
            @Nullable String secret)
            throws IOException, PackException {
        List<PackManifest.Entry> files = new ArrayList<>();
        content.forEach((path, bytes) ->
                files.add(new PackManifest.Entry(path, bytes.length, sha256(bytes))));
        byte[] manifest =
                new PackManifest(
                                name,
                                version,
                                needsClew,
                                secret == null ? "" : PackKey.open(secret),
                                files)
                        .write();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, MANIFEST, manifest);
            if (secret != null) {
                put(zip, SIGNATURE, PackKey.sign(manifest, secret));
            }
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DAY);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Reads a pack and holds it to its manifest: every file there, of its size and checksum, and
    /// none besides; the manifest signed with the key it names, if it names one.
    ///
    /// @throws PackException if anything is not as it says
    public static PackArchive read(InputStream in) throws IOException, PackException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            byte[] text = entry(zip, MANIFEST, LARGEST_MANIFEST);
            PackManifest manifest = PackManifest.read(text);
            if (manifest.isSigned()
                    && !PackKey.isSigned(text, entry(zip, SIGNATURE, 1024), manifest.key())) {
                throw new PackException("its signature is wrong");
            }
            Map<String, PackManifest.Entry> named = new LinkedHashMap<>();
            long size = 0;
            for (PackManifest.Entry file : manifest.files()) {
                named.put(file.path(), file);
                size += file.size();
            }
            if (size > LARGEST) {
                throw new PackException("it is larger than " + (LARGEST >> 20) + " MB");
            }
            Map<String, byte[]> content = new LinkedHashMap<>();
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                PackManifest.Entry file = named.remove(next.getName());
                if (file == null) {
                    throw new PackException("it holds a file that its manifest does not name");
                }
                byte[] bytes = bytes(zip, file.size());
                if (bytes.length != file.size() || !sha256(bytes).equals(file.sha256())) {
                    throw new PackException("a file is not as its manifest says: " + file.path());
                }
                content.put(file.path(), bytes);
            }
            if (!named.isEmpty()) {
                throw new PackException("a file is missing: " + named.keySet().iterator().next());
            }
            return new PackArchive(manifest, content);
        } catch (ZipException | EOFException e) {
            throw new PackException("it is damaged, or no pack");
        } catch (IllegalArgumentException e) {
            throw new PackException("a name in it can't be read");
        }
    }

    private static byte[] entry(ZipInputStream zip, String name, int most)
            throws IOException, PackException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new PackException("it is no pack: '" + name + "' is not where it belongs");
        }
        byte[] bytes = bytes(zip, most);
        if (bytes.length > most) {
            throw new PackException("'" + name + "' is too large");
        }
        return bytes;
    }

    /// The bytes of an entry, and one more than expected if there are more.
    private static byte[] bytes(InputStream in, long expected) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        long left = expected + 1;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            bytes.write(buffer, 0, read);
            left -= read;
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The manifest of an installed pack.
    ///
    /// @throws PackException if the folder holds none
    public static PackManifest installed(Path folder) throws IOException, PackException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest) || Files.size(manifest) > LARGEST_MANIFEST) {
            throw new PackException(folder + " holds no installed pack");
        }
        return PackManifest.read(Files.readAllBytes(manifest));
    }

    /// Writes all files, and the manifest, into an empty folder.
    public void unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
        Files.write(folder.resolve(MANIFEST), manifest.write());
    }
}
