package dev.clew.bundle.archive;

import com.github.luben.zstd.ZstdInputStream;
import dev.clew.model.Bound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// Looks into packed streams and hands on what is inside, however often it is packed. Nothing is
/// written to disk.
public final class Archives {

    /// Between the name of an archive and the name inside it.
    public static final String INSIDE = "!/";

    private static final int BUFFER = 64 << 10;
    private static final int XZ_MEMORY_KIB = 96 << 10;

    private final Budget budget;
    private final Sink sink;

    /// Takes what is inside.
    public interface Sink {
        /// A stream that is not packed. It is valid only during the call.
        void plain(String path, InputStream in) throws IOException, InterruptedException;

        /// Something that is not read, or not to its end.
        void skipped(String path, String reason);
    }

    public Archives(Budget budget, Sink sink) {
        this.budget = budget;
        this.sink = sink;
    }

    /// Reads a file; a zip by its directory, everything else from front to back.
    public void file(String path, Path file, InputStream in)
            throws IOException, InterruptedException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        if (magic(buffered) == Magic.ZIP) {
            zipFile(path, file);
        } else {
            stream(path, buffered, 0);
        }
    }

    /// Reads a stream from front to back.
    public void stream(String path, InputStream in) throws IOException, InterruptedException {
        stream(path, new BufferedInputStream(in, BUFFER), 0);
    }

    private static Magic magic(BufferedInputStream in) throws IOException {
        in.mark(Magic.LENGTH);
        byte[] head = in.readNBytes(Magic.LENGTH);
        in.reset();
        return Magic.of(head, head.length);
    }

    private void stream(String path, BufferedInputStream in, int depth)
            throws IOException, InterruptedException {
        Magic magic = magic(in);
        if (magic == Magic.NONE) {
            sink.plain(path, in);
            return;
        }
        if (depth >= budget.limits().of(Bound.ARCHIVE_DEPTH)) {
            sink.skipped(
                    path,
                    "archives nested more than "
                            + budget.limits().of(Bound.ARCHIVE_DEPTH)
                            + " deep, not read");
            return;
        }
        switch (magic) {
            case TAR -> tar(path, in, depth);
            case ZIP -> zip(path, in, depth);
            case SEVEN_ZIP, RAR ->
                    sink.skipped(
                            path,
                            "an archive of a kind that is not read; repack it as zip or tar.gz");
            default -> packed(path, in, magic, depth);
        }
    }

    private void packed(String path, InputStream in, Magic magic, int depth)
            throws IOException, InterruptedException {
        Counting packed = new Counting(in);
        String kind = magic.name().toLowerCase(java.util.Locale.ROOT) + " stream";
        InputStream unpacking;
        try {
            unpacking =
                    switch (magic) {
                        case GZIP ->
                                GzipCompressorInputStream.builder()
                                        .setInputStream(packed)
                                        .setDecompressConcatenated(true)
                                        .get();
                        case XZ ->
                                XZCompressorInputStream.builder()
                                        .setInputStream(packed)
                                        .setDecompressConcatenated(true)
                                        .setMemoryLimitKiB(XZ_MEMORY_KIB)
                                        .get();
                        case BZIP2 -> new BZip2CompressorInputStream(packed, true);
                        default -> new ZstdInputStream(packed).setContinuous(false);
                    };
        } catch (IOException | RuntimeException e) {
            sink.skipped(
                    path,
                    "damaged " + kind + (e.getMessage() == null ? "" : ": " + e.getMessage()));
            return;
        }
        Unpacked unpacked = new Unpacked(unpacking, packed::count, kind, budget);
        // The tar inside a tar.gz is the same archive, not one more
        BufferedInputStream buffered = new BufferedInputStream(unpacked, BUFFER);
        stream(path, buffered, magic(buffered) == Magic.TAR ? depth : depth + 1);
        report(path, unpacked);
    }

    private void report(String path, Unpacked unpacked) {
        String failure = unpacked.failure();
        if (failure != null) {
            sink.skipped(path, failure);
        }
    }

    private void tar(String path, InputStream in, int depth)
            throws IOException, InterruptedException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
        Set<String> seen = new HashSet<>();
        try {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.isSymbolicLink() || entry.isLink()) {
                    link(path, entry.getName(), entry.getLinkName());
                } else if (!entry.isFile()
                        || entry.isFIFO()
                        || entry.isCharacterDevice()
                        || entry.isBlockDevice()) {
                    sink.skipped(
                            path + INSIDE + EntryNames.clean(entry.getName()),
                            "not a regular file");
                } else {
                    entry(path, entry, tar, null, seen, depth);
                }
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            sink.skipped(path, "damaged or truncated tar archive: " + e.getMessage());
        }
    }

    /// Links are not followed; one that stays inside leads to something that is read anyway.
    private void link(String path, String name, String target) {
        if (EntryNames.leadsOut(name, target)) {
            sink.skipped(
                    path + INSIDE + EntryNames.clean(name),
                    "link out of the archive, not followed");
        }
    }

    private void zip(String path, InputStream in, int depth)
            throws IOException, InterruptedException {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, true);
        Set<String> seen = new HashSet<>();
        try {
            ZipArchiveEntry entry = zip.getNextEntry();
            if (entry == null) {
                sink.skipped(path, "empty or truncated zip archive");
            }
            for (; entry != null; entry = zip.getNextEntry()) {
                if (isReadable(path, entry)) {
                    if (zip.canReadEntryData(entry)) {
                        entry(path, entry, zip, zip::getCompressedCount, seen, depth);
                    } else {
                        sink.skipped(
                                path + INSIDE + EntryNames.clean(entry.getName()),
                                "packed by a method that is not read");
                    }
                }
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            sink.skipped(path, "damaged or truncated zip archive: " + e.getMessage());
        }
    }

    private void zipFile(String path, Path file) throws IOException, InterruptedException {
        Set<String> seen = new HashSet<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(false).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                if (!isReadable(path, entry)) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    sink.skipped(
                            path + INSIDE + EntryNames.clean(entry.getName()),
                            "packed by a method that is not read");
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    entry(path, entry, in, entry::getCompressedSize, seen, 0);
                } catch (LimitException e) {
                    throw e;
                } catch (IOException | RuntimeException e) {
                    sink.skipped(
                            path + INSIDE + EntryNames.clean(entry.getName()),
                            "damaged entry: " + e.getMessage());
                }
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Without its directory, which stands at the end, a zip can still be read from the
            // front
            try (InputStream in = java.nio.file.Files.newInputStream(file)) {
                zip(path, new BufferedInputStream(in, BUFFER), 0);
            }
            sink.skipped(path, "truncated zip archive: its directory is missing");
        }
    }

    private boolean isReadable(String path, ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return false;
        }
        String shown = path + INSIDE + EntryNames.clean(entry.getName());
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            sink.skipped(shown, "encrypted zip entry");
            return false;
        }
        if (entry.isUnixSymlink()) {
            sink.skipped(shown, "link in an archive, not followed");
            return false;
        }
        return true;
    }

    private void entry(
            String path,
            ArchiveEntry entry,
            InputStream in,
            @Nullable LongSupplier packedBytes,
            Set<String> seen,
            int depth)
            throws IOException, InterruptedException {
        budget.entry();
        String shown = path + INSIDE + EntryNames.clean(entry.getName());
        String objection = EntryNames.objection(entry.getName());
        if (objection != null) {
            sink.skipped(shown, objection);
        } else if (!seen.add(EntryNames.clean(entry.getName()))) {
            sink.skipped(shown, "a second entry of the same name, not read");
        } else {
            Unpacked unpacked =
                    new Unpacked(
                            in,
                            packedBytes,
                            packedBytes == null ? "tar entry" : "zip entry",
                            budget);
            stream(shown, new BufferedInputStream(unpacked, BUFFER), depth + 1);
            report(shown, unpacked);
        }
    }
}
