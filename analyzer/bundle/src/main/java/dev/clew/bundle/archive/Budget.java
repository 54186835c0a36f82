package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import dev.clew.model.Limits;

/// What a run has used of its [Limits]. For use by one thread.
public final class Budget {

    private final Limits limits;
    private long entries;
    private long bytes;

    public Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    void entry() throws LimitException {
        if (bytes > limits.of(Bound.UNPACKED_BYTES)) {
            throw new LimitException(
                    "more than "
                            + limits.of(Bound.UNPACKED_BYTES)
                            + " bytes unpacked: the rest is not read");
        }
        if (++entries > limits.of(Bound.ARCHIVE_ENTRIES)) {
            throw new LimitException(
                    "more than "
                            + limits.of(Bound.ARCHIVE_ENTRIES)
                            + " entries: the rest is not read");
        }
    }

    void unpacked(long count) throws LimitException {
        bytes += count;
        if (bytes > limits.of(Bound.UNPACKED_BYTES)) {
            throw new LimitException(
                    "more than "
                            + limits.of(Bound.UNPACKED_BYTES)
                            + " bytes unpacked: the rest is not read");
        }
    }
}
