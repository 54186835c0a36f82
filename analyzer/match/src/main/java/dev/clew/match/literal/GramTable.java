package dev.clew.match.literal;

import java.util.Arrays;

/// Which literals have a group of four bytes, and where. A bit set in front answers nearly all
/// questions with no.
final class GramTable {

    static final int MIX = 0x9E3779B1;

    private final long[] bits;
    private final int shift;
    private final int[] heads;
    private final int headShift;
    private final int[] grams;
    private final int[] literals;
    private final int[] offsets;
    private final int[] nexts;
    private int size;

    /// @param capacity how many groups will be added at most
    GramTable(int capacity) {
        // 32 bits for each group: one look in 32 is let through by chance at worst
        int bitCount = Math.max(1 << 12, Integer.highestOneBit(Math.max(1, capacity)) << 6);
        bits = new long[bitCount >>> 6];
        shift = Integer.numberOfLeadingZeros(bitCount) + 1;
        int headCount = Math.max(16, Integer.highestOneBit(Math.max(1, capacity)) << 1);
        heads = new int[headCount];
        headShift = Integer.numberOfLeadingZeros(headCount) + 1;
        Arrays.fill(heads, -1);
        grams = new int[capacity];
        literals = new int[capacity];
        offsets = new int[capacity];
        nexts = new int[capacity];
    }

    void add(int gram, int literal, int offset) {
        int hash = gram * MIX >>> shift;
        bits[hash >>> 6] |= 1L << hash;
        int head = gram * MIX >>> headShift;
        grams[size] = gram;
        literals[size] = literal;
        offsets[size] = offset;
        nexts[size] = heads[head];
        heads[head] = size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long[] bits() {
        return bits;
    }

    int shift() {
        return shift;
    }

    int first(int gram) {
        return heads[gram * MIX >>> headShift];
    }

    int next(int entry) {
        return nexts[entry];
    }

    int gram(int entry) {
        return grams[entry];
    }

    int literal(int entry) {
        return literals[entry];
    }

    int offset(int entry) {
        return offsets[entry];
    }
}
