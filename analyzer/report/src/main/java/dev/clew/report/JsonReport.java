package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.clew.diagnose.AssumedTimes;
import dev.clew.diagnose.Coverage;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Judged;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Occurrences;
import dev.clew.diagnose.Suggestion;
import dev.clew.diagnose.Suppressed;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Article;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LimitReached;
import dev.clew.model.RelatedArticle;
import dev.clew.model.Subject;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The diagnosis as JSON. Its shape is a promise to scripts: `schemaVersion` changes when it is
/// broken.
public final class JsonReport {

    /// Version of the shape.
    public static final int SCHEMA_VERSION = 1;

    private static final String[] VERSIONS = {"cilium", "kubernetes", "kernel", "helm"};
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the diagnosis, and a line end. The writer is flushed and stays open.
    public static void write(Diagnosis diagnosis, String version, Writer writer)
            throws IOException {
        JsonGenerator json =
                FACTORY.createGenerator(writer).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                .withArrayEmptySeparator("")
                                .withObjectEmptySeparator(""));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        json.setPrettyPrinter(printer);
        new JsonReport(json).diagnosis(diagnosis, version);
        json.close();
        writer.write('\n');
        writer.flush();
    }

    private void diagnosis(Diagnosis diagnosis, String version) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "clew");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeStringField("verdict", diagnosis.verdict().word());
        inputs(diagnosis.inputs());
        environment(diagnosis.environment().facts());
        json.writeArrayFieldStart("incidents");
        for (Incident incident : diagnosis.incidents()) {
            incident(incident);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : diagnosis.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("suppressed");
        for (Suppressed suppressed : diagnosis.suppressed()) {
            suppressed(suppressed);
        }
        json.writeEndArray();
        coverage(diagnosis.coverage());
        json.writeArrayFieldStart("timeline");
        for (Milestone milestone : diagnosis.timeline()) {
            milestone(milestone);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("clocks");
        for (Map.Entry<String, Duration> clock : new TreeMap<>(diagnosis.clocks()).entrySet()) {
            json.writeNumberField(clock.getKey(), clock.getValue().toSeconds());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : diagnosis.suggestions()) {
            suggestion(suggestion);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void inputs(InputSummary inputs) throws IOException {
        json.writeObjectFieldStart("inputs");
        json.writeNumberField("files", inputs.files());
        json.writeNumberField("bytes", inputs.bytes());
        json.writeNumberField("records", inputs.records());
        json.writeArrayFieldStart("skipped");
        for (InputSummary.Skipped skipped : inputs.skipped()) {
            json.writeStartObject();
            json.writeStringField("path", skipped.path());
            json.writeStringField("reason", skipped.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("limits");
        for (LimitReached limit : inputs.limits()) {
            json.writeStartObject();
            json.writeStringField("bound", limit.bound().word());
            json.writeNumberField("value", limit.value());
            json.writeNumberField("cost", limit.cost());
            json.writeStringField("what", limit.bound().cost());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void environment(Map<String, String> facts) throws IOException {
        json.writeObjectFieldStart("environment");
        for (String name : VERSIONS) {
            JsonFields.text(json, name, facts.get(name));
        }
        for (Map.Entry<String, String> fact : new TreeMap<>(facts).entrySet()) {
            if (!java.util.Arrays.asList(VERSIONS).contains(fact.getKey())) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
        }
        json.writeEndObject();
    }

    private void incident(Incident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("root", incident.root());
        json.writeArrayFieldStart("symptoms");
        for (String symptom : incident.symptoms()) {
            json.writeString(symptom);
        }
        json.writeEndArray();
        json.writeNumberField("confidence", incident.confidence());
        json.writeArrayFieldStart("rootEntities");
        for (Ref ref : incident.rootEntities()) {
            JsonFields.ref(json, ref);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("chain");
        for (Link link : incident.chain()) {
            JsonFields.link(json, link);
        }
        json.writeEndArray();
        Milestone trigger = incident.trigger();
        if (trigger == null) {
            json.writeNullField("trigger");
        } else {
            json.writeObjectFieldStart("trigger");
            json.writeStringField("time", String.valueOf(trigger.time()));
            json.writeStringField("kind", trigger.kind().word());
            json.writeStringField("text", trigger.text());
            if (trigger.subject() != null) {
                json.writeFieldName("subject");
                JsonFields.ref(json, Ref.of(trigger.subject()));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("signature", finding.signature().id());
        json.writeStringField("title", finding.signature().title());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("role", finding.signature().role().word());
        json.writeStringField("basis", finding.basis().word());
        json.writeNumberField("count", finding.count());
        JsonFields.text(
                json,
                "firstSeen",
                finding.firstSeen() == null ? null : finding.firstSeen().toString());
        JsonFields.text(
                json,
                "lastSeen",
                finding.lastSeen() == null ? null : finding.lastSeen().toString());
        JsonFields.text(json, "age", finding.age() == null ? null : Ages.words(finding.age()));
        assumed(finding.assumed());
        if (finding.perMinute().isPresent()) {
            json.writeNumberField("perMinute", finding.perMinute().getAsDouble());
        } else {
            json.writeNullField("perMinute");
        }
        json.writeStringField("transience", finding.transience().word());
        if (finding.healedBy() == null) {
            json.writeNullField("healedBy");
        } else {
            json.writeFieldName("healedBy");
            evidence(finding.healedBy());
        }
        json.writeArrayFieldStart("subjects");
        for (Subject subject : finding.subjects()) {
            json.writeStartObject();
            json.writeStringField("kind", subject.kind());
            JsonFields.text(json, "namespace", subject.namespace());
            json.writeStringField("name", subject.name());
            JsonFields.text(json, "node", subject.node());
            json.writeEndObject();
        }
        json.writeEndArray();
        occurrences(finding.occurrences());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, String> value : new TreeMap<>(finding.values()).entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            evidence(evidence);
        }
        json.writeEndArray();
        article(finding.article());
        AdviceJson.write(json, finding.advice());
        json.writeEndObject();
    }

    private void occurrences(Occurrences occurrences) throws IOException {
        json.writeObjectFieldStart("occurrences");
        json.writeNumberField("findings", occurrences.findings());
        json.writeNumberField("subjects", occurrences.subjects());
        json.writeArrayFieldStart("most");
        for (Occurrences.Counted each : occurrences.most()) {
            json.writeStartObject();
            json.writeStringField("kind", each.subject().kind());
            JsonFields.text(json, "namespace", each.subject().namespace());
            json.writeStringField("name", each.subject().name());
            json.writeNumberField("count", each.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void evidence(Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", evidence.origin().source());
        json.writeNumberField("line", evidence.origin().line());
        json.writeStringField("text", evidence.text());
        JsonFields.text(json, "time", evidence.time() == null ? null : evidence.time().toString());
        json.writeEndObject();
    }

    private void article(@Nullable Article article) throws IOException {
        if (article == null) {
            json.writeNullField("article");
            return;
        }
        json.writeObjectFieldStart("article");
        json.writeStringField("id", article.id());
        json.writeStringField("title", article.title());
        json.writeStringField("summary", article.summary());
        json.writeArrayFieldStart("references");
        for (Article.Reference reference : article.references()) {
            json.writeString(reference.url());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void suppressed(Suppressed suppressed) throws IOException {
        json.writeStartObject();
        json.writeStringField("signature", suppressed.signature());
        json.writeStringField("benign", suppressed.benign().id());
        json.writeStringField("reason", suppressed.benign().reason());
        json.writeStringField("reference", suppressed.benign().reference());
        json.writeNumberField("count", suppressed.count());
        json.writeFieldName("evidence");
        evidence(suppressed.evidence());
        json.writeEndObject();
    }

    private void assumed(@Nullable AssumedTimes times) throws IOException {
        if (times == null) {
            json.writeNullField("assumedTimes");
            return;
        }
        json.writeObjectFieldStart("assumedTimes");
        json.writeStringField("firstSeen", times.first().toString());
        json.writeStringField("lastSeen", times.last().toString());
        json.writeStringField("yearFrom", times.yearFrom().word());
        json.writeEndObject();
    }

    private void milestone(Milestone milestone) throws IOException {
        json.writeStartObject();
        JsonFields.text(
                json, "time", milestone.time() == null ? null : milestone.time().toString());
        JsonFields.text(json, "age", milestone.age() == null ? null : Ages.words(milestone.age()));
        JsonFields.text(
                json,
                "yearFrom",
                milestone.yearFrom() == null ? null : milestone.yearFrom().word());
        json.writeStringField("kind", milestone.kind().word());
        json.writeStringField("text", milestone.text());
        JsonFields.text(
                json,
                "subject",
                milestone.subject() == null ? null : milestone.subject().toString());
        JsonFields.text(json, "finding", milestone.finding());
        json.writeStringField("source", milestone.origin().source());
        json.writeNumberField("line", milestone.origin().line());
        json.writeEndObject();
    }

    private void suggestion(Suggestion suggestion) throws IOException {
        Evidence first = suggestion.evidence().getFirst();
        json.writeStartObject();
        json.writeStringField("source", first.origin().source());
        json.writeNumberField("line", first.origin().line());
        json.writeStringField("text", first.text());
        json.writeStringField("template", suggestion.template());
        json.writeStringField("level", suggestion.level().word());
        JsonFields.text(
                json,
                "component",
                suggestion.component().isEmpty() ? null : suggestion.component());
        json.writeNumberField("count", suggestion.count());
        JsonFields.text(json, "firstSeen", time(suggestion.firstSeen()));
        JsonFields.text(json, "lastSeen", time(suggestion.lastSeen()));
        place(suggestion.place());
        says(suggestion.says());
        json.writeArrayFieldStart("articles");
        for (RelatedArticle article : suggestion.articles()) {
            json.writeStartObject();
            json.writeStringField("id", article.id());
            json.writeNumberField("score", article.score());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private void place(Entity place) throws IOException {
        json.writeObjectFieldStart("place");
        JsonFields.text(json, "namespace", place.namespace());
        JsonFields.text(json, "workload", place.workload());
        JsonFields.text(json, "pod", place.pod());
        JsonFields.text(json, "container", place.container());
        JsonFields.text(json, "node", place.node());
        json.writeEndObject();
    }

    private void says(Suggestion.Says says) throws IOException {
        json.writeObjectFieldStart("says");
        JsonFields.text(json, "operation", says.operation());
        JsonFields.text(json, "actor", says.actor());
        JsonFields.text(json, "target", says.target());
        JsonFields.text(json, "mechanism", says.mechanism());
        JsonFields.text(json, "how", says.how());
        JsonFields.text(json, "code", says.code());
        json.writeEndObject();
    }

    private void judged(Judged judged) throws IOException {
        json.writeObjectFieldStart("judged");
        JsonFields.texts(json, "components", judged.components());
        JsonFields.text(json, "from", time(judged.from()));
        JsonFields.text(json, "to", time(judged.to()));
        json.writeNumberField("unknownErrors", judged.unknownErrors());
        json.writeEndObject();
    }

    private void coverage(Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        JsonFields.texts(json, "layouts", coverage.layouts());
        json.writeArrayFieldStart("notCollected");
        for (InputSummary.Skipped each : coverage.notCollected()) {
            json.writeStartObject();
            json.writeStringField("path", each.path());
            json.writeStringField("reason", each.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFields.texts(json, "missing", coverage.missing());
        json.writeObjectFieldStart("unjudged");
        for (Map.Entry<String, Integer> each : new TreeMap<>(coverage.unjudged()).entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        judged(coverage.judged());
        json.writeEndObject();
    }
}
