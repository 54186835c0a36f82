package dev.clew.report.html;

import dev.clew.report.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis of time. Places on it are in percent of its width, so that a browser can stretch it.
///
/// @param from its start: seconds since 1970, or minus the greatest age
/// @param to its end
/// @param ages whether it counts back from the capture, which is 0
record TimeScale(long from, long to, boolean ages) {

    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1800,
        3600,
        7200,
        10_800,
        21_600,
        43_200,
        86_400,
        172_800,
        604_800,
        1_209_600,
        2_592_000,
        7_776_000,
        31_536_000
    };

    /// How many ticks there are at most without zoom, with some, and with much.
    private static final int[] TICKS = {6, 24, 96};

    private static final double MARGIN = 3;

    /// A point of the axis that has a label.
    ///
    /// @param place in percent
    /// @param level 1 if it is always shown, 2 or 3 if only when the axis is stretched
    record Tick(double place, String label, int level) {}

    /// Where a time is, in percent.
    double place(long second) {
        return to == from
                ? 50
                : MARGIN + (100 - 2 * MARGIN) * (second - from) / (double) (to - from);
    }

    /// A place as SVG takes it: `12.5%`.
    static String percent(double place) {
        return String.format(Locale.ROOT, "%.3f%%", place);
    }

    /// The ticks of all levels; each is there once, at the lowest.
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (to == from) {
            ticks.add(new Tick(50, label(from, 1), 1));
            return ticks;
        }
        long coarser = 0;
        long coarsest = 0;
        for (int level = 1; level <= TICKS.length; level++) {
            long step = step(TICKS[level - 1]);
            if (step == coarser) {
                break;
            }
            for (long at = Math.ceilDiv(from, step) * step; at <= to; at += step) {
                boolean known =
                        (coarser > 0 && at % coarser == 0) || (coarsest > 0 && at % coarsest == 0);
                if (!known) {
                    ticks.add(new Tick(place(at), label(at, step), level));
                }
            }
            coarsest = coarser;
            coarser = step;
        }
        return ticks;
    }

    private long step(int most) {
        for (long step : STEPS) {
            if ((to - from) / step < most) {
                return step;
            }
        }
        return Math.max(1, (to - from) / most);
    }

    private String label(long second, long step) {
        if (ages) {
            return second == 0 ? "0" : "−" + Ages.words(Duration.ofSeconds(-second));
        }
        String pattern =
                step >= 86_400
                        ? "yyyy-MM-dd"
                        : second % 86_400 == 0 ? "MM-dd" : step >= 60 ? "HH:mm" : "HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochSecond(second));
    }
}
