package dev.clew.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineEndsTest {

    private static int slowCount(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int slowNext(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    @Test
    void agreesWithLookingAtEveryByte() {
        SplittableRandom random = new SplittableRandom(25);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            int often = 1 + random.nextInt(60);
            for (int i = 0; i < bytes.length; i++) {
                if (random.nextInt(often) == 0) {
                    bytes[i] = (byte) (random.nextInt(4) == 0 ? '\n' | 0x80 : '\n');
                }
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            assertThat(LineEnds.count(bytes, from, to)).isEqualTo(slowCount(bytes, from, to));
            assertThat(LineEnds.next(bytes, from, to)).isEqualTo(slowNext(bytes, from, to));
        }
    }

    @Test
    void countsMoreThanABytesWorthInOneStretch() {
        byte[] bytes = new byte[100_001];
        java.util.Arrays.fill(bytes, (byte) '\n');
        assertThat(LineEnds.count(bytes, 0, bytes.length)).isEqualTo(bytes.length);
    }

    @Test
    void findsTheStartOfALine() {
        byte[] bytes = "one\ntwo\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(LineEnds.startOfLine(bytes, 0, 5)).isEqualTo(4);
        assertThat(LineEnds.startOfLine(bytes, 5, 6)).isEqualTo(5);
        assertThat(LineEnds.startOfLine(bytes, 0, 3)).isZero();
    }
}
