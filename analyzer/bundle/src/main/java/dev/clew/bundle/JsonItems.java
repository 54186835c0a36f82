package dev.clew.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/// Reads a JSON document that is too large to be read as a whole: the items of its list, some at a
/// time. Each keeps the number of the line it began at; the blanks inside it are not kept.
final class JsonItems {

    private static final int BATCH = 1 << 20;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(20_000_000)
                                    .build())
                    .build();

    private final Source source;
    private final ChunkSink sink;
    private String kind = "";
    private StringWriter batch = new StringWriter();
    private long batchLine;
    private long line;

    JsonItems(Source source, ChunkSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /// Reads the stream to its end.
    ///
    /// @return how many bytes it had
    long read(InputStream in) throws IOException, InterruptedException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    items(parser);
                } else if (token == JsonToken.START_OBJECT) {
                    document(parser);
                }
            }
            return parser.currentLocation().getByteOffset();
        } catch (IOException e) {
            flush();
            throw e;
        }
    }

    private void document(JsonParser parser) throws IOException, InterruptedException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items(parser);
            } else if (name.equals("kind") && value == JsonToken.VALUE_STRING) {
                kind = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void items(JsonParser parser) throws IOException, InterruptedException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            item(parser, parser.currentTokenLocation().getLineNr());
            if (batch.getBuffer().length() > BATCH) {
                flush();
            }
        }
        flush();
    }

    private void item(JsonParser parser, long itemLine) throws IOException {
        if (batch.getBuffer().isEmpty()) {
            batch.write("{\"kind\":\"" + (kind.matches("\\w+") ? kind : "List") + "\",\"items\":[");
            batchLine = itemLine;
            line = itemLine;
        } else {
            batch.write(',');
        }
        for (; line < itemLine; line++) {
            batch.write('\n');
        }
        try (JsonGenerator copy =
                FACTORY.createGenerator(batch).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            copy.copyCurrentStructure(parser);
        }
    }

    private void flush() throws InterruptedException {
        if (!batch.getBuffer().isEmpty()) {
            batch.write("]}");
            sink.chunk(
                    new Chunk.Text(
                            source, batch.toString().getBytes(StandardCharsets.UTF_8), batchLine));
            batch = new StringWriter();
        }
    }
}
