package dev.clew.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line ends in bytes, eight at a time: with gigabytes of lines that nobody reads, most of
/// the work is to count them.
public final class LineEnds {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long ENDS = '\n' * ONES;

    /// So many longs can be summed up byte by byte before a byte runs over.
    private static final int LONGS_AT_ONCE = 255;

    private LineEnds() {}

    /// The highest bit of each byte that is a line end.
    private static long ends(byte[] bytes, int at) {
        long differ = (long) LONGS.get(bytes, at) ^ ENDS;
        return ~((differ | HIGHS) - ONES | differ) & HIGHS;
    }

    /// Where the next line end stands from `from` on, or `to` if there is none before.
    public static int next(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long ends = ends(bytes, at);
            if (ends != 0) {
                return at + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /// Where the line begins that `at` is in or at the end of, not before `from`.
    public static int startOfLine(byte[] bytes, int from, int at) {
        int start = at;
        while (start > from && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /// How many line ends there are in `[from, to)`.
    public static int count(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        while (at + Long.BYTES <= to) {
            int stop = (int) Math.min(to - Long.BYTES, at + (LONGS_AT_ONCE - 1L) * Long.BYTES);
            long sums = 0;
            for (; at <= stop; at += Long.BYTES) {
                sums += ends(bytes, at) >>> 7;
            }
            count += sumOfBytes(sums);
        }
        for (; at < to; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int sumOfBytes(long bytes) {
        long pairs = (bytes & 0x00ff00ff00ff00ffL) + (bytes >>> 8 & 0x00ff00ff00ff00ffL);
        return (int) (pairs * 0x0001000100010001L >>> 48);
    }
}
