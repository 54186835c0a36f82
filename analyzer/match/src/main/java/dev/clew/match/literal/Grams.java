package dev.clew.match.literal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Groups of up to eight bytes as one number, the first byte in the lowest bits, with the bit set
/// that tells small letters from capital ones.
final class Grams {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FOLD = 0x2020202020202020L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Grams() {}

    /// Eight bytes that are all there.
    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at) | FOLD;
    }

    /// Eight bytes, of which some may lie beyond the end.
    static long near(byte[] bytes, int at) {
        if (at + Long.BYTES <= bytes.length) {
            return at(bytes, at);
        }
        long gram = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            gram = gram << 8 | bytes[i] & 0xff;
        }
        return gram | FOLD;
    }

    /// What to keep of a number to have so many of its bytes.
    static long mask(int length) {
        return length == Long.BYTES ? -1 : (1L << 8 * length) - 1;
    }

    /// A place in a table of `1 << 64 - shift` places.
    static int hash(long gram, int shift) {
        return (int) (gram * MIX >>> shift);
    }

    /// A number that has nothing to do with [#hash], for a table of at most 2^31 places.
    static int otherHash(long gram) {
        return (int) (gram * MIX >>> 16);
    }

    /// The shift for a table of that size, a power of two.
    static int shift(int size) {
        return Long.SIZE - Integer.numberOfTrailingZeros(size);
    }
}
