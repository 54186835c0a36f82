package dev.clew.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.library.KnownSignature;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields that every JSON report writes the same way.
public final class JsonFields {

    private JsonFields() {}

    /// A list of texts.
    public static void texts(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /// A text, or null.
    public static void text(JsonGenerator json, String name, @Nullable String value)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    /// The name of a thing in the cluster, as an object.
    static void ref(JsonGenerator json, Ref ref) throws IOException {
        json.writeStartObject();
        refFields(json, ref);
        json.writeEndObject();
    }

    /// The fields of the name of a thing.
    static void refFields(JsonGenerator json, Ref ref) throws IOException {
        json.writeStringField("kind", ref.kind());
        text(json, "namespace", ref.namespace());
        json.writeStringField("name", ref.name());
    }

    /// An edge of the cluster's graph.
    public static void link(JsonGenerator json, Link link) throws IOException {
        json.writeStartObject();
        json.writeFieldName("from");
        ref(json, link.from());
        json.writeFieldName("to");
        ref(json, link.to());
        json.writeStringField("edge", link.type().word());
        json.writeEndObject();
    }

    /// The signatures that point to an article.
    public static void signatures(JsonGenerator json, List<KnownSignature> signatures)
            throws IOException {
        json.writeArrayFieldStart("signatures");
        for (KnownSignature signature : signatures) {
            json.writeStartObject();
            json.writeStringField("id", signature.id());
            json.writeStringField("title", signature.title());
            json.writeStringField("severity", signature.severity().word());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
