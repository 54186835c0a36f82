package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks into packed streams and hands on what is inside, however often it is packed. Nothing is
/// written to disk.
public final class Archives {

    /// Between the name of an archive and the name inside it.
    public static final String INSIDE = "!/";

    static final int BUFFER = 64 << 10;

    /// Tar archives up to this size are looked through before they are read.
    private static final int LOOKED_THROUGH = 8 << 20;

    private final Budget budget;
    private final Sink sink;
    private final ZipEntries zips = new ZipEntries(this);

    /// Takes what is inside.
    public interface Sink {
        /// A stream that is not packed. It is valid only during the call.
        void plain(String path, InputStream in) throws IOException, InterruptedException;

        /// When the entry that comes next was last written to, where its archive says so.
        default void written(Instant time) {
            // for those who look at times
        }

        /// Something that is not read, or not to its end.
        void skipped(String path, String reason);

        /// A bound was reached, beside what [#skipped] says of the files it concerns.
        default void reached(Bound bound) {
            // for those who count them
        }
    }

    public Archives(Budget budget, Sink sink) {
        this.budget = budget;
        this.sink = sink;
    }

    /// Reads a file; a zip by its directory, everything else from front to back.
    public void file(String path, Path file, InputStream in)
            throws IOException, InterruptedException {
        long size = Files.size(file);
        Counting counting = new Counting(in);
        // Files of the kernel say that they are empty
        budget.begin(() -> Math.max(size, counting.count()));
        BufferedInputStream buffered = new BufferedInputStream(counting, BUFFER);
        try {
            switch (magic(buffered)) {
                case ZIP -> zips.file(path, file);
                case TAR -> tar(path, buffered, TarNames.outdated(file, budget), null, 0);
                default -> stream(path, buffered, null, 0);
            }
        } catch (LimitException e) {
            reached(path, e);
        }
    }

    /// Reads a stream from front to back.
    public void stream(String path, InputStream in) throws IOException, InterruptedException {
        Counting counting = new Counting(in);
        budget.begin(counting::count);
        try {
            stream(path, new BufferedInputStream(counting, BUFFER), null, 0);
        } catch (LimitException e) {
            reached(path, e);
        }
    }

    private void reached(String path, LimitException e) {
        sink.reached(e.bound());
        sink.skipped(path, String.valueOf(e.getMessage()));
    }

    /// Says when the entry that comes next was last written to.
    void written(Instant time) {
        sink.written(time);
    }

    void skipped(String path, String reason) {
        sink.skipped(path, reason);
    }

    private static Magic magic(BufferedInputStream in) throws IOException {
        in.mark(Magic.LENGTH);
        byte[] head = in.readNBytes(Magic.LENGTH);
        in.reset();
        return Magic.of(head, head.length);
    }

    /// Reads a stream that may be packed.
    ///
    /// @param around what it is unpacked from, null for a file
    private void stream(String path, BufferedInputStream in, @Nullable Unpacked around, int depth)
            throws IOException, InterruptedException {
        Magic magic = magic(in);
        if (magic == Magic.NONE) {
            sink.plain(path, in);
            return;
        }
        long deepest = budget.limits().of(Bound.ARCHIVE_DEPTH);
        if (depth >= deepest) {
            sink.reached(Bound.ARCHIVE_DEPTH);
            sink.skipped(path, "archives nested more than " + deepest + " deep, not read");
            return;
        }
        switch (magic) {
            case TAR -> {
                in.mark(LOOKED_THROUGH);
                Set<Integer> outdated = TarNames.outdated(in, LOOKED_THROUGH, budget);
                in.reset();
                tar(path, in, outdated, around, depth);
            }
            case ZIP -> zips.stream(path, in, around, depth);
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
        String kind = magic.name().toLowerCase(Locale.ROOT) + " stream";
        InputStream unpacking;
        try {
            unpacking = Decoders.open(magic, packed);
        } catch (IOException | RuntimeException e) {
            sink.skipped(
                    path,
                    "damaged " + kind + (e.getMessage() == null ? "" : ": " + e.getMessage()));
            return;
        }
        try (unpacking) {
            Unpacked unpacked = new Unpacked(unpacking, packed::count, kind, budget);
            BufferedInputStream buffered = new BufferedInputStream(unpacked, BUFFER);
            // The tar inside a tar.gz is the same archive, not one more
            boolean tar = magic(buffered) == Magic.TAR;
            if (unpacked.failure() == null || !isEmpty(buffered)) {
                stream(path, buffered, unpacked, tar ? depth : depth + 1);
            }
            report(path, unpacked);
        }
    }

    private static boolean isEmpty(BufferedInputStream in) throws IOException {
        in.mark(1);
        boolean empty = in.read() < 0;
        in.reset();
        return empty;
    }

    private void report(String path, Unpacked unpacked) {
        String failure = unpacked.failure();
        if (failure != null) {
            Bound bound = unpacked.bound();
            if (bound != null) {
                sink.reached(bound);
            }
            sink.skipped(path, failure);
        }
    }

    /// Reads a tar archive.
    ///
    /// @param outdated numbers of the entries that are followed by another of the same name
    private void tar(
            String path,
            InputStream in,
            Set<Integer> outdated,
            @Nullable Unpacked around,
            int depth)
            throws IOException, InterruptedException {
        TarReader tar = new TarReader(in);
        EntrySet seen = new EntrySet();
        try {
            int number = 0;
            for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
                int current = number++;
                String shown = path + INSIDE + EntryNames.clean(entry.name());
                if (entry.isFolder()) {
                    continue;
                }
                if (entry.isLink()) {
                    link(path, entry.name(), entry.link());
                } else if (entry.isSpecial()) {
                    sink.skipped(shown, SkipReasons.NOT_REGULAR);
                } else if (outdated.contains(current)) {
                    sink.skipped(shown, SkipReasons.REPLACED);
                } else {
                    if (entry.written() > 0) {
                        written(Instant.ofEpochSecond(entry.written()));
                    }
                    entry(
                            path,
                            entry.name(),
                            new Unpacked(tar.data(), null, "tar entry", budget),
                            seen,
                            depth);
                }
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (around == null || around.failure() == null) {
                sink.skipped(
                        path,
                        "damaged or truncated tar archive, read up to there: " + e.getMessage());
            }
        }
        if (tar.damaged() > 0) {
            sink.skipped(path, "damaged tar archive: " + tar.damaged() + " headers are unreadable");
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

    /// Reads an entry of an archive.
    void entry(String path, String name, Unpacked unpacked, EntrySet seen, int depth)
            throws IOException, InterruptedException {
        budget.entry();
        String shown = path + INSIDE + EntryNames.clean(name);
        String objection = EntryNames.objection(name);
        if (objection != null) {
            sink.skipped(shown, objection);
            return;
        }
        if (!seen.add(name)) {
            sink.skipped(shown, SkipReasons.SAME_NAME);
        }
        try {
            stream(shown, new BufferedInputStream(unpacked, BUFFER), unpacked, depth + 1);
        } catch (LimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            sink.skipped(shown, "not read to its end: " + e.getMessage());
        }
        report(shown, unpacked);
    }

    Budget budget() {
        return budget;
    }
}
