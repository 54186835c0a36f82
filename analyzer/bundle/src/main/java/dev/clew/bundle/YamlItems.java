package dev.clew.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads a YAML document that is too large to be read as a whole: the items of its list, some at a
/// time. It must be written the way all tools write lists, each item beginning with a dash in the
/// same column.
final class YamlItems {

    private static final int BATCH = 1 << 20;

    private final Source source;
    private final ChunkSink sink;
    private StringBuilder batch = new StringBuilder();
    private long batchLine;

    YamlItems(Source source, ChunkSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Reads the stream to its end.
    ///
    /// @return how many characters it had
    long read(InputStream in) throws IOException, InterruptedException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long total = 0;
        long number = 0;
        String dash = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            total += line.length() + 1;
            if (line.length() > Streams.LONGEST_LINE) {
                line = line.substring(0, Streams.LONGEST_LINE);
            }
            dash = dash == null ? dash(line) : dash;
            if (dash == null) {
                continue;
            }
            boolean begins = line.startsWith(dash);
            if (!begins && !line.isBlank() && indent(line) < dash.length() - 1) {
                flush();
                dash = null;
                continue;
            }
            if (begins && batch.length() > BATCH) {
                flush();
            }
            if (batch.isEmpty()) {
                batch.append("items:\n");
                batchLine = number - 1;
            }
            batch.append(line).append('\n');
        }
        flush();
        return total;
    }

    private static @Nullable String dash(String line) {
        String stripped = line.stripLeading();
        return stripped.startsWith("- ") && line.length() - stripped.length() <= 4
                ? line.substring(0, line.length() - stripped.length() + 2)
                : null;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void flush() throws InterruptedException {
        if (!batch.isEmpty()) {
            sink.chunk(
                    new Chunk.Text(
                            source, batch.toString().getBytes(StandardCharsets.UTF_8), batchLine));
            batch = new StringBuilder();
        }
    }
}
