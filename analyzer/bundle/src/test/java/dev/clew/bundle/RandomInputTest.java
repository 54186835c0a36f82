package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.clew.bundle.layout.Layout;
import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogReader;
import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.object.JsonTrees;
import dev.clew.bundle.object.YamlTrees;
import dev.clew.model.Bound;
import dev.clew.model.Limits;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.testkit.Packer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Each reader gets damaged input, round after round. `-Dclew.fuzz.rounds=…` sets how many rounds
/// each test has, `-Dclew.fuzz.seed=…` the seed of its first round: to repeat a failure, give the
/// seed from its message and one round.
class RandomInputTest {

    private static final int ROUNDS = Integer.getInteger("clew.fuzz.rounds", 80);
    private static final long FIRST_SEED = Long.getLong("clew.fuzz.seed", 1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    /// Characters in records for each byte of input: text, message, raw text and fields hold a line
    /// several times, and a value stands in its object and in its condition.
    private static final int MOST_COPIES = 40;

    /// What one round does with its random numbers.
    private interface Round {
        void run(Random random) throws IOException, InterruptedException;
    }

    private static void rounds(Round round) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            long current = seed;
            try {
                assertTimeoutPreemptively(LONGEST_ROUND, () -> round.run(new Random(current)));
            } catch (Throwable e) {
                throw new AssertionError("with -Dclew.fuzz.seed=" + seed + ": " + e, e);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void lines() {
        List<String> valid = Samples.LOG.lines().filter(line -> !line.isBlank()).toList();
        rounds(random -> {
            String first = valid.get(random.nextInt(valid.size()));
            String second = valid.get(random.nextInt(valid.size()));
            byte[] damaged = new Mutations(random).damage(bytes(first), bytes(second));
            String line = new String(damaged, StandardCharsets.UTF_8);
            LogRecords records = new LogRecords(Texts.source("x"));
            List<LogRecord> read = List.of(records.record(new Origin("x", 1), line));
            assertThat(read.getFirst().raw()).isEqualTo(line);
            assertBounded(read, line.length());
            LogLine parsed = records.parse(line);
            assertThat(parsed.isFramed() || !LogRecords.isFramedWhole(parsed)).isTrue();
        });
    }

    @Test
    void logs() {
        rounds(random -> {
            byte[] log = new Mutations(random).damage(bytes(Samples.LOG), bytes(Samples.PAGE));
            List<LogRecord> records = new ArrayList<>();
            LogReader.Stretch stretch =
                    new LogReader(Texts.source("x.log"))
                            .read(log, log.length, 1, LineFilter.EVERY_LINE, records::add);
            assertThat(stretch.lines()).isEqualTo(lineCount(log));
            long next = 1;
            for (LogRecord record : records) {
                assertThat(record.origin().line()).as("the line after the last").isEqualTo(next);
                next += 1 + record.raw().chars().filter(c -> c == '\n').count();
            }
            assertThat(next).as("all lines are in a record").isEqualTo(stretch.lines() + 1);
            assertBounded(records, log.length);
        });
    }

    @Test
    void pages() throws IOException {
        List<byte[]> valid = new ArrayList<>(Samples.files());
        valid.add(bytes(Samples.PAGE));
        valid.add(bytes(Samples.PAGE));
        rounds(random -> document(random, valid.get(random.nextInt(valid.size())), "page.txt"));
    }

    @Test
    void json() {
        rounds(random -> document(random, bytes(Samples.JSON), "objects.json"));
    }

    @Test
    void yaml() {
        rounds(random -> document(random, bytes(Samples.YAML), "objects.yaml"));
    }

    private static void document(Random random, byte[] valid, String name) {
        List<String> others = List.of(Samples.JSON, Samples.YAML, Samples.LOG, Samples.PAGE);
        byte[] other = bytes(others.get(random.nextInt(others.size())));
        byte[] document = new Mutations(random).damage(valid, other);
        List<LogRecord> records = new ArrayList<>();
        long lines = Texts.read(Texts.source(name), document, LineFilter.EVERY_LINE, records::add);
        assertThat(lines).isIn(0L, lineCount(document));
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.origin().line()).isBetween(1L, Math.max(1, lines)));
        assertBounded(records, document.length);
    }

    @Test
    void trees() {
        rounds(random -> {
            boolean json = random.nextBoolean();
            byte[] damaged =
                    new Mutations(random)
                            .damage(bytes(json ? Samples.JSON : Samples.YAML), bytes(Samples.JSON));
            String text = new String(damaged, StandardCharsets.UTF_8);
            try {
                assertThat(json ? JsonTrees.read(text) : YamlTrees.read(text)).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        });
    }

    @Test
    void archives() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bundle/a.log", bytes(Samples.LOG));
        files.put("bundle/b.json", bytes(Samples.JSON));
        files.put("bundle/c.zip", Packer.zip(Map.of("d.yaml", bytes(Samples.YAML))));
        files.put("bundle/e.txt.gz", Packer.gzip(bytes(Samples.PAGE)));
        byte[] tar = Packer.tar(files);
        List<UnaryOperator<byte[]>> packers =
                List.of(
                        bytes -> bytes,
                        Packer::gzip,
                        Packer::xz,
                        Packer::bzip2,
                        Packer::zstd,
                        bytes -> Packer.zip(files));
        Limits limits =
                Limits.DEFAULT
                        .with(Bound.ARCHIVE_ENTRIES, 100)
                        .with(Bound.UNPACKED_BYTES, 4 << 20)
                        .with(Bound.EXPANSION_RATIO, 100)
                        .with(Bound.EXPANSION_RATIO_FROM, 1 << 20);
        rounds(random -> {
            Mutations mutations = new Mutations(random);
            UnaryOperator<byte[]> packer = packers.get(random.nextInt(packers.size()));
            byte[] inner = random.nextBoolean() ? tar : mutations.spoil(tar);
            byte[] packed = mutations.spoil(packer.apply(inner));
            Told told = new Told();
            new Inputs(new ByteArrayInputStream(packed), limits, told).read(List.of("-"));
            assertThat(told.records.size() + told.skipped.size())
                    .as("records and skips")
                    .isPositive();
            assertThat(told.bytes)
                    .isLessThanOrEqualTo(limits.of(Bound.UNPACKED_BYTES) + packed.length);
        });
    }

    private static long lineCount(byte[] text) {
        long ends = 0;
        for (byte b : text) {
            ends += b == '\n' ? 1 : 0;
        }
        return ends + (text.length > 0 && text[text.length - 1] != '\n' ? 1 : 0);
    }

    private static void assertBounded(List<LogRecord> records, long inputLength) {
        long length = 0;
        for (LogRecord record : records) {
            length += record.raw().length() + record.text().length() + record.message().length();
            for (String value : record.fields().values()) {
                length += value.length();
            }
        }
        assertThat(length)
                .as("characters in records")
                .isLessThanOrEqualTo(MOST_COPIES * inputLength + 4_000);
    }

    /// Reads all chunks, and counts what comes.
    private static final class Told implements ChunkSink {
        final List<LogRecord> records = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();
        long bytes;

        @Override
        public void source(Source source) {
            // each record names its own
        }

        @Override
        public void chunk(Chunk chunk) {
            bytes += chunk.bytes();
            chunk.read(LineFilter.EVERY_LINE, records::add);
        }

        @Override
        public void layout(Layout layout) {
            // any will do
        }

        @Override
        public void notCollected(String path, String what) {
            skipped.add(path + ": " + what);
        }

        @Override
        public void skipped(String path, String reason) {
            skipped.add(path + ": " + reason);
        }
    }
}
