package dev.clew.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;

/// Writes what a bundle holds, and what it lacks: `clew-bundle/manifest.json`.
final class Manifest {

    /// Its name in the bundle.
    static final String NAME = "manifest.json";

    private final JsonGenerator json;

    private Manifest(JsonGenerator json) {
        this.json = json;
    }

    /// A file of the bundle.
    record Entry(long bytes, String sha256) {}

    /// The text of the manifest.
    ///
    /// @param files by name
    /// @param redactions how often what sort of thing was replaced
    static String write(
            Gathered gathered,
            String version,
            Map<String, Entry> files,
            Map<String, Long> redactions)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new ObjectMapper().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new Manifest(json).all(gathered, version, new TreeMap<>(files), redactions);
        }
        return text + "\n";
    }

    private void all(
            Gathered gathered,
            String version,
            Map<String, Entry> files,
            Map<String, Long> redactions)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", 1);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "clew");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeStringField("context", gathered.context());
        json.writeStringField("from", gathered.from().toString());
        json.writeStringField("to", gathered.to().toString());
        scope(gathered.scope());
        bounds(gathered.bounds());
        json.writeObjectFieldStart("versions");
        for (Map.Entry<String, String> each : new TreeMap<>(gathered.versions()).entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("requests");
        for (Gathered.Request request : gathered.requests()) {
            request(request);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            json.writeStartObject();
            json.writeStringField("path", file.getKey());
            json.writeNumberField("bytes", file.getValue().bytes());
            json.writeStringField("sha256", file.getValue().sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("redactions");
        for (Map.Entry<String, Long> each : new TreeMap<>(redactions).entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void scope(Scope scope) throws IOException {
        json.writeObjectFieldStart("asked");
        json.writeBooleanField("allNamespaces", scope.allNamespaces());
        json.writeStringField("namespace", scope.namespace());
        json.writeArrayFieldStart("pods");
        for (String pod : scope.pods()) {
            json.writeString(pod);
        }
        json.writeEndArray();
        json.writeStringField("selector", scope.selector());
        json.writeStringField("node", scope.node());
        json.writeBooleanField("helm", scope.helm());
        json.writeEndObject();
    }

    private void bounds(Bounds bounds) throws IOException {
        json.writeObjectFieldStart("bounds");
        json.writeNumberField("logBytes", bounds.logBytes());
        json.writeNumberField("logLines", bounds.logLines());
        json.writeNumberField("logSeconds", bounds.logAge().toSeconds());
        json.writeNumberField("objects", bounds.mostObjects());
        json.writeNumberField("totalBytes", bounds.totalBytes());
        json.writeEndObject();
    }

    private void request(Gathered.Request request) throws IOException {
        json.writeStartObject();
        json.writeStringField("what", request.words());
        json.writeStringField("outcome", request.outcome().word());
        if (request.file() != null) {
            json.writeStringField("file", request.file());
        }
        switch (request.outcome()) {
            case Outcome.Got(long objects, long bytes) -> amount(objects, bytes);
            case Outcome.Cut(long objects, long bytes, String reason) -> {
                amount(objects, bytes);
                json.writeStringField("reason", reason);
            }
            case Outcome.Denied(Rule rule, String message) -> {
                json.writeStringField("reason", message);
                json.writeStringField("needs", rule.toString());
            }
            case Outcome.Failed(String reason) -> json.writeStringField("reason", reason);
            case Outcome.Absent(String reason) -> json.writeStringField("reason", reason);
            case Outcome.Left(String reason) -> json.writeStringField("reason", reason);
        }
        json.writeEndObject();
    }

    private void amount(long objects, long bytes) throws IOException {
        if (objects > 0) {
            json.writeNumberField("objects", objects);
        }
        json.writeNumberField("bytes", bytes);
    }
}
