package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import dev.clew.model.Limits;
import java.util.function.LongSupplier;

/// What a run has used of its [Limits]. For use by one thread.
public final class Budget {

    private final Limits limits;
    private long entries;
    private long bytes;
    private long bytesBefore;
    private LongSupplier outermost = () -> 0;

    public Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /// The next of the files or streams that are named begins.
    ///
    /// @param size tells its length, or how much of it was read so far
    void begin(LongSupplier size) {
        outermost = size;
        bytesBefore = bytes;
    }

    void entry() throws LimitException {
        check();
        if (++entries > limits.of(Bound.ARCHIVE_ENTRIES)) {
            throw new LimitException(
                    Bound.ARCHIVE_ENTRIES,
                    "more than "
                            + limits.of(Bound.ARCHIVE_ENTRIES)
                            + " entries: the rest is not read");
        }
    }

    void unpacked(long count) throws LimitException {
        bytes += count;
        check();
    }

    private void check() throws LimitException {
        if (bytes > limits.of(Bound.UNPACKED_BYTES)) {
            throw new LimitException(
                    Bound.UNPACKED_BYTES,
                    "more than "
                            + limits.of(Bound.UNPACKED_BYTES)
                            + " bytes unpacked: the rest is not read");
        }
        long here = bytes - bytesBefore;
        if (here > limits.of(Bound.EXPANSION_RATIO_FROM)
                && here / limits.of(Bound.EXPANSION_RATIO) > Math.max(1, outermost.getAsLong())) {
            throw new LimitException(
                    Bound.EXPANSION_RATIO,
                    "unpacks in all to more than "
                            + limits.of(Bound.EXPANSION_RATIO)
                            + " times its size: the rest is not read");
        }
    }
}
