package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.clew.model.Bound;
import dev.clew.model.Limits;
import dev.clew.testkit.Packer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands before damage is read, and the damage is told.
@Timeout(120)
class DamagedInputsTest {

    private static final int LINES = 80;

    @TempDir Path folder = Path.of("");

    /// Kinds of packed streams.
    enum Kind {
        GZIP {
            @Override
            byte[] pack(byte[] bytes) {
                return Packer.gzip(bytes);
            }
        },
        BZIP2 {
            @Override
            byte[] pack(byte[] bytes) {
                return Packer.bzip2(bytes);
            }
        },
        XZ {
            @Override
            byte[] pack(byte[] bytes) {
                return Packer.xz(bytes);
            }
        },
        ZSTD {
            @Override
            byte[] pack(byte[] bytes) {
                return Packer.zstd(bytes);
            }
        };

        abstract byte[] pack(byte[] bytes);
    }

    private static byte[] log(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("level=error msg=\"Unable to start ")
                    .append(Integer.toHexString(i * 0x9e3779b1))
                    .append("\" subsys=daemon\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private Told read(byte[] bytes, String name, Limits limits)
            throws IOException, InterruptedException {
        return Told.ofFile(folder, name, bytes, limits);
    }

    private Told read(byte[] bytes, String name) throws IOException, InterruptedException {
        return read(bytes, name, Limits.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource
    void streamsOneAfterTheOther(Kind kind) throws Exception {
        Told told = read(join(kind.pack(log(LINES)), kind.pack(log(LINES))), "two");
        assertThat(told.records).hasSize(2 * LINES);
        assertThat(told.skipped).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void zerosAtTheEndArePadding(Kind kind) throws Exception {
        Told told = read(join(kind.pack(log(LINES)), new byte[1023]), "padded");
        assertThat(told.records).hasSize(LINES);
        assertThat(told.skipped).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsTheEndTakesNothingAway(Kind kind) throws Exception {
        byte[] rubbish = "rubbish".repeat(10).getBytes(StandardCharsets.UTF_8);
        Told told = read(join(kind.pack(log(LINES)), rubbish), "more");
        assertThat(told.records).hasSize(LINES);
        assertThat(told.skipped).singleElement().asString().startsWith("more: damaged ");
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2", "XZ"})
    void aChecksumThatDoesNotFitTakesNothingAway(Kind kind) throws Exception {
        byte[] packed = kind.pack(log(LINES));
        int at = packed.length - (kind == Kind.GZIP ? 8 : kind == Kind.XZ ? 12 : 2);
        packed[at] ^= 0x55;
        Told told = read(packed, "wrong");
        assertThat(told.records).hasSize(LINES);
        assertThat(told.skipped).singleElement().asString().startsWith("wrong: damaged ");
    }

    @ParameterizedTest
    @EnumSource
    void aLongStreamIsReadUpToItsCut(Kind kind) throws Exception {
        byte[] packed = kind.pack(log(60_000));
        Told told = read(Arrays.copyOf(packed, packed.length * 9 / 10), "cut");
        assertThat(told.records).hasSizeBetween(10_000, 59_000);
        assertThat(told.skipped)
                .singleElement()
                .asString()
                .startsWith("cut: truncated ")
                .endsWith("read up to there");
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ"})
    void aShortStreamIsReadUpToItsCut(Kind kind) throws Exception {
        byte[] packed = kind.pack(log(LINES));
        Told told = read(Arrays.copyOf(packed, packed.length / 2), "cut");
        assertThat(told.records).hasSizeBetween(10, LINES - 10);
        assertThat(told.records.getFirst().raw())
                .isEqualTo("level=error msg=\"Unable to start 0\" subsys=daemon");
        assertThat(told.skipped).singleElement().asString().startsWith("cut: truncated ");
    }

    @Test
    void aTarCutInAHeaderIsReadUpToThere() throws Exception {
        byte[] tar = Packer.tar(Packer.files("a.log", "level=error msg=x\n", "b.log", "y\n"));
        Told told = read(Arrays.copyOf(tar, 1024 + 200), "cut.tar");
        assertThat(told.records).hasSize(1);
        assertThat(told.skipped)
                .containsExactly(
                        "cut.tar: damaged or truncated tar archive, read up to there: truncated in"
                                + " a header");
    }

    @Test
    void aDamagedHeaderOfATarLeavesTheRest() throws Exception {
        byte[] tar =
                Packer.tar(
                        Packer.files(
                                "a.log",
                                "level=error msg=x\n",
                                "b.log",
                                "level=error msg=y\n",
                                "c.log",
                                "level=error msg=z\n"));
        tar[1024 + 130] = 'x';
        Told told = read(tar, "damaged.tar");
        assertThat(told.records).hasSize(2);
        assertThat(told.skipped)
                .containsExactly("damaged.tar: damaged tar archive: 1 headers are unreadable");
    }

    @Test
    void anEntryWithAnEndlessNameIsLeftOut() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x".repeat(20_000), log(1));
        files.put("a.log", log(2));
        for (byte[] tar : List.of(Packer.tar(files), Packer.gnuTar(files))) {
            Told told = read(Packer.gzip(tar), "names.tar.gz");
            assertThat(told.records).hasSize(2);
            assertThat(told.skipped)
                    .singleElement()
                    .asString()
                    .endsWith("name longer than 1000 characters, not read");
        }
    }

    @Test
    void ofNamesThatAreThereTwiceInAZipTheLastIsRead() throws Exception {
        byte[] zip = Packer.zip(Packer.files("a.log", "level=error msg=old\n", "b.log", "new\n"));
        for (int i = 0; i < zip.length; i++) {
            if (new String(zip, i, Math.min(5, zip.length - i), StandardCharsets.ISO_8859_1)
                    .equals("b.log")) {
                zip[i] = 'a';
            }
        }
        Told told = read(zip, "twice.zip");
        assertThat(told.records).singleElement().extracting(r -> r.raw()).isEqualTo("new");
        assertThat(told.skipped)
                .containsExactly(
                        "twice.zip!/a.log: replaced by a later entry of the same name, not read");
    }

    @Test
    void entriesThatOverlapAreRejected() throws Exception {
        Told told = read(Packer.overlappingZip(2000, new byte[20_000_000]), "bomb.zip");
        assertThat(told.skipped)
                .anyMatch(text -> text.contains("1999 entries overlap others and are not read"));
        Told text = read(Packer.overlappingZip(500, log(1000)), "text.zip");
        assertThat(text.records).hasSize(1000);
    }

    @Test
    void bombsOfManyEntriesEndByWhatTheyUnpackToInAll() throws Exception {
        byte[] zeros = Packer.zip(Map.of("n.log", new byte[4 << 20]));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            many.put("i" + i + ".zip", zeros);
        }
        Limits limits = Limits.DEFAULT.with(Bound.EXPANSION_RATIO_FROM, 16 << 20);
        many.put("z.log", log(5));
        Told told = read(Packer.zip(Map.of("m.zip", Packer.zip(many))), "nested.zip", limits);
        assertThat(told.skipped)
                .anyMatch(text ->
                        text.equals(
                                "nested.zip: unpacks in all to more than 400 times its"
                                        + " size: the rest is not read"));
        assertThat(told.skipped).hasSizeLessThan(20);
    }

    @Test
    void aFolderThatCanNotBeOpenedLeavesTheRest() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("in/closed"));
        Files.write(folder.resolve("in/a.log"), log(3));
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("---------"));
        Told told = new Told();
        try {
            assumeFalse(Files.isReadable(inside), "the user may read everything");
            new Inputs(InputStream.nullInputStream(), Limits.DEFAULT, told)
                    .read(List.of(folder.resolve("in").toString()));
        } finally {
            Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(told.records).hasSize(3);
        assertThat(told.skipped).containsExactly(inside + ": no permission to read it");
    }

    @Test
    void foldersTooDeepAreNamed() throws Exception {
        Path deep = folder;
        for (int i = 0; i < 60; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        Files.write(folder.resolve("a.log"), log(3));
        Told told = new Told();
        new Inputs(InputStream.nullInputStream(), Limits.DEFAULT, told)
                .read(List.of(folder.toString()));
        assertThat(told.records).hasSize(3);
        assertThat(told.skipped)
                .singleElement()
                .asString()
                .endsWith("folders nested more than 40 deep, not read");
    }

    @Test
    void aMarkOfUtf16BeforeBytesIsNotBelieved() throws Exception {
        byte[] mark = {(byte) 0xff, (byte) 0xfe};
        Told told = read(join(mark, log(LINES)), "marked.log");
        assertThat(told.records).hasSize(LINES);
        assertThat(told.records.getFirst().raw()).startsWith("level=error msg=");
        byte[] wide =
                new String(log(LINES), StandardCharsets.US_ASCII)
                        .getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(join(mark, wide), "wide.log").records).hasSize(LINES);
    }

    @Test
    void someNulsDoNotMakeALogBinary() throws Exception {
        byte[] log = log(LINES);
        for (int i = 0; i < log.length; i += 25) {
            log[i] = log[i] == '\n' ? log[i] : 0;
        }
        Told told = read(log, "nuls.log");
        assertThat(told.records).isNotEmpty();
        assertThat(told.skipped).isEmpty();
        assertThat(read(new byte[5000], "zeros.log").skipped)
                .containsExactly("zeros.log: not text");
    }

    @Test
    void largeJsonThatEndsInLinesIsReadAsLinesFromThere() throws Exception {
        String item =
                "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"x\":\""
                        + "p".repeat(900)
                        + "\"}";
        String list = "{\"items\":[\n" + (item + ",\n").repeat(10_000);
        String log = "level=error msg=\"it broke\"\n".repeat(3);
        Told told = read((list + log).getBytes(StandardCharsets.UTF_8), "broken.json");
        assertThat(told.records.getLast().raw()).isEqualTo("level=error msg=\"it broke\"");
        assertThat(told.records.getLast().origin().toString()).endsWith("broken.json:10004");
    }

    @Test
    void linesLongerThanTheHeadAreLines() throws Exception {
        String line =
                "{\"level\":\"error\",\"msg\":\"it broke\",\"pad\":\""
                        + "p".repeat(100_000)
                        + "\"}\n";
        Told told = read(line.repeat(100).getBytes(StandardCharsets.UTF_8), "long.log");
        assertThat(told.records).hasSize(100);
    }
}
