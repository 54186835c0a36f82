package dev.clew.bundle.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes through a tar archive. Headers of any size take little memory; one that is damaged is left
/// out, and the next one looked for.
final class TarReader {

    private static final int BLOCK = 512;
    private static final int NAME_END = 100;
    private static final int SIZE = 124;
    private static final int WRITTEN = 136;
    private static final int WRITTEN_END = 148;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_END = 500;
    private static final int SPARSE_GOES_ON = 482;
    private static final int SPARSE_BLOCK_GOES_ON = 504;

    private final Body body;
    private final byte[] header = new byte[BLOCK];
    private long damaged;

    /// An entry.
    ///
    /// @param name cut if it is very long
    /// @param link the target of a link, or empty
    /// @param type the letter or digit of its header
    /// @param written seconds since 1970 at its last change, 0 if unknown
    record Entry(String name, String link, char type, long written) {
        boolean isFolder() {
            return type == '5' || type == 'D' || name.endsWith("/");
        }

        boolean isLink() {
            return type == '1' || type == '2';
        }

        boolean isSpecial() {
            return type == '3' || type == '4' || type == '6' || type == 'M';
        }
    }

    TarReader(InputStream in) {
        body = new Body(in);
    }

    /// Goes to the next entry.
    ///
    /// @return null at the end
    /// @throws EOFException if the archive is cut off
    @Nullable Entry next() throws IOException {
        String name = null;
        String link = null;
        Map<String, String> pax = Map.of();
        while (true) {
            body.skipRest();
            if (!header()) {
                return null;
            }
            char type = (char) (header[TYPE] & 0xff);
            switch (type) {
                case 'L' -> name = body.text();
                case 'K' -> link = body.text();
                case 'x', 'X' -> pax = PaxHeader.read(body);
                case 'g', 'V', 'N' -> {} // of the whole archive, or from before POSIX
                default -> {
                    return entry(type, name, link, pax);
                }
            }
        }
    }

    /// The bytes of the entry; those of a sparse file without its holes.
    InputStream data() {
        return body;
    }

    /// Blocks that stood where a header should, and are none.
    long damaged() {
        return damaged;
    }

    private Entry entry(
            char type, @Nullable String name, @Nullable String link, Map<String, String> pax)
            throws IOException {
        String size = pax.get("size");
        if (size != null) {
            body.begin(PaxHeader.number(size));
        }
        if (type == 'S') {
            skipSparseHeaders();
        }
        if ("1".equals(pax.get("GNU.sparse.major"))) {
            skipSparseMap();
        }
        String own = pax.getOrDefault("path", name == null ? nameInHeader() : name);
        return new Entry(
                pax.getOrDefault("GNU.sparse.name", own),
                pax.getOrDefault("linkpath", link == null ? text(LINK, NAME_END) : link),
                type,
                written());
    }

    /// The time in the header, in octal digits.
    private long written() {
        long seconds = 0;
        for (int i = WRITTEN; i < WRITTEN_END && header[i] >= '0' && header[i] <= '7'; i++) {
            seconds = seconds * 8 + header[i] - '0';
        }
        return seconds;
    }

    /// Reads the next header, and over blocks that are none.
    ///
    /// @return false at the end
    private boolean header() throws IOException {
        boolean lost = false;
        while (true) {
            int read = body.in.readNBytes(header, 0, BLOCK);
            if (read == 0) {
                return false;
            }
            if (read < BLOCK) {
                if (isZero(read)) {
                    return false;
                }
                throw new EOFException("truncated in a header");
            }
            if (isZero(BLOCK)) {
                lost = false;
                continue;
            }
            long size = Magic.of(header, BLOCK) == Magic.TAR ? number(SIZE, 12) : -1;
            if (size >= 0) {
                body.begin(size);
                return true;
            }
            damaged += lost ? 0 : 1;
            lost = true;
        }
    }

    private boolean isZero(int length) {
        for (int i = 0; i < length; i++) {
            if (header[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private String nameInHeader() {
        String name = text(0, NAME_END);
        boolean posix = header[MAGIC + 5] == 0 && text(MAGIC, 5).equals("ustar");
        String prefix = posix ? text(PREFIX, PREFIX_END - PREFIX) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String text(int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /// A number of the header, octal or binary; -1 if it is none.
    private long number(int from, int length) {
        if ((header[from] & 0x80) != 0) {
            long value = header[from] & 0x7f;
            for (int i = 1; i < length; i++) {
                if (value >> 55 != 0) {
                    return -1;
                }
                value = value << 8 | header[from + i] & 0xff;
            }
            return value;
        }
        long value = 0;
        for (int i = from; i < from + length; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                value = value * 8 + header[i] - '0';
            } else if (header[i] != ' ' && header[i] != 0) {
                return -1;
            }
        }
        return value;
    }

    /// Reads over the further headers of a sparse file, which only tell where its holes are.
    private void skipSparseHeaders() throws IOException {
        boolean more = header[SPARSE_GOES_ON] != 0;
        byte[] further = new byte[BLOCK];
        while (more) {
            if (body.in.readNBytes(further, 0, BLOCK) < BLOCK) {
                throw new EOFException("truncated in a header");
            }
            more = further[SPARSE_BLOCK_GOES_ON] != 0;
        }
    }

    /// Reads over the list of holes that stands before the bytes of a sparse file.
    private void skipSparseMap() throws IOException {
        long numbers = 0;
        long left = -1;
        int read = 0;
        while (left != 0) {
            int digit = body.read();
            read++;
            if (digit == '\n') {
                left = left < 0 ? Math.min(numbers, Integer.MAX_VALUE) * 2 : left - 1;
            } else if (digit >= '0' && digit <= '9' && left < 0) {
                numbers = Math.min(numbers * 10 + digit - '0', Integer.MAX_VALUE);
            } else if (digit < '0' || digit > '9') {
                return; // no such list after all
            }
        }
        while (read % BLOCK != 0 && body.read() >= 0) {
            read++;
        }
    }

    /// The bytes between a header and the next.
    static final class Body extends BlockInput {

        /// Longer names are of no use to anybody.
        private static final int LONGEST_NAME = 8192;

        private final InputStream in;
        private long left;
        private int padding;

        Body(InputStream in) {
            this.in = in;
        }

        void begin(long size) {
            left = size;
            padding = (int) (-size & (BLOCK - 1));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("truncated");
            }
            left -= read;
            return read;
        }

        /// All of it as text, cut where it is too long for a name.
        String text() throws IOException {
            byte[] bytes = readNBytes((int) Math.min(left, LONGEST_NAME));
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }

        void skipRest() throws IOException {
            skip(left);
            left = 0;
            // The last padding may be missing
            in.skip(padding);
            padding = 0;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.min(count, left);
            in.skipNBytes(skipped);
            left -= skipped;
            return skipped;
        }
    }
}
