package dev.clew.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads YAML that is too large to be read as a whole: its documents one at a time, and of a
/// document that is a list some items at a time. The list must be written the way all tools write
/// lists, each item beginning with a dash in the same column. What is too large by itself is left
/// out and said to be.
final class YamlItems {

    private static final int BATCH = 1 << 20;
    private static final String LIST = "items:\n";

    /// Of one document, or of one item of a list.
    private static final int LARGEST = 8 << 20;

    private final Source source;
    private final ChunkSink sink;
    private final StringBuilder text = new StringBuilder();

    /// Number of the line that `text` begins with; `items:` is put on the line before an item.
    private long first;

    private boolean tooLarge;

    /// How much of the stream was read since the last part.
    private long bytes;

    private long lines;

    /// What each item of the list begins with; null outside a list.
    private @Nullable String dash;

    /// Whether the next line may be the first item of a list.
    private boolean atList = true;

    /// Whether a list of the document has ended: what follows it is about the list.
    private boolean afterList;

    YamlItems(Source source, ChunkSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Reads the stream to its end.
    ///
    /// @return how many bytes it had
    long read(InputStream in) throws IOException, InterruptedException {
        BufferedReader reader = LineCutter.reader(in, source, sink);
        long total = 0;
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            long length = line.getBytes(StandardCharsets.UTF_8).length + 1L;
            total += length;
            line(line, number++);
            bytes += length;
            lines++;
        }
        flush();
        return total;
    }

    private void line(String line, long number) throws InterruptedException {
        if (line.startsWith("---")) {
            flush();
            dash = null;
            atList = true;
            afterList = false;
            return;
        }
        if (line.isBlank() || line.startsWith("#")) {
            if (!text.isEmpty()) {
                add(line, number);
            }
            return;
        }
        if (dash != null && !line.startsWith(dash) && indent(line) < dash.length() - 1) {
            flush();
            dash = null;
            afterList = true;
        }
        if (dash == null && atList) {
            dash = dash(line);
            if (dash != null) {
                clear();
            }
        }
        atList = dash == null && line.strip().equals("items:");
        if (dash != null && line.startsWith(dash)) {
            if (tooLarge || text.length() > BATCH) {
                flush();
            }
            if (text.isEmpty()) {
                text.append(LIST);
                first = number;
            }
        }
        if (dash != null || !afterList) {
            add(line, number);
        }
    }

    private void add(String line, long number) {
        if (text.length() + line.length() > LARGEST) {
            tooLarge = true;
        }
        if (!tooLarge) {
            if (text.isEmpty()) {
                first = number + 1;
            }
            text.append(line).append('\n');
        }
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
        if (tooLarge) {
            sink.skipped(
                    source.path(),
                    "YAML of more than "
                            + (LARGEST >> 20)
                            + " MiB in one piece was not read, from line "
                            + (dash == null ? first : first + 1));
        } else if (!text.toString().isBlank()) {
            int repeated = dash == null ? 0 : LIST.length();
            sink.chunk(
                    new Chunk.Text(
                            source,
                            text.toString().getBytes(StandardCharsets.UTF_8),
                            first,
                            new Chunk.Share(repeated, bytes, lines)));
            bytes = 0;
            lines = 0;
        }
        clear();
    }

    private void clear() {
        text.setLength(0);
        tooLarge = false;
    }
}
