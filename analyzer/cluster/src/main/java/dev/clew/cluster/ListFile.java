package dev.clew.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// A file of a bundle with the objects of one kind, one on each line, so that line numbers stay the
/// same however large it grows. An object that several requests give is written once. What says
/// nothing about the cluster is left out: who wrote which field of it, and the object as it was
/// applied.
final class ListFile implements AutoCloseable {

    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final boolean ofPods;
    private final Set<String> seen = new HashSet<>();
    private long objects;
    private long bytes;

    ListFile(Resource resource, OutputStream out) throws IOException {
        this.out = out;
        this.ofPods = resource.kind().equals("Pod");
        write(
                "{\"apiVersion\":\""
                        + resource.apiVersion()
                        + "\",\"kind\":\""
                        + resource.kind()
                        + "List\",\"items\":[\n");
    }

    /// Adds an object; it is changed.
    void add(JsonNode object) throws IOException {
        JsonNode metadata = object.path("metadata");
        String key = metadata.path("namespace").asText() + "/" + metadata.path("name").asText();
        if (!seen.add(key)) {
            return;
        }
        if (metadata instanceof ObjectNode fields) {
            ManagedFields.shorten(fields, ofPods);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(APPLIED);
            }
        }
        write((objects == 0 ? "" : ",\n") + JSON.writeValueAsString(object));
        objects++;
    }

    private void write(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }

    long objects() {
        return objects;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            write("\n]}\n");
        }
    }
}
