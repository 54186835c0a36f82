package dev.clew.bundle.archive;

import static dev.clew.bundle.archive.Archives.INSIDE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Goes through zip archives.
final class ZipEntries {

    private static final String UNKNOWN_METHOD = "packed by a method that is not read";

    private final Archives archives;

    ZipEntries(Archives archives) {
        this.archives = archives;
    }

    /// Reads a zip from front to back.
    void stream(String path, InputStream in, @Nullable Unpacked around, int depth)
            throws IOException, InterruptedException {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, true);
        EntrySet seen = new EntrySet();
        try {
            ZipArchiveEntry entry = zip.getNextEntry();
            if (entry == null) {
                archives.skipped(path, "empty or truncated zip archive");
            }
            for (; entry != null; entry = zip.getNextEntry()) {
                if (!isReadable(path, entry)) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    archives.skipped(shown(path, entry), UNKNOWN_METHOD);
                    continue;
                }
                Unpacked unpacked =
                        new Unpacked(zip, zip::getCompressedCount, "zip entry", archives.budget());
                written(entry);
                archives.entry(path, entry.getName(), unpacked, seen, depth);
                // Or else the library goes over the rest, however long
                unpacked.drain();
                if (unpacked.bound() != null) {
                    archives.budget().entry();
                    return; // a bomb of its own, whose rest would have to be unpacked
                }
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (around == null || around.failure() == null) {
                archives.skipped(
                        path,
                        "damaged or truncated zip archive, read up to there: " + e.getMessage());
            }
        }
    }

    /// Reads a zip by its directory.
    void file(String path, Path file) throws IOException, InterruptedException {
        try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(false).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            EntrySet.Outdated names = new EntrySet.Outdated();
            for (int i = 0; i < entries.size(); i++) {
                names.add(entries.get(i).getName(), i);
            }
            entries(path, zip, entries, names.numbers(), Files.size(file));
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Without its directory, which stands at the end, a zip can still be read from the
            // front
            try (InputStream in = Files.newInputStream(file)) {
                stream(path, new BufferedInputStream(in, Archives.BUFFER), null, 0);
            }
            archives.skipped(path, "truncated zip archive: its directory is missing");
        }
    }

    private void entries(
            String path,
            ZipFile zip,
            List<ZipArchiveEntry> entries,
            Set<Integer> outdated,
            long size)
            throws IOException, InterruptedException {
        EntrySet seen = new EntrySet();
        List<String> overlapping = new ArrayList<>();
        long end = 0;
        for (int i = 0; i < entries.size(); i++) {
            ZipArchiveEntry entry = entries.get(i);
            if (entry.getLocalHeaderOffset() < end) {
                overlapping.add(shown(path, entry));
                continue;
            }
            long ownEnd = entry.getDataOffset() + entry.getCompressedSize();
            end = ownEnd > size ? end : Math.max(end, ownEnd);
            if (!isReadable(path, entry)) {
                continue;
            }
            if (outdated.contains(i)) {
                archives.skipped(
                        shown(path, entry), "replaced by a later entry of the same name, not read");
            } else if (!zip.canReadEntryData(entry)) {
                archives.skipped(shown(path, entry), UNKNOWN_METHOD);
            } else {
                entry(path, zip, entry, seen);
            }
        }
        if (!overlapping.isEmpty()) {
            archives.skipped(
                    path,
                    "damaged zip archive: "
                            + overlapping.size()
                            + " entries overlap others and are not read, "
                            + overlapping.getFirst()
                            + " the first of them");
        }
    }

    private void entry(String path, ZipFile zip, ZipArchiveEntry entry, EntrySet seen)
            throws IOException, InterruptedException {
        try (InputStream in = zip.getInputStream(entry)) {
            Unpacked unpacked =
                    new Unpacked(in, entry::getCompressedSize, "zip entry", archives.budget());
            written(entry);
            archives.entry(path, entry.getName(), unpacked, seen, 0);
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            archives.skipped(shown(path, entry), "damaged entry: " + e.getMessage());
        }
    }

    private void written(ZipArchiveEntry entry) {
        FileTime time = entry.getLastModifiedTime();
        if (time != null) {
            archives.written(time.toInstant());
        }
    }

    private static String shown(String path, ZipArchiveEntry entry) {
        return path + INSIDE + EntryNames.clean(entry.getName());
    }

    private boolean isReadable(String path, ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return false;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            archives.skipped(shown(path, entry), "encrypted zip entry");
            return false;
        }
        if (entry.isUnixSymlink()) {
            archives.skipped(shown(path, entry), SkipReasons.LINK);
            return false;
        }
        return true;
    }
}
