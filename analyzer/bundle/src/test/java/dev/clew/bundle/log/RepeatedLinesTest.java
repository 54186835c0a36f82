package dev.clew.bundle.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Source;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E0805 12:00:0%d.123456    1234 kubelet.go:56] \"Error getting node\" err=\"node \\\"a\\\" not found\"",
                "2022-08-22T16:34:1%d.123456789Z stderr F E0822 16:34:1%1$d.120000       1 reflector.go:138] watch failed",
                "2022-08-22T16:34:1%d.123456789Z stdout F time=\"2022-08-22T16:34:1%1$dZ\" level=error msg=\"no route\" subsys=daemon",
                "time=\"2022-08-22T16:34:1%dZ\" level=warning msg=\"no route\" subsys=daemon",
                "time=2022-08-22T16:34:1%d.5Z level=error source=/go/src/a.go:1 msg=\"no route\" module=agent",
                "{\"level\":\"error\",\"msg\":\"no route\",\"time\":\"2022-08-22T16:34:1%dZ\",\"pod\":\"shop/web-0\"}",
                "ts=2022-08-22T16:34:1%d.000Z caller=main.go:12 level=error err=\"no route\"",
            })
    void readsALineThatComesAgainAsItReadsItAlone(String line) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            log.append(line.formatted(i)).append('\n');
        }
        List<LogRecord> records = read(log.toString());
        assertThat(records).hasSize(8);
        assertThat(records.stream().filter(LogRecord::isRepeat)).hasSizeGreaterThan(4);
        for (int i = 0; i < 8; i++) {
            LogRecord alone = read(line.formatted(i) + "\n").getFirst();
            LogRecord record = records.get(i);
            assertThat(record.origin().line()).isEqualTo(i + 1);
            assertThat(record.raw()).isEqualTo(alone.raw());
            assertThat(record.time()).isNotNull().isEqualTo(alone.time());
            assertThat(record.timeAssumed()).isEqualTo(alone.timeAssumed());
            assertThat(record.level()).isEqualTo(alone.level());
            assertThat(record.component()).isEqualTo(alone.component());
            assertThat(record.entity()).isEqualTo(alone.entity());
            assertThat(record.subject()).isEqualTo(alone.subject());
        }
    }

    @Test
    void tellsLinesApartByAllButTheirOwnStamps() {
        String line = "E0805 12:00:0%d.123456    1234 a.go:56] expired at 2022-08-0%1$dT00:00:00Z";
        StringBuilder log = new StringBuilder();
        for (int i = 1; i < 9; i++) {
            log.append(line.formatted(i)).append('\n');
        }
        List<LogRecord> records = read(log.toString());
        assertThat(records).hasSize(8).noneMatch(LogRecord::isRepeat);
        assertThat(records.getLast().message()).endsWith("2022-08-08T00:00:00Z");
    }

    @Test
    void leavesContinuationLinesWithTheirRecord() {
        String line = "E0805 12:00:0%d.123456    1234 a.go:56] panic: no route\n";
        String trace = "\tgoroutine 1 [running]:\n\tmain.main()\n";
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            log.append(line.formatted(i)).append(i % 2 == 1 ? trace : "");
        }
        List<LogRecord> records = read(log.toString());
        assertThat(records).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(records.get(i).raw().contains("goroutine")).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void knowsALineAgainWhereTheSourceTellsTheYear() {
        String line = "E0805 12:00:01.123456    1234 a.go:56] no route\n";
        List<LogRecord> records =
                read(
                        Source.named("a.log").in(Year.of(2022), null),
                        line.repeat(5),
                        new RepeatedLines());
        assertThat(records.get(3).isRepeat()).isTrue();
        assertThat(records)
                .allMatch(record -> !record.timeAssumed())
                .allMatch(record -> record.time().equals(records.getFirst().time()));
    }

    @Test
    void forgetsALineWithItsSource() {
        String line = "E0805 12:00:01.123456    1234 a.go:56] no route\n";
        RepeatedLines repeated = new RepeatedLines();
        read("a.log", line.repeat(5), repeated);
        List<LogRecord> records = read("b.log", line.repeat(5), repeated);
        assertThat(records.getFirst().isRepeat()).isFalse();
        assertThat(records).allMatch(record -> record.origin().source().equals("b.log"));
    }

    private static List<LogRecord> read(String log) {
        return read("a.log", log, new RepeatedLines());
    }

    private static List<LogRecord> read(String path, String log, RepeatedLines repeated) {
        return read(Source.named(path), log, repeated);
    }

    private static List<LogRecord> read(Source source, String log, RepeatedLines repeated) {
        List<LogRecord> records = new ArrayList<>();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        new LogReader(source, repeated)
                .read(bytes, bytes.length, 1, LineFilter.EVERY_LINE, records::add);
        return records;
    }
}
