package dev.clew.match.literal;

import java.util.Arrays;

/// Windows, parts of literals of one length, found by any of the groups of bytes in them.
///
/// A group tells at which offsets of a window it stands, by the bits of one byte; nearly all groups
/// of ordinary text stand in none. Only then are the windows themselves looked up, by all their
/// bytes.
final class WindowTable {

    /// Places for each group: few others share one.
    private static final int ROOM = 16;

    /// Beyond this the table would not stay in the processor's cache.
    private static final int LARGEST = 1 << 20;

    private final int steps;
    private final long gramMask;
    private final long windowMask;
    private final byte[] offsets;
    private final int offsetShift;
    private final int[] heads;
    private final int headShift;
    private final long[] windows;
    private final int[] literals;
    private final int[] starts;
    private final int[] nexts;
    private int size;

    /// @param window length of the windows, at most 8
    /// @param gram length of the groups; a window has at most 8 of them
    /// @param capacity how many windows will be added at most
    WindowTable(int window, int gram, int capacity) {
        this.steps = window - gram + 1;
        this.gramMask = Grams.mask(gram);
        this.windowMask = Grams.mask(window);
        int places = Integer.highestOneBit(Math.max(64, capacity * steps)) * ROOM;
        this.offsets = new byte[Math.min(LARGEST, places)];
        this.offsetShift = Grams.shift(offsets.length);
        this.heads = new int[Integer.highestOneBit(Math.max(16, capacity)) * ROOM];
        this.headShift = Grams.shift(heads.length);
        Arrays.fill(heads, -1);
        this.windows = new long[capacity];
        this.literals = new int[capacity];
        this.starts = new int[capacity];
        this.nexts = new int[capacity];
    }

    /// Adds the window of a literal that begins there.
    void add(byte[] bytes, int start, int literal) {
        for (int offset = 0; offset < steps; offset++) {
            offsets[place(Grams.near(bytes, start + offset))] |= (byte) (1 << offset);
        }
        long whole = Grams.near(bytes, start) & windowMask;
        int head = Grams.hash(whole, headShift);
        windows[size] = whole;
        literals[size] = literal;
        starts[size] = start;
        nexts[size] = heads[head];
        heads[head] = size++;
    }

    private int place(long gram) {
        return Grams.hash(gram & gramMask, offsetShift);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// How many bytes can be passed over from one look to the next.
    int steps() {
        return steps;
    }

    /// The first place from `at` on, by steps, of which the group stands in a window, or the first
    /// one beyond `last`.
    int next(byte[] bytes, int at, int last) {
        byte[] table = offsets;
        int shift = offsetShift;
        long mask = gramMask;
        int step = steps;
        int place = at;
        while (place <= last && table[Grams.hash(Grams.at(bytes, place) & mask, shift)] == 0) {
            place += step;
        }
        return place;
    }

    /// The offsets of a window that a group stands at, one bit each.
    int offsets(long gram) {
        return offsets[place(gram)];
    }

    /// The first window that may be these bytes, or -1.
    int first(long bytes) {
        return heads[Grams.hash(bytes & windowMask, headShift)];
    }

    int next(int entry) {
        return nexts[entry];
    }

    boolean is(int entry, long bytes) {
        return windows[entry] == (bytes & windowMask);
    }

    int literal(int entry) {
        return literals[entry];
    }

    /// Where in its literal a window begins.
    int start(int entry) {
        return starts[entry];
    }
}
