package dev.clew.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/// The folder of a fleet: its tables, and the records that say which batches are in them. A batch
/// counts from the moment when its record appears, which happens in one step.
final class Store implements AutoCloseable {

    static final String COMMITS = "_commits";
    static final String WORK = "_work";
    private static final String LOCK = "_lock";

    private final String place;
    private final Path root;
    private final FileSystem files;
    private @Nullable FileChannel lock;

    private Store(String place, Path root, FileSystem files) {
        this.place = place;
        this.root = root;
        this.files = files;
    }

    /// Opens a folder that was filled.
    ///
    /// @throws FleetError if there is none
    static Store open(String place, Configuration hadoop) {
        try {
            Store store = at(place, hadoop);
            if (!store.files.exists(store.path(COMMITS))) {
                throw new FleetError(
                        FleetError.NO_INPUT,
                        place + " holds no tables; 'clew fleet PATH --out " + place + "' fills it");
            }
            return store;
        } catch (IOException e) {
            throw new FleetError(FleetError.NO_INPUT, place + " can't be read: " + e.getMessage());
        }
    }

    /// Opens or makes a folder to write to, and clears away what a run left that was ended midway.
    ///
    /// @throws FleetError if it can't be written to, or another run is writing to it
    static Store openToWrite(String place, Configuration hadoop) {
        try {
            Store store = at(place, hadoop);
            store.files.mkdirs(store.path(COMMITS));
            for (Table table : Table.values()) {
                store.files.mkdirs(store.path(table.word()));
            }
            store.lock();
            store.clear();
            return store;
        } catch (IOException e) {
            throw new FleetError(
                    FleetError.OUTPUT, place + " can't be written to: " + e.getMessage());
        }
    }

    private static Store at(String place, Configuration hadoop) throws IOException {
        Path root = Locations.hadoop(place);
        return new Store(place, root, root.getFileSystem(hadoop));
    }

    /// Where it is, as the user said.
    String place() {
        return place;
    }

    boolean remote() {
        return Locations.isRemote(place);
    }

    /// The folder on this machine.
    java.nio.file.Path local() {
        return java.nio.file.Path.of(place);
    }

    Path path(String name) {
        return new Path(root, name);
    }

    /// The folder of a table.
    Path path(Table table) {
        return path(table.word());
    }

    FileSystem files() {
        return files;
    }

    /// Two runs would both add the same bundles. The system takes the lock back when a run dies.
    private void lock() throws IOException {
        if (remote()) {
            return;
        }
        FileChannel channel =
                FileChannel.open(
                        local().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                lock = channel;
                return;
            }
        } catch (OverlappingFileLockException e) {
            // as if another process had it
        }
        channel.close();
        throw new FleetError(FleetError.OUTPUT, "another run is writing to " + place);
    }

    /// The batches that count, in their order.
    List<Commit> commits() throws IOException {
        List<Commit> commits = new ArrayList<>();
        for (FileStatus file : files.listStatus(path(COMMITS))) {
            if (file.getPath().getName().endsWith(".json")) {
                try (InputStream in = files.open(file.getPath())) {
                    commits.add(Commit.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        commits.sort(Comparator.comparing(Commit::batch));
        return commits;
    }

    /// The name of the batch that comes next.
    static String next(List<Commit> commits) {
        int last = commits.isEmpty() ? 0 : Integer.parseInt(commits.getLast().batch());
        return String.format(Locale.ROOT, "%08d", last + 1);
    }

    /// Makes a batch count.
    void commit(Commit commit) throws IOException {
        write(
                COMMITS + "/" + commit.batch() + ".json",
                commit.json().getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file that appears whole or not at all.
    void write(String name, byte[] content) throws IOException {
        Path target = path(name);
        Path unfinished = new Path(target.getParent(), "_" + target.getName() + ".part");
        try (OutputStream out = files.create(unfinished, true)) {
            out.write(content);
        }
        files.delete(target, false);
        if (!files.rename(unfinished, target)) {
            throw new IOException(target + " could not be written");
        }
    }

    private void clear() throws IOException {
        Set<String> counting = commits().stream().map(Commit::batch).collect(Collectors.toSet());
        files.delete(path(WORK), true);
        for (Table table : Table.values()) {
            files.delete(new Path(path(table), "_temporary"), true);
            for (FileStatus date : files.listStatus(path(table))) {
                for (FileStatus batch :
                        date.isDirectory() ? files.listStatus(date.getPath()) : new FileStatus[0]) {
                    String name = batch.getPath().getName().replaceFirst("^batch=", "");
                    if (!counting.contains(name)) {
                        files.delete(batch.getPath(), true);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!remote() && lock != null) {
            files.delete(path(WORK), true);
        }
        if (lock != null) {
            lock.close();
        }
    }
}
