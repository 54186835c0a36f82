package dev.clew.redact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds all of very many texts in a line, in one pass. Adding one costs the same however many
/// there are: of each some bytes in a row are put into a table, and a line is looked up byte by
/// byte. Not for use by several threads while texts are added; readers may see a text late.
final class GramIndex {

    private static final int FILTER = 1 << 20;
    private static final int LONGEST_CHAIN = 32;

    private final int width;
    private final long mask;
    private final long[] filter = new long[FILTER / Long.SIZE];
    private byte[] texts = new byte[1 << 12];
    private int used;
    private int[] starts = new int[64];
    private int[] offsets = new int[64];
    private int[] following = new int[64];
    private int count;
    private int[] heads = new int[128];

    /// Takes note of a text that was found.
    interface Sink {

        /// A text, by its number in the order of adding.
        void found(int text, int from, int to);
    }

    /// An index of texts of at least so many bytes.
    ///
    /// @param width 4 or 8
    GramIndex(int width) {
        this.width = width;
        this.mask = width == Long.BYTES ? -1L : (1L << (width * Byte.SIZE)) - 1;
    }

    int count() {
        return count;
    }

    /// How many bytes the texts have.
    int bytes() {
        return used;
    }

    /// Adds a text. Of its groups of bytes the one is used that is least crowded, so that texts
    /// which begin alike do no harm.
    ///
    /// @return whether it could be added
    boolean add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < width) {
            return false;
        }
        if (count * 2 > heads.length) {
            grow();
        }
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = bytes.length - width; at >= 0 && least > 0; at--) {
            int length = chain(slot(gram(bytes, at), heads.length));
            if (length < least) {
                least = length;
                best = at;
            }
        }
        if (least > LONGEST_CHAIN) {
            return false;
        }
        append(bytes, best);
        return true;
    }

    private void append(byte[] bytes, int offset) {
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, count * 2 + 2);
            offsets = Arrays.copyOf(offsets, starts.length);
            following = Arrays.copyOf(following, starts.length);
        }
        if (used + bytes.length > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + bytes.length));
        }
        System.arraycopy(bytes, 0, texts, used, bytes.length);
        starts[count] = used;
        used += bytes.length;
        starts[count + 1] = used;
        offsets[count] = offset;
        link(count, heads);
        count++;
    }

    private void link(int text, int[] table) {
        long gram = gram(texts, starts[text] + offsets[text]);
        int slot = slot(gram, table.length);
        following[text] = table[slot];
        table[slot] = text + 1;
        int bit = slot(gram, FILTER);
        filter[bit >> 6] |= 1L << bit;
    }

    private void grow() {
        int[] larger = new int[heads.length * 2];
        for (int text = 0; text < count; text++) {
            link(text, larger);
        }
        heads = larger;
    }

    private int chain(int slot) {
        int length = 0;
        for (int text = heads[slot]; text != 0; text = following[text - 1]) {
            length++;
        }
        return length;
    }

    private long gram(byte[] bytes, int at) {
        long gram = 0;
        for (int i = 0; i < width; i++) {
            gram = gram << Byte.SIZE | bytes[at + i] & 0xff;
        }
        return gram;
    }

    private static int slot(long gram, int size) {
        long mixed = gram * 0x9e3779b97f4a7c15L;
        mixed ^= mixed >>> 29;
        return (int) (mixed >>> 20) & (size - 1);
    }

    /// Whether one of the texts may stand in `[from, to)`, told by groups of bytes alone.
    boolean mayStand(byte[] bytes, int from, int to) {
        long gram = 0;
        for (int i = from; i < to; i++) {
            gram = (gram << Byte.SIZE | bytes[i] & 0xff) & mask;
            if (i - from + 1 >= width && isKnown(gram)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(long gram) {
        int bit = slot(gram, FILTER);
        return (filter[bit >> 6] & 1L << bit) != 0;
    }

    /// Reports every text in the line.
    void find(String line, Sink sink) {
        long gram = 0;
        for (int i = 0; i < line.length(); i++) {
            gram = (gram << Byte.SIZE | line.charAt(i) & 0xff) & mask;
            if (i + 1 >= width && isKnown(gram)) {
                confirm(line, i + 1 - width, gram, sink);
            }
        }
    }

    private void confirm(String line, int at, long gram, Sink sink) {
        for (int text = heads[slot(gram, heads.length)] - 1; text >= 0; ) {
            int from = at - offsets[text];
            int length = starts[text + 1] - starts[text];
            if (from >= 0 && from + length <= line.length() && isAt(line, from, text)) {
                sink.found(text, from, from + length);
            }
            text = following[text] - 1;
        }
    }

    private boolean isAt(String line, int from, int text) {
        for (int i = starts[text]; i < starts[text + 1]; i++) {
            if ((texts[i] & 0xff) != line.charAt(from + i - starts[text])) {
                return false;
            }
        }
        return true;
    }
}
