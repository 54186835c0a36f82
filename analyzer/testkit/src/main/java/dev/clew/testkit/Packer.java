package dev.clew.testkit;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/// Packs files given as path and content.
public final class Packer {

    private Packer() {}

    /// Files from texts: path, content, path, content …
    public static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /// A tar archive. A path that ends in ` -> target` makes a symbolic link.
    public static byte[] tar(Map<String, byte[]> files) {
        return tar(files, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /// A tar archive whose long names are written the way GNU tar writes them.
    public static byte[] gnuTar(Map<String, byte[]> files) {
        return tar(files, TarArchiveOutputStream.LONGFILE_GNU);
    }

    private static byte[] tar(Map<String, byte[]> files, int longNames) {
        return write(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                tar.setLongFileMode(longNames);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    String[] link = file.getKey().split(" -> ", 2);
                    TarArchiveEntry entry =
                            link.length == 2
                                    ? new TarArchiveEntry(link[0], TarConstants.LF_SYMLINK, true)
                                    : new TarArchiveEntry(file.getKey(), true);
                    if (link.length == 2) {
                        entry.setLinkName(link[1]);
                    } else {
                        entry.setSize(file.getValue().length);
                    }
                    tar.putArchiveEntry(entry);
                    if (link.length == 1) {
                        tar.write(file.getValue());
                    }
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    /// A zip archive.
    public static byte[] zip(Map<String, byte[]> files) {
        return write(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    /// A zip archive whose directory names the same packed bytes many times.
    public static byte[] overlappingZip(int entries, byte[] file) {
        byte[] one = zip(Map.of("00000", file));
        int directory = 0;
        while (ByteBuffer.wrap(one, directory, 4).getInt() != 0x504b0102) {
            directory++;
        }
        int end = directory;
        while (ByteBuffer.wrap(one, end, 4).getInt() != 0x504b0506) {
            end++;
        }
        ByteBuffer zip =
                ByteBuffer.allocate(directory + (end - directory) * entries + 22)
                        .order(ByteOrder.LITTLE_ENDIAN);
        zip.put(one, 0, directory);
        for (int i = 0; i < entries; i++) {
            int at = zip.position();
            zip.put(one, directory, end - directory);
            zip.put(at + 46, "%05d".formatted(i).getBytes(StandardCharsets.US_ASCII));
        }
        int length = zip.position() - directory;
        zip.put(one, end, 22);
        zip.putShort(zip.position() - 14, (short) entries);
        zip.putShort(zip.position() - 12, (short) entries);
        zip.putInt(zip.position() - 10, length);
        return zip.array();
    }

    public static byte[] gzip(byte[] bytes) {
        return write(out -> {
            try (OutputStream packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static byte[] xz(byte[] bytes) {
        return write(out -> {
            try (OutputStream packed = new XZCompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static byte[] bzip2(byte[] bytes) {
        return write(out -> {
            try (OutputStream packed = new BZip2CompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static byte[] zstd(byte[] bytes) {
        return write(out -> {
            try (OutputStream packed = new ZstdOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    private interface Step {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] write(Step step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            step.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
