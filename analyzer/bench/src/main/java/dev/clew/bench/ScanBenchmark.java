package dev.clew.bench;

import dev.clew.match.LineMarks;
import dev.clew.match.LiteralPrefilter;
import dev.clew.match.index.PackIndex;
import dev.clew.testkit.HealthyLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The look at every byte: which lines of a block of healthy logs have a literal of the pack.
/// Operations are blocks of [#BYTES].
@State(Scope.Benchmark)
public class ScanBenchmark {

    /// Size of the block, as the engine cuts them.
    static final int BYTES = 1 << 20;

    /// Block of the same seed in every run.
    @Param("7")
    public long seed;

    private byte[] block = new byte[0];
    private LiteralPrefilter prefilter = new LiteralPrefilter(Shipped.NONE);

    /// Makes the block.
    @Setup
    public void prepare() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES);
        new HealthyLogs(seed).write(out, BYTES);
        block = out.toByteArray();
        try (PackIndex pack = Shipped.pack()) {
            prefilter = new LiteralPrefilter(pack);
        }
    }

    /// One block.
    @Benchmark
    public void block(Blackhole hole) {
        LineMarks marks = new LineMarks(block, 0, block.length);
        prefilter.mark(block, 0, block.length, "", marks, (from, to) -> false);
        marks.forEach((from, to) -> hole.consume(from));
    }
}
