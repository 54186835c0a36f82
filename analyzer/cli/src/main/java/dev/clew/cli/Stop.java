package dev.clew.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The user's wish to end a run early (Ctrl-C). The run then prints what it has found so far.
public final class Stop {

    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted;

    /// Asks for the end of the run, and waits until it has printed what it found.
    void request() {
        wanted = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("clew: stopped without a report");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the user wants the run to end.
    public boolean wanted() {
        return wanted;
    }

    /// Says that everything is printed.
    void done() {
        ended.countDown();
    }
}
