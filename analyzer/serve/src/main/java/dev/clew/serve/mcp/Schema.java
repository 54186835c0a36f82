package dev.clew.serve.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON Schema of an object, put together field by field.
final class Schema {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final boolean closed;

    private Schema(boolean closed) {
        this.closed = closed;
    }

    /// Of what a tool takes: nothing beside these fields.
    static Schema input() {
        return new Schema(true);
    }

    /// Of what a tool gives: fields may be added.
    static Schema output() {
        return new Schema(false);
    }

    Schema may(String name, String type, String description) {
        Map<String, Object> field = new LinkedHashMap<>();
        if (type.endsWith("[]")) {
            field.put("type", "array");
            field.put("items", Map.of("type", type.substring(0, type.length() - 2)));
        } else {
            field.put("type", type);
        }
        field.put("description", description);
        properties.put(name, field);
        return this;
    }

    Schema must(String name, String type, String description) {
        required.add(name);
        return may(name, type, description);
    }

    /// A list that comes page by page.
    Schema paged(String name, String description) {
        return must(name, "object[]", description)
                .must("total", "integer", "how many there are on all pages")
                .may(
                        "nextCursor",
                        "string",
                        "pass it as cursor for the next page; absent at the end");
    }

    Map<String, Object> map() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        if (closed) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }
}
