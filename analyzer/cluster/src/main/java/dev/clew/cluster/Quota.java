package dev.clew.cluster;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes may still be gathered.
final class Quota {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Quota(long most) {
        this.most = most;
    }

    /// Takes some.
    ///
    /// @return whether that was still within the bound
    boolean take(long bytes) {
        return taken.addAndGet(bytes) <= most;
    }

    boolean isUsedUp() {
        return taken.get() >= most;
    }

    long taken() {
        return taken.get();
    }

    String reason() {
        return "more than " + most + " bytes in all";
    }
}
