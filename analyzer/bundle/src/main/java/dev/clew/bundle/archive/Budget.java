package dev.clew.bundle.archive;

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
        if (bytes > limits.mostBytes()) {
            throw new LimitException(
                    "more than " + limits.mostBytes() + " bytes unpacked: the rest is not read");
        }
        if (++entries > limits.mostEntries()) {
            throw new LimitException(
                    "more than " + limits.mostEntries() + " entries: the rest is not read");
        }
    }

    void unpacked(long count) throws LimitException {
        bytes += count;
        if (bytes > limits.mostBytes()) {
            throw new LimitException(
                    "more than " + limits.mostBytes() + " bytes unpacked: the rest is not read");
        }
    }
}
