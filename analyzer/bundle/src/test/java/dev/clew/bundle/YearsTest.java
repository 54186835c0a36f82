package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.YearFrom;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the year of stamps comes from that leave it out.
class YearsTest {

    private static final String LINE = "E0304 05:06:07.000000 17 x.go:1] could not save cart\n";

    @TempDir Path folder;

    @Test
    void theHeadOfTheFileTellsIt() throws Exception {
        LogRecord record = read("Log file created at: 2021/03/04 05:06:00\n" + LINE, Instant.now());
        assertThat(record.time()).isEqualTo("2021-03-04T05:06:07Z");
        assertThat(record.timeAssumed()).isFalse();
    }

    @Test
    void aNeighbourTellsIt() throws Exception {
        LogRecord record =
                read("2021-03-04T05:06:00Z level=info msg=started\n" + LINE, Instant.now());
        assertThat(record.time()).isEqualTo("2021-03-04T05:06:07Z");
        assertThat(record.timeAssumed()).isFalse();
    }

    @Test
    void theTimeOfTheFileIsAGuess() throws Exception {
        LogRecord record = read(LINE, Instant.parse("2022-04-01T00:00:00Z"));
        assertThat(record.time()).isEqualTo("2022-03-04T05:06:07Z");
        assertThat(record.yearFrom()).isEqualTo(YearFrom.FILE_TIME);
    }

    @Test
    void soIsTheTimeOfAnEntryOfAnArchive() throws Exception {
        byte[] text = LINE.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, "kubelet.log");
        put(header, 124, "%011o".formatted(text.length));
        put(header, 136, "%011o".formatted(Instant.parse("2020-04-01T00:00:00Z").getEpochSecond()));
        put(header, 156, "0");
        put(header, 257, "ustar\u000000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, "%06o\u0000 ".formatted(sum));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.write(header);
        tar.write(text);
        tar.write(new byte[512 - text.length + 1024]);
        Path file = folder.resolve("logs.tar");
        Files.write(file, tar.toByteArray());
        LogRecord record = read(file);
        assertThat(record.time()).isEqualTo("2020-03-04T05:06:07Z");
        assertThat(record.yearFrom()).isEqualTo(YearFrom.ENTRY_TIME);
    }

    @Test
    void andThatOfAnEntryOfAZip() throws Exception {
        Path file = folder.resolve("logs.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("kubelet.log");
            entry.setLastModifiedTime(FileTime.from(Instant.parse("2019-04-01T12:00:00Z")));
            zip.putNextEntry(entry);
            zip.write(LINE.getBytes(StandardCharsets.UTF_8));
        }
        LogRecord record = read(file);
        assertThat(record.time()).isEqualTo("2019-03-04T05:06:07Z");
        assertThat(record.yearFrom()).isEqualTo(YearFrom.ENTRY_TIME);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private LogRecord read(String text, Instant written) throws Exception {
        Path file = folder.resolve("kubelet.log");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(written));
        return read(file);
    }

    private static LogRecord read(Path file) throws Exception {
        Told told = new Told();
        new Inputs(InputStream.nullInputStream(), Limits.DEFAULT, told)
                .read(List.of(file.toString()));
        return told.records.getLast();
    }
}
