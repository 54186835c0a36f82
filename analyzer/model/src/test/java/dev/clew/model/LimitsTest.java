package dev.clew.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void holdsTheStandardValueOfEachBoundUnlessToldOtherwise() {
        Limits limits = Limits.DEFAULT.with(Bound.PODS, 3).with(Bound.NODES, 2);

        assertThat(limits.of(Bound.PODS)).isEqualTo(3);
        assertThat(limits.of(Bound.NODES)).isEqualTo(2);
        assertThat(limits.of(Bound.GAPS)).isEqualTo(Bound.GAPS.standard());
        assertThat(Limits.DEFAULT.of(Bound.PODS)).isEqualTo(Bound.PODS.standard());
    }

    @Test
    void takesNoBoundThatLetsNothingThrough() {
        assertThatThrownBy(() -> Limits.DEFAULT.with(Bound.PODS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pods");
    }

    @Test
    void hasRoomUpToTheBoundAndCountsWhatComesAfter() {
        LimitLog log = new LimitLog(Limits.DEFAULT.with(Bound.PODS, 3));

        assertThat(log.hasRoom(Bound.PODS, 2)).isTrue();
        assertThat(log.all()).isEmpty();
        assertThat(log.hasRoom(Bound.PODS, 3)).isFalse();
        assertThat(log.hasRoom(Bound.PODS, 4)).isFalse();
        assertThat(log.all()).containsExactly(new LimitReached(Bound.PODS, 3, 2));
        assertThat(log.all().getFirst().words())
                .isEqualTo("pods (3): 2 pods whose place is not remembered");
    }

    @Test
    void isDocumentedBoundByBound() throws IOException {
        Path root = Path.of(System.getProperty("clew.root", "../.."));
        assertThat(Files.readString(root.resolve("docs/limits.md")))
                .contains(
                        java.util.Arrays.stream(Bound.values())
                                .map(bound -> "| `" + bound.word() + "` | ")
                                .toList());
    }
}
