package dev.clew.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.PastedText;
import dev.clew.diagnose.Suppressed;
import dev.clew.library.Answer;
import dev.clew.library.KnownSignature;
import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.LogRecord;
import dev.clew.model.Translation;
import dev.clew.report.JsonFields;
import dev.clew.report.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Pages as JSON.
public final class PageJson {

    private final JsonGenerator json;

    private PageJson(JsonGenerator json) {
        this.json = json;
    }

    private interface Content {
        void write(PageJson page) throws IOException;
    }

    private static String object(Content content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schemaVersion", JsonReport.SCHEMA_VERSION);
            content.write(new PageJson(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    /// An article with the signatures that lead to it.
    public static String article(Article article, List<KnownSignature> signatures) {
        return object(page -> page.writeArticle(article, signatures));
    }

    /// A pasted line: its records and fields, the signatures that recognise it, what comes nearest.
    public static String line(PastedText pasted, Answer nearest) {
        return object(page -> page.writeLine(pasted, nearest));
    }

    private void writeArticle(Article article, List<KnownSignature> signatures) throws IOException {
        json.writeStringField("id", article.id());
        json.writeStringField("area", article.area());
        json.writeStringField("title", article.title());
        json.writeStringField("summary", article.summary());
        json.writeStringField(
                "kind", article.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.writeStringField("verified", article.verified().toString());
        json.writeObjectFieldStart("applies");
        for (var range : new TreeMap<>(article.applies().ranges()).entrySet()) {
            json.writeStringField(range.getKey().word(), range.getValue().toString());
        }
        json.writeEndObject();
        JsonFields.texts(json, "keywords", article.keywords());
        json.writeArrayFieldStart("fix");
        for (FixStep step : article.steps()) {
            json.writeStartObject();
            if (step.number() > 0) {
                json.writeNumberField("step", step.number());
            }
            json.writeStringField("description", step.description());
            JsonFields.text(json, "command", step.command());
            JsonFields.text(json, "risk", step.risk() == null ? null : step.risk().word());
            if (!step.condition().toString().isEmpty()) {
                json.writeStringField("onlyIf", step.condition().toString());
            }
            for (FixStep.Note note : FixStep.Note.values()) {
                @Nullable String words = step.notes().get(note);
                if (words != null) {
                    json.writeStringField(note.field(), words);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("references");
        for (Article.Reference reference : article.references()) {
            json.writeStartObject();
            json.writeStringField("title", reference.title());
            json.writeStringField("url", reference.url());
            if (!reference.version().isEmpty()) {
                json.writeStringField("version", reference.version());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("translations");
        for (var each : new TreeMap<>(article.translations()).entrySet()) {
            json.writeObjectFieldStart(each.getKey());
            json.writeStringField("title", each.getValue().title());
            json.writeStringField("summary", each.getValue().summary());
            JsonFields.texts(
                    json,
                    "steps",
                    each.getValue().steps().stream().map(Translation.Step::description).toList());
            json.writeEndObject();
        }
        json.writeEndObject();
        JsonFields.signatures(json, signatures);
        json.writeStringField("body", article.body());
    }

    private void writeLine(PastedText pasted, Answer nearest) throws IOException {
        json.writeArrayFieldStart("records");
        for (LogRecord record : pasted.records()) {
            json.writeStartObject();
            json.writeStringField("kind", record.kind().word());
            json.writeArrayFieldStart("fields");
            for (Map.Entry<String, String> field : LinePage.fields(record).entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", field.getKey());
                json.writeStringField("value", field.getValue());
                JsonFields.text(
                        json, "meaning", LinePage.meaning(record, field.getKey()).orElse(null));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("signatures");
        for (Finding finding : pasted.diagnosis().findings()) {
            json.writeStartObject();
            json.writeStringField("id", finding.signature().id());
            json.writeStringField("title", finding.signature().title());
            json.writeStringField("severity", finding.severity().word());
            json.writeStringField("role", finding.signature().role().word());
            json.writeStringField("article", finding.signature().article());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("harmless");
        for (Suppressed suppressed : pasted.diagnosis().suppressed()) {
            json.writeStartObject();
            json.writeStringField("id", suppressed.benign().id());
            json.writeStringField("reason", suppressed.benign().reason());
            json.writeStringField("reference", suppressed.benign().reference());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("nearest");
        for (Answer.Result result : nearest.results()) {
            json.writeStartObject();
            json.writeStringField("id", result.id());
            json.writeStringField("title", result.title());
            json.writeNumberField("score", result.score());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
