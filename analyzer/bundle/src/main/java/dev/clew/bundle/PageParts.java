package dev.clew.bundle;

import dev.clew.bundle.text.PageCuts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads a page that is too large to be read as a whole, in parts that can be understood by
/// themselves: rows of a table under its head, entries of the journal, objects of `describe`.
final class PageParts {

    private static final int PART = 1 << 20;

    private final Source source;
    private final ChunkSink sink;
    private final PageCuts cuts;
    private final StringBuilder text = new StringBuilder();
    private int repeated;
    private long first = 1;
    private long bytes;
    private long lines;

    PageParts(Source source, PageCuts cuts, ChunkSink sink) {
        this.source = source;
        this.cuts = cuts;
        this.sink = sink;
    }

    /// Reads the stream to its end.
    ///
    /// @return how many bytes it had
    long read(InputStream in) throws IOException, InterruptedException {
        BufferedReader reader = LineCutter.reader(in, source, sink);
        long total = 0;
        long number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int size = text.length();
            if (size > 4 * PART || (size > PART && cuts.mayCutBefore(line))) {
                total += flush();
                begin(number);
            }
            cuts.add(line);
            text.append(line).append('\n');
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            lines++;
            number++;
        }
        return total + flush();
    }

    private void begin(long number) {
        String head = cuts.head();
        first = head.isEmpty() ? number : number - 1;
        text.append(head.isEmpty() ? "" : head + '\n');
        repeated = head.isEmpty() ? 0 : head.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private long flush() throws InterruptedException {
        long read = bytes;
        if (lines > 0) {
            sink.chunk(
                    new Chunk.Text(
                            source,
                            text.toString().getBytes(StandardCharsets.UTF_8),
                            first,
                            new Chunk.Share(repeated, bytes, lines)));
        }
        text.setLength(0);
        bytes = 0;
        lines = 0;
        return read;
    }
}
