package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An object with more values than a record takes says so.
class ObjectValuesTest {

    private static final String OBJECT =
            """
            apiVersion: example.org/v1
            kind: Widget
            metadata: {name: a, namespace: shop}
            spec: {one: 1, two: [x, y]}
            status: {phase: Ready}
            """;

    @ParameterizedTest
    @CsvSource({"4, 0", "3, 1", "1, 3"})
    void countsValuesThatSignaturesDoNotSee(long most, long beyond) {
        LimitLog log = new LimitLog(Limits.DEFAULT.with(Bound.OBJECT_VALUES, most));
        List<LogRecord> records = new ArrayList<>();
        Texts.read(
                Texts.source("widget.yaml"),
                OBJECT.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                new RecordSink() {
                    @Override
                    public void record(LogRecord record) {
                        records.add(record);
                    }

                    @Override
                    public LimitLog limits() {
                        return log;
                    }
                });
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().value("spec.one")).isEqualTo("1");
        assertThat(records.getFirst().value("spec.two.1")).isEqualTo(most > 2 ? "y" : null);
        assertThat(log.all().stream().mapToLong(LimitReached::cost).sum()).isEqualTo(beyond);
    }
}
