package dev.clew.match.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineShapeTest {

    private static long shape(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return LineShape.of(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I0805 10:01:02.123456 1 a.go:12] done | I0806 23:59:59.000001 1 a.go:12] done",
                "2026-01-02T03:04:05Z took 1.5s | 2025-11-30T23:00:01Z took 12.75s",
                "dial tcp 10.0.0.1:6443: refused | dial tcp 192.168.17.250:2379: refused",
                "container 4f1a90bce2d37755 is gone | container 0badc0ffee000001 is gone",
                "pod 3f2504e0-4f89-11d3-9a0c-0305e82c3301 | pod 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
                "port 10250 in use | port 30001 in use"
            })
    void leavesOutStampsAddressesAndIds(String one, String other) {
        assertThat(shape(one)).isEqualTo(shape(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit status 1 | exit status 2",
                "exit code: 0 | exit code: 137",
                "0/5 nodes are available | 1/5 nodes are available",
                "HTTP 200 | HTTP 500",
                "E0805 10:01:02.123456 | I0805 10:01:02.123456",
                "level=info | level=warn",
                "deadbeef is a word | facadeaf is a word",
                "\\u0041 | \\u0042"
            })
    void keepsWhatMakesADifference(String one, String other) {
        assertThat(shape(one)).isNotEqualTo(shape(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed to start|'failed to start'",
                "code 137 of|'code 137 of'",
                "exit code 1|'exit code '",
                "1 of 3 nodes|' of 3 nodes'",
                "10.0.0.1:53 refused|' refused'",
                "x-dead-line|'-line'"
            })
    void cutsATextWhereSomethingLeftOutMayBegin(String text, String last) {
        assertThat(LineShape.fixedParts(text).getLast()).isEqualTo(last);
    }

    @Test
    void takesAWordOfHexadecimalLettersAtTheEdgeForPartOfAnId() {
        assertThat(LineShape.fixedParts("hubble-ca")).containsExactly("hubble-");
        assertThat(LineShape.fixedParts("a bad line")).containsExactly(" bad line");
        assertThat(LineShape.fixedParts("x deadbeef x")).isEqualTo(List.of("x deadbeef x"));
        assertThat(LineShape.fixedParts("x deadbee1 x")).containsExactly("x ", " x");
    }
}
