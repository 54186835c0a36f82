package dev.clew.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/// Finds the bundles that paths name: a file is one; of a folder, each archive below it, or each
/// folder directly in it; and all that a glob matches.
final class BundleListing {

    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(?:zip|tar|tgz|tbz2?|txz|tzst|tar\\.(?:gz|bz2|xz|zst))");
    private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");
    private static final int DEEPEST = 32;

    private final boolean folders;
    private final Configuration hadoop;
    private final Map<String, BundleRef> found = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /// @param folders whether each folder directly in a named one is a bundle
    BundleListing(boolean folders, Configuration hadoop) {
        this.folders = folders;
        this.hadoop = hadoop;
    }

    /// Looks for bundles.
    ///
    /// @param absolute whether paths are made absolute: other processes have other working folders
    BundleListing add(List<String> paths, boolean absolute) {
        for (String path : paths) {
            try {
                if (Locations.isRemote(path)) {
                    remote(path);
                } else {
                    local(
                            path.startsWith("file:") ? Path.of(java.net.URI.create(path)) : null,
                            path,
                            absolute);
                }
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                problems.add(path + ": can't be read: " + e.getMessage());
            }
        }
        return this;
    }

    /// Those that were found, each once.
    List<BundleRef> bundles() {
        return List.copyOf(found.values());
    }

    /// What could not be read, and why.
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void local(@Nullable Path ofUri, String text, boolean absolute) throws IOException {
        Path path;
        try {
            path = ofUri == null ? Path.of(text) : ofUri;
        } catch (InvalidPathException e) {
            problems.add(text + ": not a path: " + e.getReason());
            return;
        }
        Path named = absolute ? path.toAbsolutePath().normalize() : path;
        if (Files.exists(named)) {
            named(named);
        } else if (GLOB.matcher(text).matches()) {
            for (Path match : matches(named)) {
                named(match);
            }
        } else {
            problems.add(text + ": no such file or folder");
        }
    }

    private static List<Path> matches(Path glob) throws IOException {
        Path base = glob;
        while (base != null && GLOB.matcher(base.toString()).matches()) {
            base = base.getParent();
        }
        Path start = base == null ? Path.of("") : base;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> below = Files.walk(start, DEEPEST)) {
            return below.filter(matcher::matches).sorted().toList();
        }
    }

    private void named(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            file(path, "");
            return;
        }
        if (folders) {
            try (Stream<Path> inside = Files.list(path)) {
                for (Path each : inside.filter(Files::isDirectory).sorted().toList()) {
                    whole(each);
                }
            }
            return;
        }
        try (Stream<Path> below = Files.walk(path, DEEPEST)) {
            List<Path> archives =
                    below.filter(each ->
                                    ARCHIVE.matcher(each.toString()).matches()
                                            && Files.isRegularFile(each))
                            .sorted()
                            .toList();
            for (Path each : archives) {
                Path inside = path.relativize(each);
                file(each, inside.getNameCount() > 1 ? inside.getName(0).toString() : "");
            }
        }
    }

    private void file(Path file, String folder) throws IOException {
        put(
                new BundleRef(
                        file.toString(),
                        folder,
                        Files.size(file),
                        Files.getLastModifiedTime(file).toMillis(),
                        false,
                        null));
    }

    private void whole(Path folder) throws IOException {
        long bytes = 0;
        long modified = 0;
        try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                modified = Math.max(modified, Files.getLastModifiedTime(file).toMillis());
            }
        }
        put(new BundleRef(folder.toString(), "", bytes, modified, true, null));
    }

    private void put(BundleRef bundle) {
        found.putIfAbsent(bundle.path(), bundle);
    }

    private void remote(String text) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(text);
        FileSystem files = path.getFileSystem(hadoop);
        FileStatus[] matches = files.globStatus(path);
        if (matches == null || matches.length == 0) {
            problems.add(text + ": no such file or folder");
            return;
        }
        for (FileStatus match : matches) {
            if (match.isFile()) {
                remote(match, "");
                continue;
            }
            RemoteIterator<LocatedFileStatus> below = files.listFiles(match.getPath(), true);
            String root = match.getPath().toString();
            while (below.hasNext()) {
                LocatedFileStatus file = below.next();
                String uri = file.getPath().toString();
                if (ARCHIVE.matcher(uri).matches()) {
                    String inside = uri.substring(Math.min(uri.length(), root.length() + 1));
                    int slash = inside.indexOf('/');
                    remote(file, slash < 0 ? "" : inside.substring(0, slash));
                }
            }
        }
    }

    private void remote(FileStatus file, String folder) {
        put(
                new BundleRef(
                        file.getPath().toString(),
                        folder,
                        file.getLen(),
                        file.getModificationTime(),
                        false,
                        null));
    }
}
