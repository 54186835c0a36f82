package dev.clew.bundle;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Reads JSON that is too large to be read as a whole, some items at a time, wherever in it they
/// stand. Each part is a document of the form of the whole, with the short values that stand above
/// its items, and the text of the items as it is.
final class JsonItems {

    /// A part is cut after an item of an outer list once it has that many bytes, and after any item
    /// or member once it has four times as many.
    private static final int PART = 1 << 20;

    /// Lists nested no deeper than this are outer ones: `hits.hits`, `data.result`.
    private static final int OUTER = 3;

    private static final int LONGEST_ABOVE = 4096;
    private static final int LONGEST_STRING = 2 << 20;
    private static final byte[] NO_ITEM = "null".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(LONGEST_STRING)
                                    .build())
                    .build();

    private final Source source;
    private final ChunkSink sink;
    private final Deque<Level> levels = new ArrayDeque<>();
    private byte[] part = new byte[2 * PART];
    private int size;

    /// Where in the part the text of the stream begins, and where that stands in the stream.
    private int ownFrom;

    private long ownStart;

    /// How many bytes were put between those of the stream.
    private int added;

    private long line = 1;
    private long partLine = 1;
    private boolean begun = true;
    private boolean any;

    /// An object or list that is open.
    private static final class Level {
        final boolean list;
        final StringBuilder above = new StringBuilder();
        String name = "";
        long valueStart;
        boolean goesOn;

        Level(boolean list) {
            this.list = list;
        }
    }

    /// What follows the parts that could be read.
    ///
    /// @param begin its first bytes; what the stream still has comes after them
    /// @param line the number of its first line
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Rest(byte[] begin, long line) {}

    JsonItems(Source source, ChunkSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Reads the stream to its end, or to where it is no JSON.
    ///
    /// @return what is no JSON, null where all is
    @Nullable Rest read(InputStream in) throws IOException, InterruptedException {
        RawBytes raw = new RawBytes(in);
        try (JsonParser parser = FACTORY.createParser(raw)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                parser.finishToken();
                long start = parser.currentTokenLocation().getByteOffset();
                byte[] bytes = raw.take(parser.currentLocation().getByteOffset());
                token(token, parser.currentName(), start, bytes);
            }
            if (any) {
                add(raw.takeRest());
                flush();
            }
            return null;
        } catch (JacksonException e) {
            byte[] after = raw.takeRest();
            byte[] rest = Arrays.copyOfRange(part, ownFrom, size + after.length);
            System.arraycopy(after, 0, rest, size - ownFrom, after.length);
            return new Rest(rest, partLine);
        }
    }

    private void token(JsonToken token, @Nullable String name, long start, byte[] bytes)
            throws InterruptedException {
        if (token == JsonToken.END_ARRAY && levels.getFirst().goesOn) {
            // A list whose items are in other parts is not an empty one
            put(NO_ITEM);
            ownStart -= NO_ITEM.length;
            added += NO_ITEM.length;
        }
        add(bytes);
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                begin(start);
                levels.push(new Level(token == JsonToken.START_ARRAY));
            }
            case END_OBJECT, END_ARRAY -> {
                levels.pop();
                end();
            }
            case FIELD_NAME -> levels.getFirst().name = String.valueOf(name);
            default -> {
                begin(start);
                end();
            }
        }
    }

    private void begin(long start) {
        Level level = levels.peek();
        if (level != null) {
            level.valueStart = start;
        }
    }

    /// A value has ended.
    private void end() throws InterruptedException {
        any = true;
        Level level = levels.peek();
        if (level != null) {
            level.goesOn = false;
            if (!level.list) {
                keep(level);
            }
        }
        boolean outer = level == null || level.list && levels.size() <= OUTER;
        if (size > (outer ? PART : 4 * PART)) {
            flush();
        }
    }

    /// Keeps a short value, for the parts to come that stand below it.
    private void keep(Level level) {
        long from = ownFrom + level.valueStart - ownStart;
        if (from < ownFrom || size - from + level.above.length() > LONGEST_ABOVE) {
            return;
        }
        String value = new String(part, (int) from, size - (int) from, StandardCharsets.UTF_8);
        level.above
                .append(level.above.isEmpty() ? "" : ",")
                .append(quoted(level.name))
                .append(':')
                .append(value.replace('\n', ' ').replace('\r', ' '));
    }

    private static String quoted(String name) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + '"';
    }

    /// Adds text of the stream. The comma at the beginning of a part goes where nothing stands
    /// before it.
    private void add(byte[] bytes) {
        int from = 0;
        if (!begun) {
            while (from < bytes.length && (bytes[from] == ' ' || bytes[from] == '\n')) {
                from++;
            }
            begun = from < bytes.length;
            Level level = levels.peek();
            boolean alone = level == null || level.list || level.above.isEmpty();
            if (begun && bytes[from] == ',' && alone) {
                bytes[from] = ' ';
            }
        }
        put(bytes);
        for (byte b : bytes) {
            line += b == '\n' ? 1 : 0;
        }
    }

    private void put(byte[] bytes) {
        if (size + bytes.length > part.length) {
            part = Arrays.copyOf(part, Math.max(part.length * 2, size + bytes.length));
        }
        System.arraycopy(bytes, 0, part, size, bytes.length);
        size += bytes.length;
    }

    /// Hands on the part as a document of its own, and begins the next one.
    private void flush() throws InterruptedException {
        long end = ownStart + size - ownFrom;
        int own = size - ownFrom - added;
        long ended = line - partLine + (levels.isEmpty() && part[size - 1] != '\n' ? 1 : 0);
        StringBuilder closing = new StringBuilder();
        levels.forEach(level -> closing.append(level.list ? ']' : '}'));
        put(closing.toString().getBytes(StandardCharsets.UTF_8));
        sink.chunk(
                new Chunk.Text(
                        source,
                        Arrays.copyOf(part, size),
                        partLine,
                        new Chunk.Share(ownFrom, own, ended)));
        StringBuilder opening = new StringBuilder();
        for (Iterator<Level> all = levels.descendingIterator(); all.hasNext(); ) {
            Level level = all.next();
            opening.append(level.list ? "[" : "{" + level.above);
            if (!level.list && all.hasNext()) {
                opening.append(level.above.isEmpty() ? "" : ",")
                        .append(quoted(level.name))
                        .append(':');
            }
            level.goesOn = level.list;
        }
        part = new byte[2 * PART];
        size = 0;
        put(opening.toString().getBytes(StandardCharsets.UTF_8));
        ownFrom = size;
        ownStart = end;
        added = 0;
        partLine = line;
        begun = false;
        any = false;
    }
}
