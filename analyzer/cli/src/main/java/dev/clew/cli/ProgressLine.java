package dev.clew.cli;

import dev.clew.diagnose.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// One line on the terminal that says how far a run is. It appears only when a run takes longer
/// than a moment, and is wiped out before the report.
final class ProgressLine implements Progress, AutoCloseable {

    private static final String WIPE = "\r\u001b[K";
    private static final double MOMENT = 0.5;

    private final PrintWriter err;
    private final boolean shown;
    private final Stop stop;
    private final long start = System.nanoTime();
    private boolean drawn;

    /// @param shown whether to print anything; stopping works without
    ProgressLine(Console console, boolean shown) {
        this.err = console.err();
        this.shown = shown && console.watched();
        this.stop = console.stop();
    }

    @Override
    public void at(long files, long bytes, int findings) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (shown && seconds >= MOMENT) {
            drawn = true;
            err.print(WIPE + line(files, bytes, findings, seconds));
            err.flush();
        }
    }

    static String line(long files, long bytes, int findings, double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d %s · %s · %s/s · %d kinds of findings so far",
                files,
                files == 1 ? "file" : "files",
                amount(bytes),
                amount((long) (bytes / seconds)),
                findings);
    }

    private static String amount(long bytes) {
        return bytes < 1_000_000
                ? bytes / 1_000 + " kB"
                : bytes < 10_000_000_000L
                        ? bytes / 1_000_000 + " MB"
                        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    @Override
    public boolean stopped() {
        return stop.wanted();
    }

    /// Wipes the line out.
    @Override
    public void close() {
        if (drawn) {
            err.print(WIPE);
            err.flush();
        }
    }
}
