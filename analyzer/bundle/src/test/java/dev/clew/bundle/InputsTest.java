package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Bound;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.testkit.Packer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Inputs as people have them, and as those who mean harm make them.
@Timeout(120)
class InputsTest {

    private static final String LINE = "level=error msg=\"Unable to start\" subsys=daemon\n";

    private static final Limits TIGHT =
            Limits.DEFAULT
                    .with(Bound.ARCHIVE_ENTRIES, 1000)
                    .with(Bound.EXPANSION_RATIO_FROM, 1 << 20);

    @TempDir Path folder = Path.of("");

    private Told read(byte[] bytes, String name, Limits limits)
            throws IOException, InterruptedException {
        return Told.ofFile(folder, name, bytes, limits);
    }

    private Told read(byte[] bytes, String name) throws IOException, InterruptedException {
        return read(bytes, name, Limits.DEFAULT);
    }

    private List<String> relative(Told told) {
        return told.origins().stream().map(origin -> origin.replace(folder + "/", "")).toList();
    }

    @Test
    void everyCompressionInsideEveryArchive() throws Exception {
        byte[] log = LINE.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("a.log", log);
        inner.put("b.log.gz", Packer.gzip(log));
        inner.put("c.log.xz", Packer.xz(log));
        inner.put("d.log.bz2", Packer.bzip2(log));
        inner.put("e.log.zst", Packer.zstd(log));
        inner.put("f.zip", Packer.zip(Map.of("g.log", log)));
        inner.put("h.tar.gz", Packer.gzip(Packer.tar(Map.of("i.log", log))));
        List<String> expected =
                List.of(
                        "a.log",
                        "b.log.gz",
                        "c.log.xz",
                        "d.log.bz2",
                        "e.log.zst",
                        "f.zip!/g.log",
                        "h.tar.gz!/i.log");
        Map<String, byte[]> outer =
                Map.of(
                        "x.tar",
                        Packer.tar(inner),
                        "x.tar.gz",
                        Packer.gzip(Packer.tar(inner)),
                        "x.tar.xz",
                        Packer.xz(Packer.tar(inner)),
                        "x.zip",
                        Packer.zip(inner),
                        "x.tar.zst",
                        Packer.zstd(Packer.tar(inner)));
        for (Map.Entry<String, byte[]> archive : outer.entrySet()) {
            Told told = read(archive.getValue(), archive.getKey());
            assertThat(relative(told))
                    .as(archive.getKey())
                    .isEqualTo(
                            expected.stream()
                                    .map(name -> archive.getKey() + "!/" + name + ":1")
                                    .toList());
            assertThat(told.skipped).isEmpty();
        }
    }

    @Test
    void standardInputMayBeAnArchive() throws Exception {
        Told told = new Told();
        byte[] zip = Packer.zip(Packer.files("a.log", LINE));
        new Inputs(new ByteArrayInputStream(zip), Limits.DEFAULT, told).read(List.of("-"));
        assertThat(told.origins()).containsExactly("-!/a.log:1");
    }

    @Test
    void aTruncatedArchiveIsReadUpToTheCut() throws Exception {
        byte[] whole =
                Packer.gzip(
                        Packer.tar(
                                Packer.files(
                                        "a.log",
                                        LINE,
                                        "b.log",
                                        LINE.repeat(20_000),
                                        "c.log",
                                        LINE)));
        Told told = read(Arrays.copyOf(whole, whole.length * 2 / 3), "x.tar.gz");
        assertThat(told.records.size()).isGreaterThan(1000);
        assertThat(told.skipped)
                .anyMatch(text ->
                        text.matches(
                                "x\\.tar\\.gz: truncated gzip stream at byte \\d+, read up to there"));
        byte[] zip = Packer.zip(Packer.files("a.log", LINE, "b.log", LINE.repeat(2000)));
        Told zipped = read(Arrays.copyOf(zip, zip.length / 2), "x.zip");
        assertThat(relative(zipped)).startsWith("x.zip!/a.log:1");
        assertThat(zipped.skipped).isNotEmpty();
    }

    @Test
    void bombsAreDefused() throws Exception {
        byte[] much = LINE.repeat(400_000).getBytes(StandardCharsets.UTF_8);
        Told gzip = read(Packer.gzip(much), "bomb.gz", TIGHT.with(Bound.EXPANSION_RATIO, 100));
        assertThat(gzip.skipped).anyMatch(text -> text.contains("more than 100 times its size"));
        Told zip =
                read(
                        Packer.zip(
                                Map.of(
                                        "z",
                                        LINE.repeat(2_000_000).getBytes(StandardCharsets.UTF_8))),
                        "bomb.zip",
                        TIGHT.with(Bound.EXPANSION_RATIO, 100));
        assertThat(zip.skipped).anyMatch(text -> text.contains("more than 100 times its size"));
        Told total =
                read(
                        Packer.gzip(LINE.repeat(100_000).getBytes(StandardCharsets.UTF_8)),
                        "much.gz",
                        TIGHT.with(Bound.UNPACKED_BYTES, 1 << 20)
                                .with(Bound.EXPANSION_RATIO, 100_000));
        assertThat(total.skipped)
                .anyMatch(text -> text.contains("bytes unpacked: the rest is not read"));
        assertThat(total.records).isNotEmpty();
    }

