package dev.clew.bundle.object;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON into trees, within bounds: hostile documents end in an error, not in a full heap.
public final class JsonTrees {

    static final int DEEPEST = 100;
    static final int MOST_VALUES = 4_000_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(20_000_000)
                                    .maxNumberLength(1000)
                                    .build())
                    .build();

    private final Places places;
    private int values;

    private JsonTrees(String text) {
        places = new Places(text, false);
    }

    /// All documents of the text, one after the other.
    ///
    /// @throws IOException with line and column, if the text is not JSON or leaves the bounds
    public static List<Tree> read(String text) throws IOException {
        List<Tree> documents = new ArrayList<>();
        JsonTrees reader = new JsonTrees(text);
        try (JsonParser parser = FACTORY.createParser(text)) {
            while (parser.nextToken() != null) {
                documents.add(reader.value(parser));
            }
        }
        return documents;
    }

    private Tree value(JsonParser parser) throws IOException {
        if (++values > MOST_VALUES) {
            throw new IOException("more than " + MOST_VALUES + " values");
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        int line = places.line(from);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Tree object = Tree.object(line, from);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            object.endsAt((int) parser.currentTokenLocation().getCharOffset() + 1);
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            Tree array = Tree.array(line, from);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            array.endsAt((int) parser.currentTokenLocation().getCharOffset() + 1);
            return array;
        }
        String text = token == JsonToken.VALUE_NULL ? null : parser.getText();
        return Tree.scalar(text, line, from, (int) parser.currentLocation().getCharOffset());
    }
}
