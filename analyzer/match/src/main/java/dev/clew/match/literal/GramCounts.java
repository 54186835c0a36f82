package dev.clew.match.literal;

/// How often groups of bytes are met, judged by ordinary lines and by the literals themselves, to
/// choose the part of a literal that is met by chance least.
final class GramCounts {

    private static final int SIZE = 1 << 16;
    private static final int SHIFT = Grams.shift(SIZE);

    private final int length;
    private final long mask;
    private final int[] counts = new int[SIZE];

    /// Counts groups of that many bytes.
    GramCounts(int length, byte[][] literals) {
        this.length = length;
        this.mask = Grams.mask(length);
        count(OrdinaryLines.bytes());
        for (byte[] literal : literals) {
            count(literal);
        }
    }

    private void count(byte[] bytes) {
        for (int at = 0; at + length <= bytes.length; at++) {
            counts[place(bytes, at)]++;
        }
    }

    private int place(byte[] bytes, int at) {
        return Grams.hash(Grams.near(bytes, at) & mask, SHIFT);
    }

    /// Where the window of that many bytes begins whose groups are met least often.
    int rarestWindow(byte[] literal, int window) {
        int groups = window - length + 1;
        int[] met = new int[literal.length - length + 1];
        for (int at = 0; at < met.length; at++) {
            met[at] = counts[place(literal, at)];
        }
        int best = 0;
        long bestSum = Long.MAX_VALUE;
        long sum = 0;
        for (int at = 0; at < met.length; at++) {
            sum += met[at] - (at >= groups ? met[at - groups] : 0);
            if (at >= groups - 1 && sum < bestSum) {
                bestSum = sum;
                best = at - groups + 1;
            }
        }
        return best;
    }
}
