package dev.clew.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Keeps of an object's managed fields who changed it and when, not the long lists of fields.
final class ManagedFields {

    private static final String NAME = "managedFields";
    private static final List<String> KEPT = List.of("manager", "operation", "time", "subresource");

    private ManagedFields() {}

    /// Shortens them in place; those of pods are dropped, which nobody edits.
    static void shorten(ObjectNode metadata, boolean ofPod) {
        if (!(metadata.remove(NAME) instanceof ArrayNode entries) || ofPod) {
            return;
        }
        ArrayNode shorter = metadata.arrayNode();
        for (JsonNode entry : entries) {
            if (entry.has("time") && !entry.path("subresource").asText().equals("status")) {
                ObjectNode kept = shorter.addObject();
                for (String field : KEPT) {
                    if (entry.path(field).isTextual()) {
                        kept.set(field, entry.get(field));
                    }
                }
                ObjectNode fields = kept.putObject("fieldsV1");
                entry.path("fieldsV1").fieldNames().forEachRemaining(fields::putObject);
            }
        }
        if (!shorter.isEmpty()) {
            metadata.set(NAME, shorter);
        }
    }
}
