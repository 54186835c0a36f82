package dev.clew.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads from the manifest of a Clew bundle what it lacks, and why.
final class ManifestNotes {

    private static final Set<String> LACKS = Set.of("denied", "failed", "cut", "left");
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build();

    private ManifestNotes() {}

    static void read(Source source, InputStream in, ChunkSink sink) throws IOException {
        sink.source(source);
        try (JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a manifest");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("requests") && value == JsonToken.START_ARRAY) {
                    requests(parser, source, sink);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void requests(JsonParser parser, Source source, ChunkSink sink)
            throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> request = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    request.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            String outcome = request.getOrDefault("outcome", "");
            if (LACKS.contains(outcome)) {
                String needs = request.get("needs");
                sink.notCollected(
                        source.path(),
                        request.getOrDefault("what", "?")
                                + ": "
                                + (outcome.equals("failed") ? "" : outcome + ", ")
                                + request.getOrDefault("reason", "no reason given")
                                + (needs == null ? "" : "; needs the RBAC rule " + needs));
            }
        }
    }
}
