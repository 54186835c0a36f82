package dev.clew.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {

    private static final long START = Instant.parse("2026-03-01T22:50:00Z").getEpochSecond();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 59, 3_600, 86_400, 864_000, 40_000_000, 4_000_000_000L})
    void ticksAreFewAndInside(long span) {
        List<TimeScale.Tick> ticks = new TimeScale(START, START + span, false).ticks();
        assertThat(ticks.stream().filter(each -> each.level() == 1).count()).isBetween(1L, 7L);
        assertThat(ticks.size()).isLessThan(140);
        assertThat(ticks).allSatisfy(each -> assertThat(each.place()).isBetween(0.0, 100.0));
        assertThat(ticks.stream().map(TimeScale.Tick::place)).doesNotHaveDuplicates();
    }

    @Test
    void midnightIsTheDay() {
        List<String> labels =
                new TimeScale(START, START + 7_200, false)
                        .ticks().stream()
                                .filter(each -> each.level() == 1)
                                .map(TimeScale.Tick::label)
                                .toList();
        assertThat(labels).contains("03-02", "23:30");
    }

    @Test
    void agesCountBackFromTheCapture() {
        TimeScale scale = new TimeScale(-600, 0, true);
        assertThat(scale.place(0)).isGreaterThan(scale.place(-600));
        assertThat(scale.ticks().stream().map(TimeScale.Tick::label)).contains("0", "−5m");
    }
}
