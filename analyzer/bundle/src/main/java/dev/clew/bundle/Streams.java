package dev.clew.bundle;

import dev.clew.bundle.archive.SkipReasons;
import dev.clew.bundle.text.PageCuts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts a stream into chunks.
final class Streams {

    /// Largest text that is read as a whole.
    static final int LARGEST_TEXT = 8 << 20;

    /// Longest line that is kept whole: what is longer is cut, see `docs/limits.md`.
    static final int LONGEST_LINE = 1 << 20;

    static final String LINE_WAS_CUT = "a line longer than " + LONGEST_LINE + " bytes was cut";

    private Streams() {}

    /// Reads a stream to its end.
    ///
    /// @param formats the formats that the user described
    /// @param years what earlier streams told of the year
    ///
    /// @return how many bytes it had
    static long read(
            Source named,
            InputStream in,
            FormatChoice formats,
            Years years,
            ChunkSink sink,
            Blocks blocks)
            throws IOException, InterruptedException {
        byte[] head = in.readNBytes(Sniffer.HEAD);
        Source known =
                formats.refine(FileNames.refine(named, head, head.length), head, head.length);
        Source source = years.refine(known, head, head.length);
        if (isDump(head)) {
            sink.source(source);
            return new DumpReader(source, sink)
                    .read(new SequenceInputStream(new ByteArrayInputStream(head), in));
        }
        if (Sniffer.isBinary(head) || Sniffer.isEmpty(head)) {
            sink.skipped(
                    source.path(),
                    Sniffer.isEmpty(head) ? SkipReasons.EMPTY : SkipReasons.NOT_TEXT);
            return head.length;
        }
        sink.source(source);
        if (head.length < Sniffer.HEAD) {
            sink.chunk(new Chunk.Small(source, head));
            return head.length;
        }
        Sniffer.Content content = Sniffer.sniff(source, head);
        return content == Sniffer.Content.LOG
                ? blocks(source, head, in, sink, blocks)
                : text(source, head, in, content, sink, blocks);
    }

    /// Whether the head is that of a cluster-info dump: a log with its mark, or a list with the
    /// logs to come.
    private static boolean isDump(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains(DumpReader.MARK)
                || (text.startsWith("{")
                        && text.contains("\"kind\": \"NodeList\"")
                        && head.length == Sniffer.HEAD);
    }

    private static long text(
            Source source,
            byte[] head,
            InputStream in,
            Sniffer.Content content,
            ChunkSink sink,
            Blocks blocks)
            throws IOException, InterruptedException {
        byte[] rest = in.readNBytes(LARGEST_TEXT - head.length);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        if (content == Sniffer.Content.PAGE && hasEndlessLine(all)) {
            return blocks(source, all, in, sink, blocks);
        }
        if (all.length == LARGEST_TEXT) {
            return switch (content) {
                case JSON -> json(source, all, in, sink, blocks);
                case YAML ->
                        new YamlItems(source, sink)
                                .read(new SequenceInputStream(new ByteArrayInputStream(all), in));
                default -> page(source, all, in, sink, blocks);
            };
        }
        sink.chunk(new Chunk.Text(source, all, false));
        return all.length;
    }

    /// Reads a large document, or lines of which the first was too long to tell that they are such.
    private static long json(
            Source source, byte[] head, InputStream rest, ChunkSink sink, Blocks blocks)
            throws IOException, InterruptedException {
        if (Sniffer.isLinesOfObjects(head)) {
            return blocks(source, head, rest, sink, blocks);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
        JsonItems.Rest other = new JsonItems(source, sink).read(whole);
        if (other != null) {
            blocks(source, other.begin(), whole, other.line(), sink, blocks);
        }
        return head.length;
    }

    /// Reads a large page: in parts where its lines need what stands above them, and otherwise line
    /// by line.
    private static long page(
            Source source, byte[] head, InputStream rest, ChunkSink sink, Blocks blocks)
            throws IOException, InterruptedException {
        PageCuts cuts = PageCuts.of(new String(head, 0, Sniffer.HEAD, StandardCharsets.UTF_8));
        return cuts == null
                ? blocks(source, head, rest, sink, blocks)
                : new PageParts(source, cuts, sink)
                        .read(new SequenceInputStream(new ByteArrayInputStream(head), rest));
    }

    private static boolean hasEndlessLine(byte[] text) {
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                start = i + 1;
            } else if (i - start >= LONGEST_LINE) {
                return true;
            }
        }
        return false;
    }

    /// Cuts the rest of a stream into blocks of whole lines.
    private static long blocks(
            Source source, byte[] head, InputStream rest, ChunkSink sink, Blocks blocks)
            throws IOException, InterruptedException {
        return blocks(source, head, rest, 1, sink, blocks);
    }

    /// The same of what begins on a later line.
    private static long blocks(
            Source source,
            byte[] head,
            InputStream rest,
            long firstLine,
            ChunkSink sink,
            Blocks blocks)
            throws IOException, InterruptedException {
        InputStream in =
                LineCutter.of(
                        new SequenceInputStream(new ByteArrayInputStream(head), rest),
                        source,
                        sink);
        byte[] block = blocks.take();
        int filled = 0;
        boolean continues = false;
        long total = 0;
        while (true) {
            int read = in.readNBytes(block, filled, block.length - filled);
            total += read;
            filled += read;
            if (filled < block.length) {
                if (filled > 0) {
                    sink.chunk(
                            new Chunk.LogBlock(
                                    source, block, filled, continues, firstLine, blocks));
                }
                return total;
            }
            int end = lastRecordEnd(block, filled);
            byte[] next = blocks.take();
            System.arraycopy(block, end, next, 0, filled - end);
            sink.chunk(new Chunk.LogBlock(source, block, end, continues, firstLine, blocks));
            continues = true;
            filled -= end;
            block = next;
        }
    }

    /// The last line end that is not followed by a line that goes on with the record before it,
    /// looked for in the second half of the block; failing that, the last line end.
    private static int lastRecordEnd(byte[] block, int filled) {
        int lastLine = 0;
        for (int i = filled - 2; i > filled / 2; i--) {
            if (block[i] == '\n') {
                lastLine = lastLine == 0 ? i + 1 : lastLine;
                byte next = block[i + 1];
                if (next != ' '
                        && next != '\t'
                        && next != '\n'
                        && next != '}'
                        && next != ')'
                        && next != 'g') {
                    return i + 1;
                }
            }
        }
        for (int i = filled / 2; lastLine == 0 && i > 0; i--) {
            lastLine = block[i] == '\n' ? i + 1 : 0;
        }
        return lastLine;
    }
}
