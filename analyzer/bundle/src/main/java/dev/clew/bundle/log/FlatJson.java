package dev.clew.bundle.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object on one line, as a flat map: the names of nested objects are joined by dots, arrays
/// are kept as text.
public final class FlatJson {

    private static final int DEEPEST = 20;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(200)
                                    .maxStringLength(2_000_000)
                                    .build())
                    .build();

    private FlatJson() {}

    /// The members of the object, or null if the text is not exactly one JSON object.
    public static @Nullable Map<String, String> read(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            object(parser, "", members, 0);
            return parser.nextToken() == null ? members : null;
        } catch (IOException e) {
            return null; // not JSON, which is an answer here
        }
    }

    private static void object(
            JsonParser parser, String prefix, Map<String, String> members, int depth)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
                object(parser, name + ".", members, depth + 1);
            } else if (value == JsonToken.START_ARRAY && name.equals("MESSAGE")) {
                members.putIfAbsent(name, bytes(parser));
            } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                members.putIfAbsent(name, array(parser));
            } else if (value != JsonToken.VALUE_NULL) {
                members.putIfAbsent(name, parser.getText());
            }
        }
    }

    /// journald writes a message that is not plain text as a list of its bytes.
    private static String bytes(JsonParser parser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                bytes.write((int) parser.getLongValue());
            } else {
                parser.skipChildren();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String array(JsonParser parser) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                break;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (text.length() < 4000) {
                text.append(text.isEmpty() ? "" : " ").append(parser.getText());
            }
        }
        return text.toString();
    }
}
