package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.InputSummary;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The diagnosis as SARIF 2.1.0 (OASIS), for code hosts and security dashboards: a result for each
/// finding, a rule for each signature.
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String FOLDER = "WORKING_DIRECTORY";

    private SarifReport() {}

    public static String render(Diagnosis diagnosis, String version) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            Map<String, Integer> rules = new LinkedHashMap<>();
            tool(json, diagnosis, version, rules);
            folder(json);
            invocation(json, diagnosis);
            json.writeArrayFieldStart("results");
            for (Finding finding : diagnosis.findings()) {
                result(json, diagnosis, finding, rules);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    private static void tool(
            JsonGenerator json, Diagnosis diagnosis, String version, Map<String, Integer> rules)
            throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "clew");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Finding finding : diagnosis.findings()) {
            if (rules.putIfAbsent(finding.signature().id(), rules.size()) == null) {
                rule(json, finding);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// What paths that are not absolute begin at.
    private static void folder(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(FOLDER);
        json.writeStringField("uri", Path.of("").toAbsolutePath().toUri().toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    /// What was not read, or not to its end.
    private static void invocation(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (InputSummary.Skipped skipped : diagnosis.inputs().skipped()) {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            message(json, "message", skipped.path() + ": " + skipped.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void rule(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.signature().id());
        message(json, "shortDescription", finding.signature().title());
        Article article = finding.article();
        if (article != null) {
            message(json, "fullDescription", article.summary());
            if (!article.references().isEmpty()) {
                json.writeStringField("helpUri", article.references().getFirst().url());
            }
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(finding));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(
            JsonGenerator json, Diagnosis diagnosis, Finding finding, Map<String, Integer> rules)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.signature().id());
        json.writeNumberField("ruleIndex", rules.getOrDefault(finding.signature().id(), 0));
        json.writeStringField("level", level(finding));
        StringBuilder text = new StringBuilder(finding.signature().title());
        finding.subjects().stream().limit(5).forEach(subject -> text.append("; ").append(subject));
        message(json, "message", text.toString());
        json.writeNumberField(
                "occurrenceCount", (int) Math.min(Integer.MAX_VALUE, finding.count()));
        json.writeArrayFieldStart("locations");
        for (Evidence evidence : finding.evidence()) {
            location(json, evidence);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeStringField("role", finding.signature().role().word());
        json.writeStringField("severity", finding.severity().word());
        json.writeBooleanField(
                "rootCause",
                diagnosis.incidents().stream()
                        .anyMatch(incident -> incident.root().equals(finding.id())));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        String source = evidence.origin().source();
        if (source.startsWith("/")) {
            json.writeStringField("uri", "file://" + uri(source));
        } else {
            json.writeStringField("uri", uri(source));
            json.writeStringField("uriBaseId", FOLDER);
        }
        json.writeEndObject();
        if (evidence.origin().line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", evidence.origin().line());
            message(json, "snippet", evidence.text());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Paths hold characters that addresses must not.
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~/!".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
        }
        return uri.toString();
    }

    private static String level(Finding finding) {
        return switch (finding.severity()) {
            case CRITICAL, ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
