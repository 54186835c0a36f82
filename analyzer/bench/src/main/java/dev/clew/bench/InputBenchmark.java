package dev.clew.bench;

import dev.clew.bundle.Chunk;
import dev.clew.bundle.ChunkSink;
import dev.clew.bundle.Inputs;
import dev.clew.bundle.Source;
import dev.clew.bundle.layout.Layout;
import dev.clew.match.LiteralPrefilter;
import dev.clew.match.index.PackIndex;
import dev.clew.model.Limits;
import dev.clew.testkit.HealthyLogs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Reading: unpacking 8 MB of logs and cutting them into chunks, and opening the compiled pack.
@State(Scope.Benchmark)
public class InputBenchmark {

    private static final int BYTES = 8 << 20;

    private byte[] packed = new byte[0];

    /// Packs the logs.
    @Setup
    public void prepare() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            new HealthyLogs(7).write(out, BYTES);
        }
        packed = bytes.toByteArray();
    }

    /// Unpacks once, and reads nothing of what is inside.
    @Benchmark
    public long unpack() throws InterruptedException {
        Counter counter = new Counter();
        new Inputs(new ByteArrayInputStream(packed), Limits.DEFAULT, counter)
                .read(List.of(Inputs.STANDARD_INPUT));
        return counter.bytes;
    }

    /// Opens the pack and gets ready to scan.
    @Benchmark
    public LiteralPrefilter open() throws IOException {
        try (PackIndex pack = Shipped.pack()) {
            return new LiteralPrefilter(pack);
        }
    }

    private static final class Counter implements ChunkSink {
        private long bytes;

        @Override
        public void source(Source source) {}

        @Override
        public void chunk(Chunk chunk) {
            bytes += chunk.bytes();
        }

        @Override
        public void skipped(String path, String reason) {
            throw new IllegalStateException(path + ": " + reason);
        }

        @Override
        public void notCollected(String path, String what) {}

        @Override
        public void layout(Layout layout) {}
    }
}
