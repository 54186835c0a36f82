package dev.clew.diagnose.collect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// Counts the lines of a unit by their words without digits: a cheap hash that is the same for all
/// prints of a message, so that only the first ones have to be read.
final class LineFingerprints {

    private static final int LONGEST = 1000;
    private static final int ENOUGH = 3;

    private final Map<Long, int[]> counts = new HashMap<>();
    private final FingerprintBudget budget;
    private final long most;
    private long left;

    /// How often each message was read so far, in whatever units. Of those that were read often
    /// enough, more need not be read: the first ones of all are among them, on whichever thread.
    static final class FingerprintBudget {
        private static final int CAPACITY = 10_000;

        private final Map<Long, int[]> reads = new HashMap<>();

        /// Whether the message is to be read once more.
        boolean wantsMore(long fingerprint) {
            int[] read = reads.get(fingerprint);
            if (read == null) {
                if (reads.size() >= CAPACITY) {
                    return true;
                }
                read = new int[1];
                reads.put(fingerprint, read);
            }
            return read[0]++ < ENOUGH;
        }
    }

    /// @param most kinds of line that are told apart
    LineFingerprints(FingerprintBudget budget, long most) {
        this.budget = budget;
        this.most = most;
    }

    /// Counts a line.
    ///
    /// @return whether it is worth reading: the first three of a kind
    boolean isWorthReading(byte[] bytes, int from, int to) {
        long fingerprint = of(bytes, from, to);
        int[] count = counts.get(fingerprint);
        if (count == null) {
            if (counts.size() >= most) {
                left++;
                return false;
            }
            count = new int[1];
            counts.put(fingerprint, count);
        }
        return ++count[0] <= ENOUGH && budget.wantsMore(fingerprint);
    }

    /// Hands out how often lines of each skeleton were counted.
    void forEach(BiConsumer<Long, Integer> sink) {
        counts.forEach((fingerprint, count) -> sink.accept(fingerprint, count[0]));
    }

    /// How many lines were of kinds for which there was no room.
    long left() {
        return left;
    }

    /// How often a line of that skeleton was counted.
    int count(long fingerprint) {
        int[] count = counts.get(fingerprint);
        return count == null ? 0 : count[0];
    }

    /// The skeleton of the first line of a text.
    static long of(String text) {
        int end = text.indexOf('\n');
        String line = text.substring(0, end < 0 ? text.length() : end);
        byte[] bytes = line.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    private static long of(byte[] bytes, int from, int to) {
        long all = 1;
        long word = 0;
        boolean letters = true;
        int end = Math.min(to, from + LONGEST);
        for (int i = from; i < end; i++) {
            int c = bytes[i];
            int lower = c | 0x20;
            if (lower >= 'a' && lower <= 'z') {
                word = word * 31 + lower;
            } else if (c >= '0' && c <= '9') {
                letters = false;
            } else {
                all = letters && word != 0 ? all * 1_000_003 + word : all;
                word = 0;
                letters = true;
            }
        }
        return letters && word != 0 ? all * 1_000_003 + word : all;
    }
}
