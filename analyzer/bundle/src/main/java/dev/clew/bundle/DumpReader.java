package dev.clew.bundle;

import dev.clew.bundle.log.Components;
import dev.clew.model.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `kubectl cluster-info dump` prints: documents, and logs between lines that say whose
/// they are, one after the other (`pkg/cmd/clusterinfo/clusterinfo_dump.go` of kubectl).
final class DumpReader {

    /// What such a stream has near its beginning.
    static final String MARK = "==== START logs for ";

    private static final Pattern START =
            Pattern.compile(
                    "^==== START logs for (?:container (\\S+) of )?pod ([^/ ]+)/(\\S+) ====$");
    private static final Pattern ERROR =
            Pattern.compile("^(?:Request log error|Create log request error): (.*)$");
    private static final int BLOCK = 1 << 20;

    private final Source source;
    private final ChunkSink sink;
    private Source current;
    private byte[] gathered = new byte[BLOCK];
    private int size;
    private boolean first = true;
    private boolean inLog;
    private long total;

    DumpReader(Source source, ChunkSink sink) {
        this.source = source;
        this.current = source;
        this.sink = sink;
    }

    /// Reads the stream to its end.
    ///
    /// @return how many bytes it had
    long read(InputStream in) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        byte[] line = new byte[256];
        int length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            for (int i = 0; i < read; i++) {
                if (length == line.length && length < Streams.LONGEST_LINE) {
                    line = java.util.Arrays.copyOf(line, length * 2);
                }
                if (length < line.length) {
                    line[length++] = buffer[i];
                }
                if (buffer[i] == '\n') {
                    line(line, length);
                    length = 0;
                }
            }
        }
        if (length > 0) {
            line(line, length);
        }
        flush();
        return total;
    }

    private void line(byte[] line, int length) throws InterruptedException {
        if (length > 10 && line[0] == '=' && line[1] == '=') {
            String text = new String(line, 0, length, StandardCharsets.UTF_8).strip();
            Matcher start = START.matcher(text);
            if (start.matches()) {
                flush();
                inLog = true;
                Entity entity =
                        Entity.ofPod(start.group(2), start.group(3)).withContainer(start.group(1));
                String container = start.group(1) == null ? start.group(3) : start.group(1);
                String component = Components.ofWorkload(container);
                current =
                        source.with(
                                entity,
                                component.isEmpty()
                                        ? Components.ofWorkload(start.group(3))
                                        : component);
            } else if (text.startsWith("==== END logs for ")) {
                add(line, length);
                flush();
                inLog = false;
                current = source;
                return;
            }
        } else if (inLog && line[0] != ' ') {
            Matcher error =
                    ERROR.matcher(
                            new String(line, 0, Math.min(length, 400), StandardCharsets.UTF_8)
                                    .strip());
            if (error.matches()) {
                sink.skipped(
                        source.path(),
                        "the dump has no log of " + current.entity().pod() + ": " + error.group(1));
            }
        }
        add(line, length);
    }

    private void add(byte[] line, int length) throws InterruptedException {
        if (inLog && size + length > BLOCK) {
            flush();
        }
        if (size + length > gathered.length) {
            gathered =
                    java.util.Arrays.copyOf(gathered, Math.max(size + length, gathered.length * 2));
        }
        System.arraycopy(line, 0, gathered, size, length);
        size += length;
        if (!inLog && size >= Streams.LARGEST_TEXT) {
            flush();
        }
    }

    private void flush() throws InterruptedException {
        if (size == 0) {
            return;
        }
        byte[] whole = size == gathered.length ? gathered : java.util.Arrays.copyOf(gathered, size);
        sink.chunk(
                inLog
                        ? new Chunk.LogBlock(current, whole, size, !first, null)
                        : new Chunk.Text(current, whole, !first));
        first = false;
        gathered = new byte[BLOCK];
        size = 0;
    }
}
