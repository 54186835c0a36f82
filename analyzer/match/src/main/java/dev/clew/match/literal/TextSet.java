package dev.clew.match.literal;

import java.util.List;

/// A few texts of which one is looked for in short stretches of bytes, in any ASCII letter case. A
/// look at two or three bytes rules out almost every place.
public final class TextSet {

    private static final int BITS = 12;

    private final byte[][] texts;
    private final long[] heads = new long[(1 << BITS) / Long.SIZE];
    private final int head;
    private final int shortest;

    private TextSet(byte[][] texts, int shortest) {
        this.texts = texts;
        this.shortest = shortest;
        this.head = Math.min(3, shortest);
        for (byte[] text : texts) {
            int hash = hash(text, 0);
            heads[hash / Long.SIZE] |= 1L << hash;
        }
    }

    /// The texts as a set.
    ///
    /// @param texts in lower case, each of a byte at least
    public static TextSet of(List<String> texts) {
        byte[][] bytes = texts.stream().map(Fold::bytes).toArray(byte[][]::new);
        int shortest = Integer.MAX_VALUE;
        for (byte[] text : bytes) {
            shortest = Math.min(shortest, text.length);
        }
        return new TextSet(bytes, shortest);
    }

    private int hash(byte[] bytes, int at) {
        int hash = 0;
        for (int i = 0; i < head; i++) {
            hash = hash * 31 + Fold.lower(bytes[at + i]);
        }
        return hash & (1 << BITS) - 1;
    }

    /// Whether one of the texts stands in `[from, to)`.
    public boolean isIn(byte[] bytes, int from, int to) {
        for (int at = from; at + shortest <= to; at++) {
            int hash = hash(bytes, at);
            if ((heads[hash / Long.SIZE] >>> hash & 1) != 0 && isAt(bytes, at, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at, int to) {
        for (byte[] text : texts) {
            if (Fold.startsWith(bytes, at, to, text)) {
                return true;
            }
        }
        return false;
    }
}
