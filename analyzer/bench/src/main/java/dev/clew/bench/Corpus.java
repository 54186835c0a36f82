package dev.clew.bench;

import dev.clew.testkit.HealthyLogs;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// Writes logs to measure with: healthy lines of many programs, and among them lines that match.
///
/// `Corpus file OUT BYTES MATCHING-PER-100000 PACK` writes one file, `Corpus folder OUT BYTES
/// MATCHING-PER-100000 PACK FILES` that many files of the same size. The same arguments make the
/// same bytes.
public final class Corpus {

    private static final long SEED = 20261122;
    private static final int BUFFER = 1 << 16;

    private Corpus() {}

    /// Writes what the arguments say.
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        long bytes = Long.parseLong(arguments[2]);
        int share = Integer.parseInt(arguments[3]);
        List<String> matching = MatchingLines.of(Path.of(arguments[4]));
        switch (arguments[0]) {
            case "file" -> write(out, bytes, new Sprinkler(matching, share), SEED);
            case "folder" -> {
                int files = Integer.parseInt(arguments[5]);
                Sprinkler sprinkler = new Sprinkler(matching, share);
                for (int i = 0; i < files; i++) {
                    Path folder = out.resolve("node-" + i / 100);
                    Files.createDirectories(folder);
                    write(
                            folder.resolve("container-" + i + ".log"),
                            bytes / files,
                            sprinkler,
                            SEED + i);
                }
            }
            default -> throw new IllegalArgumentException("file or folder: " + arguments[0]);
        }
    }

    private static void write(Path file, long bytes, Sprinkler sprinkler, long seed)
            throws IOException {
        try (OutputStream out =
                new Sprinkled(
                        new BufferedOutputStream(Files.newOutputStream(file), BUFFER), sprinkler)) {
            new HealthyLogs(seed).write(out, bytes);
        }
    }

    /// Says when a matching line is due, and which.
    private static final class Sprinkler {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<byte[]> lines;
        private final int share;

        Sprinkler(List<String> lines, int share) {
            this.lines =
                    lines.stream()
                            .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                            .toList();
            this.share = share;
        }

        void maybe(OutputStream out) throws IOException {
            if (random.nextInt(100_000) < share) {
                out.write(lines.get(random.nextInt(lines.size())));
            }
        }
    }

    /// Puts matching lines between those that are written, each of which comes in one piece.
    private static final class Sprinkled extends FilterOutputStream {
        private final Sprinkler sprinkler;

        Sprinkled(OutputStream out, Sprinkler sprinkler) {
            super(out);
            this.sprinkler = sprinkler;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            sprinkler.maybe(out);
        }
    }
}
