package dev.clew.bench;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.LogRecords;
import dev.clew.match.RuleBook;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.testkit.HealthyLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What a line costs that was let through: taking its frame apart, and holding it against the pack.
/// Operations are lines of eight programs, or lines that signatures find.
@State(Scope.Benchmark)
public class RecordBenchmark {

    private final LogRecords records = new LogRecords(Source.named("bench.log"));
    private List<String> lines = List.of();
    private List<LogRecord> found = List.of();
    private RuleBook book = RuleBook.of(Shipped.NONE);
    private int next;

    /// Makes the lines.
    @Setup
    public void prepare() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HealthyLogs(7).write(out, 16 << 20);
        List<String> all = out.toString(StandardCharsets.UTF_8).lines().toList();
        lines =
                java.util.stream.IntStream.range(0, all.size())
                        .filter(i -> i % 37 == 0)
                        .mapToObj(all::get)
                        .toList();
        book = RuleBook.of(Shipped.pack());
        found = MatchingLines.of(Shipped.sources()).stream().map(this::record).toList();
    }

    private LogRecord record(String line) {
        return records.record(new Origin("bench.log", 1), line);
    }

    /// Parses one line.
    @Benchmark
    public LogRecord parse() {
        next = next + 1 < lines.size() ? next + 1 : 0;
        return record(lines.get(next));
    }

    /// Looks for literals in one record that matches, and runs the expressions of the signatures
    /// that have one there.
    @Benchmark
    public void confirm(Blackhole hole) {
        next = next + 1 < found.size() ? next + 1 : 0;
        hole.consume(book.match(found.get(next)));
    }
}
