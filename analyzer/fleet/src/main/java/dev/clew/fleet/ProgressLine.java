package dev.clew.fleet;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.spark.util.LongAccumulator;

/// One line on a terminal that says how far a run is.
final class ProgressLine implements AutoCloseable {

    private static final String WIPE = "\r\u001b[K";
    private static final long TICK = 500;

    private final PrintStream err;
    private final LongAccumulator done;
    private final long all;
    private final long start = System.nanoTime();
    private final Thread thread;
    private volatile boolean ended;

    /// @param done counts the bundles that are analysed
    /// @param all how many there are to analyse
    ProgressLine(PrintStream err, LongAccumulator done, long all) {
        this.err = err;
        this.done = done;
        this.all = all;
        this.thread = Thread.ofPlatform().daemon().name("progress").unstarted(this::run);
    }

    /// Shows it from now on.
    void show() {
        thread.start();
    }

    private void run() {
        while (!ended) {
            double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
            err.print(WIPE + line(Math.min(done.value(), all), all, seconds));
            err.flush();
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    static String line(long done, long all, double seconds) {
        String begun = String.format(Locale.ROOT, "%,d of %,d bundles", done, all);
        if (done == 0 || seconds < 1) {
            return begun;
        }
        double each = seconds / done;
        long left = Math.round((all - done) * each);
        return begun
                + String.format(Locale.ROOT, " · %.1f/s", 1 / each)
                + (left < 1 ? "" : " · about " + time(left) + " left");
    }

    private static String time(long seconds) {
        return seconds < 90
                ? seconds + " s"
                : seconds < 5400 ? (seconds + 30) / 60 + " min" : (seconds + 1800) / 3600 + " h";
    }

    @Override
    public void close() {
        ended = true;
        if (thread.isAlive()) {
            thread.interrupt();
            err.print(WIPE);
            err.flush();
        }
    }
}
