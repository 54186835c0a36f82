package dev.clew.match.literal;

import java.util.Arrays;

/// Windows, parts of literals of one length, found by any of the groups of bytes in them.
///
/// One bit for each group says whether it may stand in a window at all, which it does not in nearly
/// all of ordinary text. For the others a byte tells at which offsets of a window. Only then are
/// the windows themselves looked up, by all their bytes.
///
/// A literal that is shorter than a window, but not than a group, is found all the same: by its
/// first group, and by those that reach out of it by one byte, whatever that byte is.
final class WindowTable {

    /// What a byte can be, once the letter case is left out.
    private static final int BYTES = 128;

    /// Bits for each group: of the groups that stand in no window, one in so many passes for one
    /// that does.
    private static final int BITS = 64;

    /// Beyond so many bits the table would not stay in the processor's second cache.
    private static final int MOST_BITS = 1 << 21;

    private static final int PLACES = 8;
    private static final int MOST_PLACES = 1 << 18;
    private static final int HEADS = 4;

    private final int steps;
    private final long gramMask;
    private final long windowMask;
    private final int[] met;
    private final int metShift;
    private final byte[] offsets;
    private final int[] heads;
    private final int headShift;
    private final long[] windows;
    private final boolean[] shorts;
    private final int[] literals;
    private final int[] starts;
    private final int[] nexts;
    private int size;

    /// @param window length of the windows, at most 8
    /// @param gram length of the groups; a window has at most 8 of them
    /// @param full how many windows will be added at most
    /// @param brief how many literals shorter than that; there can be some if there are three
    ///   groups in a window
    WindowTable(int window, int gram, int full, int brief) {
        this.steps = window - gram + 1;
        this.gramMask = Grams.mask(gram);
        this.windowMask = Grams.mask(window);
        int capacity = full + brief;
        int groups = Integer.highestOneBit(Math.max(16, full * steps + brief * (2 * BYTES + 1)));
        int bits = Math.min(MOST_BITS, groups * BITS);
        this.met = new int[bits / Integer.SIZE];
        this.metShift = Grams.shift(bits);
        this.offsets = new byte[Math.min(MOST_PLACES, groups * PLACES)];
        this.heads = new int[Integer.highestOneBit(Math.max(16, capacity)) * HEADS];
        this.headShift = Grams.shift(heads.length);
        Arrays.fill(heads, -1);
        this.windows = new long[capacity];
        this.shorts = new boolean[capacity];
        this.literals = new int[capacity];
        this.starts = new int[capacity];
        this.nexts = new int[capacity];
    }

    /// Adds the window of a literal that begins there.
    void add(byte[] bytes, int start, int literal) {
        for (int offset = 0; offset < steps; offset++) {
            addGroup(Grams.near(bytes, start + offset), offset);
        }
        addEntry(Grams.near(bytes, start) & windowMask, false, literal, start);
    }

    /// Adds the group of a shorter literal that begins there.
    void addShort(byte[] bytes, int start, int literal) {
        long group = Grams.near(bytes, start) & gramMask;
        int last = Long.SIZE - Long.numberOfLeadingZeros(gramMask) - Byte.SIZE;
        for (int any = 0; any < BYTES; any++) {
            // of 128 bytes without that bit, the ones with it
            long other = (long) any << 1 & 0xc0 | 0x20 | any & 0x1f;
            addGroup(group << Byte.SIZE | other, steps);
            addGroup(group >>> Byte.SIZE | other << last, steps + 2);
        }
        addGroup(group, steps + 1);
        addEntry(group, true, literal, start);
    }

    private void addGroup(long gram, int offset) {
        int bit = Grams.hash(gram & gramMask, metShift);
        met[bit >>> 5] |= 1 << bit;
        offsets[place(gram)] |= (byte) (1 << offset);
    }

    private void addEntry(long window, boolean brief, int literal, int start) {
        int head = Grams.hash(window, headShift);
        windows[size] = window;
        shorts[size] = brief;
        literals[size] = literal;
        starts[size] = start;
        nexts[size] = heads[head];
        heads[head] = size++;
    }

    private int place(long gram) {
        return Grams.otherHash(gram & gramMask) & offsets.length - 1;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// How many bytes can be passed over from one look to the next.
    int steps() {
        return steps;
    }

    /// The first place from `at` on, by steps, of which the group may stand in a window, or the
    /// first one beyond `last`.
    int next(byte[] bytes, int at, int last) {
        int[] table = met;
        int shift = metShift;
        long mask = gramMask;
        int step = steps;
        int place = at;
        while (place <= last) {
            int bit = Grams.hash(Grams.at(bytes, place) & mask, shift);
            if ((table[bit >>> 5] >>> bit & 1) != 0) {
                return place;
            }
            place += step;
        }
        return place;
    }

    /// How a group may stand in windows, one bit each: see [#windowStart] and [#isShort].
    int offsets(long gram) {
        return offsets[place(gram)];
    }

    /// Whether a bit of the offsets is for literals shorter than a window.
    boolean isShort(int offset) {
        return offset >= steps;
    }

    /// Where the window begins if its group stands there, at that offset.
    int windowStart(int at, int offset) {
        return isShort(offset) ? at + steps + 1 - offset : at - offset;
    }

    /// The first window that may be these bytes, or -1.
    int first(long bytes, boolean brief) {
        return heads[Grams.hash(bytes & mask(brief), headShift)];
    }

    int next(int entry) {
        return nexts[entry];
    }

    boolean is(int entry, long bytes, boolean brief) {
        return shorts[entry] == brief && windows[entry] == (bytes & mask(brief));
    }

    private long mask(boolean brief) {
        return brief ? gramMask : windowMask;
    }

    int literal(int entry) {
        return literals[entry];
    }

    /// Where in its literal a window begins.
    int start(int entry) {
        return starts[entry];
    }
}
