package dev.clew.diagnose.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Bound;
import dev.clew.model.Frame;
import dev.clew.model.LimitLog;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts name what is seen and when: `a1 b2` is pattern a in the first second, then b in the
/// second one. What comes of it are the seconds of each frame's records: `1,2`.
class FrameMatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 b2             | 1,2",
                "b1 a2             | 2,1",
                "a1 b1             | 1,1",
                "a1 b11            | 1,11",
                "a1 b12            | ''",
                "a1 a2 b3 b4       | 1,3 2,4",
                "a1 a8 b12         | 8,12",
                "ab1               | 1,1",
                "a1                | ''",
            })
    void aSetWaitsForItsPartsInAnyOrder(String script, String frames) {
        assertThat(run(set(10, part('a', 1), part('b', 1)), script)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 b2 a3          | 1,3,2",
                "a1 b2             | ''",
                "a1 a12 a20 b21    | 12,20,21",
                "a1 a2 a3 a4 b5 b6 | 1,2,5 3,4,6",
            })
    void aPartMayBeNeededMoreThanOnce(String script, String frames) {
        assertThat(run(set(10, part('a', 2), part('b', 1)), script)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 b2 c3          | 1,2,3",
                "a1 c2 b3          | ''",
                "b1 a2 b3 c4       | 2,3,4",
                "a1 b1 c1          | 1,1,1",
                "a1 b2 c12         | ''",
                "a1 a2 b3 c11 c12  | 1,3,11",
                "a1 b2 a3 b4 c5 c6 | 1,2,5 3,4,6",
                "a1 a9 b10 c15     | 9,10,15",
            })
    void aSequenceWaitsForItsPartsInOrder(String script, String frames) {
        Frame frame =
                new Frame(
                        true,
                        Duration.ofSeconds(10),
                        List.of(part('a', 1), part('b', 1), part('c', 1)),
                        List.of());
        assertThat(run(frame, script)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 a2 b3 a4 b5    | 1,2,3",
                "a1 b2 b3          | ''",
                "a1 a2 a3 a4 b5 b6 | 1,2,5 3,4,6",
            })
    void aSequenceCountsInARow(String script, String frames) {
        Frame frame =
                new Frame(
                        true,
                        Duration.ofSeconds(10),
                        List.of(part('a', 2), part('b', 1)),
                        List.of());
        assertThat(run(frame, script)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1 b3             | 1,3",
                "a1 r2 b3          | ''",
                "a1 b3 r3          | ''",
                "a1 b3 r4          | 1,3",
                "r1 a2 b3          | 2,3",
                "a1 r2 b3 a4 b5    | 4,3",
            })
    void whatStandsBetweenVoids(String script, String frames) {
        Frame frame =
                new Frame(
                        false,
                        Duration.ofSeconds(10),
                        List.of(part('a', 1), part('b', 1)),
                        List.of(voids(0, 0, 0, false)));
        assertThat(run(frame, script)).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | 0  | 60 | true  | a1 b10 r60 | ''",
                "0  | 0  | 60 | true  | a1 b10 r61 | ''",
                "0  | 0  | 60 | true  | a1 b10 r62 | 1,10",
                "1  | 0  | 60 | true  | a1 b10 r70 | ''",
                "1  | 0  | 60 | true  | a1 b10 r71 | 1,10",
                "1  | 5  | 60 | true  | a1 b10 r12 | 1,10",
                "1  | 5  | 60 | true  | a1 b10 r75 | ''",
                "0  | 0  | 30 | false | a1 b11 r41 | ''",
                "0  | 0  | 30 | false | a1 b11 r42 | 1,11",
                "0  | -5 | 5  | true  | r1 a6 b7   | ''",
                "0  | -5 | 5  | true  | r1 a7 b8   | 7,8",
            })
    void aVoidHasAnAnchorASlideAndAWindow(
            int anchor, int slide, int window, boolean absolute, String script, String frames) {
        for (boolean inOrder : new boolean[] {true, false}) {
            Frame frame =
                    new Frame(
                            inOrder,
                            Duration.ofSeconds(10),
                            List.of(part('a', 1), part('b', 1)),
                            List.of(voids(anchor, slide, window, absolute)));
            assertThat(run(frame, script)).isEqualTo(frames);
        }
    }

    @Test
    void aSingleRecordIsVoidedByItself() {
        Frame frame =
                new Frame(
                        false,
                        Duration.ZERO,
                        List.of(part('a', 1)),
                        List.of(voids(0, 0, 0, false)));
        assertThat(run(frame, "ar1 a2 a3 r4")).isEqualTo("2 3");
    }

    @Test
    void aFrameCanBePartOfAnother() {
        Frame inner =
                new Frame(
                        true,
                        Duration.ofSeconds(5),
                        List.of(part('a', 1), part('b', 1)),
                        List.of());
        Frame frame = set(20, new Frame.Part(-1, inner, 1), part('c', 1));
        assertThat(run(frame, "a1 b2 c10")).isEqualTo("1,2,10");
        assertThat(run(frame, "b1 a2 c10")).isEmpty();
        assertThat(run(frame, "c1 a2 b3")).isEqualTo("2,3,1");
    }

    @Test
    void aFrameCanVoidAnother() {
        Frame inner =
                new Frame(
                        true,
                        Duration.ofSeconds(5),
                        List.of(part('b', 1), part('c', 1)),
                        List.of());
        Frame frame =
                new Frame(
                        false,
                        Duration.ZERO,
                        List.of(part('a', 1)),
                        List.of(
                                new Frame.Void(
                                        -1,
                                        inner,
                                        Duration.ofSeconds(10),
                                        Duration.ZERO,
                                        0,
                                        true)));
        assertThat(run(frame, "a1 b2 c3")).isEmpty();
        assertThat(run(frame, "a1 c2 b3")).isEqualTo("1");
    }

    private static Frame set(int window, Frame.Part... parts) {
        return new Frame(false, Duration.ofSeconds(window), List.of(parts), List.of());
    }

    private static Frame.Part part(char name, int times) {
        return new Frame.Part(name - 'a', null, times);
    }

    private static Frame.Void voids(int anchor, int slide, int window, boolean absolute) {
        return new Frame.Void(
                'r' - 'a',
                null,
                Duration.ofSeconds(window),
                Duration.ofSeconds(slide),
                anchor,
                absolute);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | r1 r2 a6 b7    | ''  | 0",
                "1 | r1 r2 a6 b7    | ''  | 1",
            })
    void tellsOfTimesOfAVoidThatItForgets(int most, String script, String frames, long lost) {
        Frame frame =
                new Frame(
                        false,
                        Duration.ofSeconds(10),
                        List.of(part('a', 1), part('b', 1)),
                        List.of(voids(0, -5, 5, true)));
        LimitLog log = new LimitLog(Limits.DEFAULT.with(Bound.FRAME_VOIDS, most));
        assertThat(run(frame, script, log)).isEqualTo(frames);
        assertThat(log.all().stream().mapToLong(LimitReached::cost).sum()).isEqualTo(lost);
    }

    private static String run(Frame frame, String script) {
        return run(frame, script, new LimitLog(Limits.DEFAULT));
    }

    private static String run(Frame frame, String script, LimitLog log) {
        FrameMatcher matcher = FrameMatcher.of(frame, new Room(log));
        List<Hit> whole = new ArrayList<>();
        long last = 0;
        for (String step : script.split(" ")) {
            String names = step.replaceAll("\\d+", "");
            int second = Integer.parseInt(step.replaceAll("\\D+", ""));
            BitSet met = new BitSet();
            names.chars().forEach(name -> met.set(name - 'a'));
            LogRecord record =
                    LogRecord.of(RecordKind.LOG, new Origin("app.log", second), names).build();
            last = second * 1_000_000_000L;
            whole.addAll(matcher.take(last, met, new Seen(record, Map.of(), List.of(), -1)));
        }
        whole.addAll(matcher.end(last));
        return whole.stream()
                .map(hit ->
                        hit.records().stream()
                                .map(seen -> String.valueOf(seen.record().origin().line()))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