    @Test
    void archivesInArchivesEndSomewhere() throws Exception {
        byte[] bytes = Packer.files("a.log", LINE).get("a.log");
        for (int i = 0; i < 12; i++) {
            bytes = Packer.zip(Map.of("n" + i, bytes));
        }
        assertThat(read(bytes, "deep.zip").skipped)
                .anyMatch(text -> text.contains("nested more than 5 deep"));
    }

    @Test
    void manyEntriesEndSomewhere() throws Exception {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 3000; i++) {
            many.put("f" + i, new byte[] {'x'});
        }
        Told told = read(Packer.tar(many), "many.tar", TIGHT);
        assertThat(told.records).hasSize(1000);
        assertThat(told.skipped)
                .containsExactly("many.tar: more than 1000 entries: the rest is not read");
    }

    @Test
    void namesThatLeadElsewhereAreNotRead() throws Exception {
        Told told =
                read(
                        Packer.tar(
                                Packer.files(
                                        "/etc/passwd",
                                        LINE,
                                        "../../x.log",
                                        LINE,
                                        "ok/../../y",
                                        LINE,
                                        "C:\\z.log",
                                        LINE,
                                        "fine.log",
                                        LINE)),
                        "evil.tar");
        assertThat(relative(told)).containsExactly("evil.tar!/fine.log:1");
        assertThat(told.skipped).hasSize(4);
        assertThat(read(Packer.zip(Packer.files("../x", LINE, "ok", LINE)), "evil.zip").skipped)
                .hasSize(1);
    }

    @Test
    void linksInArchivesAreNotFollowed() throws Exception {
        Told told =
                read(
                        Packer.tar(
                                Packer.files(
                                        "pods/a.log",
                                        LINE,
                                        "b.log -> pods/a.log",
                                        "",
                                        "c.log -> /etc/passwd",
                                        "",
                                        "d/e.log -> ../../../etc/shadow",
                                        "")),
                        "links.tar");
        assertThat(relative(told)).containsExactly("links.tar!/pods/a.log:1");
        assertThat(told.skipped)
                .containsExactlyInAnyOrder(
                        "links.tar!/c.log: link out of the archive, not followed",
                        "links.tar!/d/e.log: link out of the archive, not followed");
    }

    @Test
    void ofEntriesOfTheSameNameTheLastIsRead() throws Exception {
        byte[] two = Packer.tar(Packer.files("a.log", LINE));
        byte[] body = Arrays.copyOf(two, 1024);
        byte[] twice = new byte[1024 + two.length];
        System.arraycopy(body, 0, twice, 0, 1024);
        System.arraycopy(two, 0, twice, 1024, two.length);
        Told told = read(twice, "twice.tar");
        assertThat(told.records).hasSize(1);
        assertThat(told.skipped)
                .containsExactly(
                        "twice.tar!/a.log: replaced by a later entry of the same name, not read");
    }

    @Test
    void encryptedEntriesAreNamed() throws Exception {
        byte[] zip = Packer.zip(Packer.files("secret.log", LINE, "plain.log", LINE));
        // The general purpose flags stand at byte 6 of a local header and byte 8 of a directory
        // entry
        zip[6] |= 1;
        int directory = 0;
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                directory = i;
                break;
            }
        }
        zip[directory + 8] |= 1;
        Told told = read(zip, "x.zip");
        assertThat(relative(told)).containsExactly("x.zip!/plain.log:1");
        assertThat(told.skipped).containsExactly("x.zip!/secret.log: encrypted zip entry");
    }

    @Test
    void textsInOtherEncodings() throws Exception {
        for (java.nio.charset.Charset charset :
                List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(LINE.repeat(3).getBytes(charset), "x.log").records)
                    .extracting(LogRecord::message)
                    .containsOnly("Unable to start")
                    .hasSize(3);
            assertThat(read(("\ufeff" + LINE).getBytes(charset), "x.log").records)
                    .extracting(LogRecord::message)
                    .containsExactly("Unable to start");
        }
        assertThat(read(("\ufeff" + LINE).getBytes(StandardCharsets.UTF_8), "x.log").records)
                .extracting(LogRecord::raw)
                .containsExactly(LINE.strip());
        assertThat(
                        read(
                                        LINE.replace("\n", "\r\n")
                                                .repeat(2)
                                                .getBytes(StandardCharsets.UTF_8),
                                        "x.log")
                                .records)
                .extracting(LogRecord::raw)
                .containsExactly(LINE.strip(), LINE.strip());
    }

    @Test
    void brokenBytesAndEndlessLines() throws Exception {
        byte[] invalid =
                "level=error msg=\"caf\u00e9\" subsys=x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(invalid, "x.log").records)
                .extracting(LogRecord::message)
                .containsExactly("caf\ufffd");
        Told binary = read(new byte[5000], "x.bin");
        assertThat(binary.records).isEmpty();
        assertThat(binary.skipped).containsExactly("x.bin: not text");
        Told endless =
                read(
                        ("level=error msg=\"" + "x".repeat(5 << 20) + "\"\n" + LINE)
                                .getBytes(StandardCharsets.UTF_8),
                        "long.log");
        assertThat(endless.skipped)
                .containsExactly("long.log: a line longer than 1048576 bytes was cut");
        assertThat(endless.records.getLast().message()).isEqualTo("Unable to start");
        assertThat(read(new byte[0], "empty").skipped).containsExactly("empty: empty");
    }

    @Test
    void documentsThatMeanHarm() throws Exception {
        StringBuilder aliases = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            aliases.append(c).append(": &").append(c).append(" [");
            aliases.append(("*" + (char) (c - 1) + ",").repeat(9)).append("x]\n");
        }
        assertThat(
                        read(
                                        ("kind: Pod\n" + aliases).getBytes(StandardCharsets.UTF_8),
                                        "bomb.yaml")
                                .records
                                .size())
                .isLessThan(100_000);
        assertThat(
                        read("[".repeat(200_000).getBytes(StandardCharsets.UTF_8), "deep.json")
                                .records
                                .size())
                .isLessThan(10);
        assertThat(
                        read(
                                        ("{\"a\":".repeat(50_000) + "1")
                                                .getBytes(StandardCharsets.UTF_8),
                                        "deep2.json")
                                .records
                                .size())
                .isLessThan(10);
        assertThat(
                        read(
                                        ("kind: Pod\n" + "- ".repeat(20_000))
                                                .getBytes(StandardCharsets.UTF_8),
                                        "deep.yaml")
                                .records
                                .size())
                .isLessThan(10);
    }

    @Test
    void filesThatVanishOrShrinkWhileOthersAreRead() throws Exception {
        Files.writeString(folder.resolve("a.log"), LINE);
        Path vanishing = Files.writeString(folder.resolve("b.log"), LINE);
        Path shrinking = Files.writeString(folder.resolve("c.log"), LINE.repeat(50_000));
        Told told =
                new Told() {
                    @Override
                    public void chunk(Chunk chunk) {
                        super.chunk(chunk);
                        try {
                            Files.deleteIfExists(vanishing);
                            if (chunk.source().path().endsWith("c.log")) {
                                Files.writeString(shrinking, LINE);
                            }
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                };
        new Inputs(InputStream.nullInputStream(), Limits.DEFAULT, told)
                .read(List.of(folder.toString()));
        assertThat(told.skipped.stream().map(text -> text.replace(folder + "/", "")))
                .containsExactly("b.log: no such file");
        assertThat(told.records.size()).isBetween(2, 50_001);
    }

    @Test
    void filesThatAreNone() throws Exception {
        Path real = Files.writeString(folder.resolve("a.log"), LINE);
        Files.createSymbolicLink(folder.resolve("b.log"), real);
        Files.createSymbolicLink(folder.resolve("gone.log"), folder.resolve("nothing"));
        Process fifo = new ProcessBuilder("mkfifo", folder.resolve("fifo").toString()).start();
        assertThat(fifo.waitFor()).isZero();
        Told told = new Told();
        new Inputs(InputStream.nullInputStream(), Limits.DEFAULT, told)
                .read(
                        List.of(
                                folder.toString(),
                                real.toString(),
                                folder.resolve("missing").toString(),
                                "/dev/null"));
        assertThat(told.records).hasSize(1);
        assertThat(told.skipped.stream().map(text -> text.replace(folder + "/", "")))
                .containsExactlyInAnyOrder(
                        "fifo: not a regular file",
                        "gone.log: no such file",
                        "missing: no such file or folder",
                        "/dev/null: not a regular file");
    }

    @Test
    void largeListsAreReadInParts() throws Exception {
        StringBuilder json = new StringBuilder("{\n\"kind\": \"EventList\",\n\"items\": [\n");
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nitems:\n");
        int count = 30_000;
        for (int i = 0; i < count; i++) {
            String name = "shop-" + i;
            json.append("  {\"reason\": \"Failed\", \"message\": \"")
                    .append("m".repeat(300))
                    .append("\",\n   \"involvedObject\": {\"kind\": \"Pod\", \"name\": \"")
                    .append(name)
                    .append("\"}}")
                    .append(i < count - 1 ? ",\n" : "\n");
            yaml.append("- reason: Failed\n  message: ")
                    .append("m".repeat(300))
                    .append("\n  involvedObject:\n    kind: Pod\n    name: ")
                    .append(name)
                    .append("\n  metadata:\n    name: x\n");
        }
        json.append("]}\n");
        yaml.append("kind: EventList\nmetadata: {}\n");
        Told fromJson = read(json.toString().getBytes(StandardCharsets.UTF_8), "events.json");
        assertThat(fromJson.records)
                .hasSize(count)
                .allMatch(record -> "Failed".equals(record.value("reason")));
        assertThat(fromJson.records.get(20_000).origin().line()).isEqualTo(4 + 2 * 20_000);
        Told fromYaml = read(yaml.toString().getBytes(StandardCharsets.UTF_8), "events.yaml");
        assertThat(fromYaml.records).hasSize(count);
        assertThat(fromYaml.records.get(20_000).origin().line()).isEqualTo(4 + 7 * 20_000);
        assertThat(fromYaml.records.get(20_000).value("name")).isEqualTo("shop-20000");
        assertThat(fromYaml.records.get(20_000).shown())
                .startsWith("message: mmm")
                .endsWith("\nreason: Failed");
    }

    @Test
    void largeYamlLosesNothingSilently() throws Exception {
        StringBuilder yaml = new StringBuilder();
        int count = 9_000;
        for (int i = 0; i < count; i++) {
            yaml.append("---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web-")
                    .append(i)
                    .append("\n  annotations:\n    note: ")
                    .append("m".repeat(1_000))
                    .append("\nspec:\n  containers:\n  - name: web\n    image: web:1\n");
        }
        Told documents = read(yaml.toString().getBytes(StandardCharsets.UTF_8), "pods.yaml");
        assertThat(documents.records.stream().map(record -> record.value("name")).distinct())
                .contains("web-0", "web-8999")
                .hasSizeGreaterThanOrEqualTo(count);
        assertThat(documents.skipped).isEmpty();

        StringBuilder large = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        large.append(
                "- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: large\n  data:\n");
        for (int i = 0; i < 9_000; i++) {
            large.append("    k").append(i).append(": ").append("m".repeat(1_000)).append('\n');
        }
        large.append(
                "- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: last\n  status:\n    phase: Failed\n");
        Told list = read(large.toString().getBytes(StandardCharsets.UTF_8), "list.yaml");
        assertThat(list.records.stream().map(record -> record.value("name"))).contains("last");
        assertThat(list.skipped).singleElement().asString().contains("8 MiB", "from line 4");
    }

    @Test
    void linesOfLargeLogsKeepTheirNumbers() throws Exception {
        String log = LINE.repeat(100_000);
        List<LogRecord> records = read(log.getBytes(StandardCharsets.UTF_8), "big.log").records;
        assertThat(records).hasSize(100_000);
        assertThat(records.get(77_776).origin().line()).isEqualTo(77_777);
    }

    @Test
    void theYearOfStampsThatLeaveItOut() throws Exception {
        String dated = "time=\"2023-02-03T10:00:00Z\" level=info msg=\"to 2033-02-03 10:00:00\"\n";
        String klog = "E0203 10:00:01.000000       7 kubelet.go:9] \"down\"\n";
        Told beside = read((klog + dated).getBytes(StandardCharsets.UTF_8), "mixed.txt");
        assertThat(beside.records.getFirst().time()).isEqualTo("2023-02-03T10:00:01Z");
        assertThat(beside.records.getFirst().timeAssumed())
                .as("a stamp of the same log tells the year")
                .isFalse();

        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("agent.log", dated.getBytes(StandardCharsets.UTF_8));
        inner.put("kubelet.log", klog.getBytes(StandardCharsets.UTF_8));
        Told after = read(Packer.tar(inner), "bundle.tar");
        assertThat(after.records.getLast().time()).isEqualTo("2023-02-03T10:00:01Z");

        String page =
                "Start Time:   Thu, 02 Feb 2023 09:00:00 +0000\n\n$ journalctl -u kubelet\n" + klog;
        Told described = read(page.getBytes(StandardCharsets.UTF_8), "page.txt");
        assertThat(described.records.getLast().time()).isEqualTo("2023-02-03T10:00:01Z");
    }
}
