package dev.clew.bundle;

import dev.clew.bundle.layout.Layout;
import dev.clew.bundle.log.LogReader;
import dev.clew.bundle.object.JsonTrees;
import dev.clew.bundle.object.ObjectRecords;
import dev.clew.bundle.object.Tree;
import dev.clew.bundle.object.YamlTrees;
import dev.clew.bundle.text.DocumentReader;
import dev.clew.bundle.text.Leftovers;
import dev.clew.model.LineFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the records of a text that is in memory as a whole.
public final class Texts {

    private Texts() {}

    /// The source of a text that stands in a file of that name.
    public static Source source(String file) {
        return FileNames.source(file, java.time.Year.now(java.time.ZoneOffset.UTC).getValue());
    }

    /// Reads a text as a file of that name would be read.
    ///
    /// @return how many lines it has
    public static long read(Source source, byte[] bytes, LineFilter filter, RecordSink sink) {
        return new String(bytes, StandardCharsets.UTF_8).contains(DumpReader.MARK)
                ? dump(source, bytes, filter, sink)
                : read(source, bytes, 1, 0, filter, sink);
    }

    private static long dump(Source source, byte[] bytes, LineFilter filter, RecordSink sink) {
        long[] lines = {0};
        ChunkSink chunks =
                new ChunkSink() {
                    @Override
                    public void source(Source begun) {
                        // each chunk tells its own
                    }

                    @Override
                    public void chunk(Chunk chunk) {
                        lines[0] += chunk.read(filter, sink).lines();
                    }

                    @Override
                    public void layout(Layout layout) {
                        // a text has none
                    }

                    @Override
                    public void notCollected(String path, String what) {
                        // nothing is asked of a text
                    }

                    @Override
                    public void skipped(String path, String reason) {
                        // nothing is asked of a text
                    }
                };
        try {
            new DumpReader(source, chunks).read(new ByteArrayInputStream(bytes));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("memory can be read", e);
        }
        return lines[0];
    }

    /// Reads a text, or a part of one.
    ///
    /// @param repeated how many bytes at its beginning stand in an earlier part too
    static long read(
            Source named,
            byte[] bytes,
            long firstLine,
            int repeated,
            LineFilter filter,
            RecordSink sink) {
        byte[] head = bytes.length <= Sniffer.HEAD ? bytes : Arrays.copyOf(bytes, Sniffer.HEAD);
        if (Sniffer.isEmpty(head) || Sniffer.isBinary(head)) {
            return 0;
        }
        Source source =
                new Years().refine(FileNames.refine(named, head, head.length), head, head.length);
        return switch (Sniffer.sniff(source, head)) {
            case LOG ->
                    new LogReader(source)
                            .read(bytes, bytes.length, firstLine, filter, sink)
                            .lines();
            case JSON -> document(source, bytes, true, firstLine, repeated, sink);
            case YAML -> document(source, bytes, false, firstLine, repeated, sink);
            case PAGE -> page(source, new String(bytes, StandardCharsets.UTF_8), firstLine, sink);
        };
    }

    private static long document(
            Source source,
            byte[] bytes,
            boolean json,
            long firstLine,
            int repeated,
            RecordSink sink) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            List<Tree> trees = json ? JsonTrees.read(text) : YamlTrees.read(text);
            ObjectRecords objects = new ObjectRecords(source, text, (int) firstLine - 1, sink);
            boolean understood = false;
            for (Tree tree : trees) {
                understood |= objects.read(tree);
            }
            if (understood) {
                Leftovers leftovers =
                        new Leftovers(
                                source,
                                objects.understood(),
                                text,
                                firstLine - 1,
                                new String(bytes, 0, repeated, StandardCharsets.UTF_8).length(),
                                sink);
                trees.forEach(leftovers::read);
                return lines(text);
            }
        } catch (IOException e) {
            // not a whole document: read as a page, which takes what it can
        }
        return page(source, text, firstLine, sink);
    }

    private static long page(Source source, String text, long firstLine, RecordSink sink) {
        DocumentReader.read(source, text, firstLine, sink);
        return lines(text);
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count()
                + (text.endsWith("\n") || text.isEmpty() ? 0 : 1);
    }
}
