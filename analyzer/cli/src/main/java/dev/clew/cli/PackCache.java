package dev.clew.cli;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import dev.clew.match.RuleSource;
import dev.clew.match.index.PackIndex;
import dev.clew.model.Problem;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.cre.CreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Packs that a user adds, compiled when first used and kept for as long as their files stay as
/// they are.
final class PackCache {

    private static final int DEEPEST = 6;

    /// Tells, in the folder of a compiled pack, how many rules can't be used.
    private static final String LEFT_OUT = "left-out";

    private PackCache() {}

    static RuleSource open(Path folder) throws IOException {
        check(folder);
        Path cached = compiled(folder);
        if (!Files.isDirectory(cached)) {
            compile(folder, cached);
        }
        return PackIndex.open(cached);
    }

    /// Refuses what is no pack: a typing mistake in its name must not pass for a pack without hits.
    ///
    /// @throws UserError if the folder is not there, or holds neither a signature nor an article
    static void check(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(Exit.USAGE, "--patterns: " + folder + " is no folder");
        }
        try (Stream<Path> files = Files.find(folder, DEEPEST, PackCache::mayBelong, FOLLOW_LINKS)) {
            if (files.findAny().isEmpty()) {
                throw new UserError(
                        Exit.USAGE,
                        "--patterns: " + folder + " holds no signatures and no articles");
            }
        } catch (UncheckedIOException e) {
            throw new UserError(
                    Exit.USAGE, "--patterns: " + folder + " can't be read: " + e.getMessage());
        }
    }

    private static boolean mayBelong(Path file, BasicFileAttributes is) {
        String name = file.toString();
        return is.isRegularFile() && (name.endsWith(".yaml") || name.endsWith(".md"));
    }

    /// How many rules of the pack can't be used, as it was told when it was compiled.
    static int leftOut(Path folder) {
        try {
            Path told = compiled(folder).resolve(LEFT_OUT);
            return Files.isRegularFile(told) ? Integer.parseInt(Files.readString(told).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0; // the rules are used all the same, and lint tells
        }
    }

    /// Of a large rule base that others wrote, the rules that can be used are used.
    static boolean isForeign(Problem problem) {
        try {
            return CreFile.holdsRules(Files.readString(Path.of(problem.path())));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isForeign(Rule rule) {
        return rule instanceof Rule.Signature signature && signature.isForeign();
    }

    private static Path compiled(Path folder) throws IOException {
        return cache().resolve("pack-" + PackIndex.FORMAT + "-" + hash(folder));
    }

    private static void compile(Path folder, Path cached) throws IOException {
        Problems problems = new Problems();
        List<Rule> rules =
                PackFolder.read(folder, Home.groups(), problems).stream()
                        .map(PackFolder.Entry::rule)
                        .toList();
        List<Problem> leftOut = problems.list().stream().filter(Problem::fatal).toList();
        boolean foreign = !rules.isEmpty() && leftOut.stream().allMatch(PackCache::isForeign);
        if (problems.anyFatal() && !foreign) {
            String list =
                    String.join("\n", problems.list().stream().map(Problem::toString).toList());
            throw new UserError(
                    Exit.USAGE,
                    list
                            + "\nThe pack "
                            + folder
                            + " has "
                            + problems.count()
                            + " problems and was not used.");
        }
        Files.createDirectories(cached.getParent());
        Path half = Files.createTempDirectory(cached.getParent(), "half-");
        PackIndex.write(rules, half);
        if (!leftOut.isEmpty()) {
            long used = rules.stream().filter(PackCache::isForeign).count();
            long unused = Math.max(1, PackFolder.foreignWritten(folder) - used);
            Files.writeString(half.resolve(LEFT_OUT), Long.toString(unused));
        }
        try {
            Files.move(half, cached, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(cached)) {
                throw e;
            }
            // another run was faster; its result is the same
        }
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base =
                configured == null || configured.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return base.resolve("clew");
    }

    /// What tells a state of the folder from others: names, sizes and times of its files. To read
    /// them all would take longer than most runs.
    private static String hash(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, String> files = new TreeMap<>();
            Files.walkFileTree(
                    folder,
                    Set.of(FOLLOW_LINKS), // mounted packs consist of links
                    DEEPEST,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                            if (is.isRegularFile() && file.toString().endsWith(".yaml")) {
                                files.put(file.toString(), is.size() + " " + is.lastModifiedTime());
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE; // reading the pack will tell
                        }
                    });
            digest.update(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> file : files.entrySet()) {
                String line = "\0" + file.getKey() + "\0" + file.getValue();
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
