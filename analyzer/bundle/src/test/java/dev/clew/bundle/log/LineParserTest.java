package dev.clew.bundle.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.log.LogLine.Layer;
import dev.clew.model.Level;
import java.time.Instant;
import java.time.Year;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {

    private static LogLine parse(String line) {
        return new LineParser(Year.of(2024)).parse(line);
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(Layer.KLOG, "I0101 10:00:00.000001       7 a.go:5] well"),
                Arguments.of(Layer.KLOG, "W0101 10:00:00.5 7 sub/a_b.go:51]well"),
                Arguments.of(Layer.LOGFMT, "time=5 level=info msg=well"),
                Arguments.of(Layer.LOGFMT, "t=5 lvl=info msg=well"),
                Arguments.of(Layer.LOGFMT, "pool a level=info at=b msg=well"),
                Arguments.of(Layer.JSON, "{\"level\":\"info\",\"msg\":\"well\"}"),
                Arguments.of(
                        Layer.ENVOY,
                        "[2024-03-04 05:06:07.123][9][info][main] [source/a.cc:4] well"),
                Arguments.of(Layer.ENVOY, "[2024-03-04 05:06:07.123][9][info][main] [a.h:4] well"),
                Arguments.of(Layer.ENVOY, "[2024-03-04 05:06:07.123][9][info][pool a] well"),
                Arguments.of(Layer.CONSOLE, "[INFO] well"),
                Arguments.of(Layer.LEVEL_WORD, "WARNING: well"),
                Arguments.of(Layer.LEVEL_WORD, "2024-03-04T05:06:07Z\tINFO\twell"),
                Arguments.of(Layer.KERNEL, "<6>[   12.345678] well"),
                Arguments.of(Layer.KERNEL, "[Mon Mar  4 05:06:07 2024] well"),
                Arguments.of(Layer.SYSLOG, "Mar 04 05:06:07 n-1 prog[12]: well"),
                Arguments.of(Layer.SYSLOG, "Mar  4 05:06:07 prog: well"),
                Arguments.of(Layer.SYSLOG, "Mar  4 05:06:07: well"),
                Arguments.of(Layer.SYSLOG, "2024-03-04T05:06:07+01:00 n-1 kubelet: well"),
                Arguments.of(Layer.SYSLOG, "2024-03-04T05:06:07+01:00 n-1 /usr/bin/x[7]: well"),
                Arguments.of(Layer.TIMESTAMP, "2024-03-04 05:06:07,5 well"),
                Arguments.of(Layer.TIMESTAMP, "ERROR 2024-03-04T05:06:07Z well"),
                Arguments.of(Layer.CONTAINER_RUNTIME, "2024-03-04T05:06:07Z stdout F well"),
                Arguments.of(Layer.SHIPPER, "[pod/a-b/c] well"),
                Arguments.of(
                        Layer.SHIPPER,
                        "{\"log\":\"well\\n\",\"stream\":\"stdout\",\"time\":\"2024-03-04T05:06:07Z\"}"),
                Arguments.of(Layer.SHIPPER, "{\"MESSAGE\":\"well\",\"_HOSTNAME\":\"n-1\"}"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void findsTheFrameAndTheWords(Layer layer, String text) {
        LogLine line = parse(text);
        assertThat(line.innermost).isEqualTo(layer);
        assertThat(line.message).isEqualTo("well");
        assertThat(line.isFramed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I0101 are ten",
                "E0101 25:99:00.1 7 a.go:5] no such time",
                "level of water=high",
                "the runlevel=3 and then msg=x",
                "[pod/a-b] c",
                "[NOTHING] x",
                "INFORM them",
                "[ 12.3] x",
                "Mar 4 was a day",
                "name: of a thing",
                "notes.md: a thing",
                "{\"level\":\"info\"",
                "2024-03-04T05:06"
            })
    void leavesOtherTextAlone(String text) {
        LogLine line = parse(text);
        assertThat(line.isFramed()).isFalse();
        assertThat(line.rest()).isEqualTo(text);
    }

    @Test
    void klogTellsPlaceAndPairs() {
        LogLine line =
                parse(
                        "E0228 18:54:45.870378    2123 prober.go:91] \"Probe failed\" pod=\"a/b\" err=\"x\"");
        assertThat(line.level).isEqualTo(Level.ERROR);
        assertThat(line.component).isEqualTo("kubelet");
        assertThat(line.fields)
                .containsEntry("caller", "prober.go:91")
                .containsEntry("pod", "a/b")
                .containsEntry("error", "x");
    }

    @Test
    void eachWrapperLeavesWhatItKnows() {
        LogLine line =
                parse(
                        "Mar 04 05:06:07 n-1 kubelet[1]: 2024-03-04T05:06:08Z stderr P [pod/a-b/c] level=warn msg=well");
        assertThat(line.host).isEqualTo("n-1");
        assertThat(line.component).isEqualTo("kubelet");
        assertThat(line.isPartial()).isTrue();
        assertThat(line.pod).isEqualTo("a-b");
        assertThat(line.container).isEqualTo("c");
        assertThat(line.level).isEqualTo(Level.WARN);
        assertThat(line.time).isEqualTo(Instant.parse("2024-03-04T05:06:08Z"));
        assertThat(line.rest()).isEqualTo("level=warn msg=well");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent.log:level=warn msg=well",
                "pods/a/agent.log:12:level=warn msg=well",
                "agent.txt:12:   level=warn msg=well",
                "web-1  | level=warn msg=well",
                "10.0.1.3: {\"level\":\"warn\",\"msg\":\"well\"}",
                "WARN {\"msg\":\"well\"}"
            })
    void looksBehindNames(String text) {
        LogLine line = parse(text);
        assertThat(line.level).isEqualTo(Level.WARN);
        assertThat(line.message).isEqualTo("well");
    }

    @Test
    void numbersOfPinoAreLevels() {
        assertThat(parse("{\"level\":50,\"time\":1709528767000,\"msg\":\"well\"}").level)
                .isEqualTo(Level.ERROR);
        assertThat(parse("{\"level\":30,\"msg\":\"well\"}").level).isEqualTo(Level.INFO);
    }

    @Test
    void wrappersInWrappersEnd() {
        assertThat(parse("[pod/a/b] ".repeat(100) + "x").layers).isEqualTo(8);
    }
}
