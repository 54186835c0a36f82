package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.diagnose.Comparison;
import dev.clew.diagnose.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// What changed between two bundles, as text or JSON.
public final class ComparisonReport {

    private ComparisonReport() {}

    public static String text(Comparison comparison, Theme theme) {
        StringBuilder out = new StringBuilder();
        section(out, theme, "New", comparison.fresh());
        if (!comparison.worse().isEmpty()) {
            out.append(theme.strong("Worse")).append('\n');
            for (Comparison.Change change : comparison.worse()) {
                line(out, theme, change.after(), ": " + String.join(", ", change.reasons()));
            }
        }
        section(out, theme, "Gone", comparison.gone());
        out.append(comparison.same().size())
                .append(comparison.same().size() == 1 ? " finding is" : " findings are")
                .append(" as before.\n");
        return out.toString();
    }

    private static void section(
            StringBuilder out, Theme theme, String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            out.append(theme.strong(title)).append('\n');
            findings.forEach(finding -> line(out, theme, finding, ""));
        }
    }

    private static void line(StringBuilder out, Theme theme, Finding finding, String more) {
        String severity = String.format(Locale.ROOT, "%-8s", finding.severity().word());
        String on =
                finding.subjects().isEmpty()
                        ? ""
                        : " · "
                                + finding.subjects().getFirst()
                                + (finding.subjects().size() > 1
                                        ? " and " + (finding.subjects().size() - 1) + " more"
                                        : "");
        out.append("  ")
                .append(theme.severity(finding.severity(), severity))
                .append(' ')
                .append(finding.signature().title())
                .append(more)
                .append('\n');
        out.append("           ")
                .append(
                        theme.faint(
                                Terminal.safe(
                                        finding.signature().id()
                                                + on
                                                + " · "
                                                + finding.evidence().getFirst().origin())))
                .append('\n');
    }

    public static String json(Comparison comparison) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schemaVersion", JsonReport.SCHEMA_VERSION);
            findings(json, "new", comparison.fresh());
            findings(json, "gone", comparison.gone());
            changes(json, "worse", comparison.worse());
            changes(json, "same", comparison.same());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    private static void findings(JsonGenerator json, String name, List<Finding> findings)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            finding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void changes(JsonGenerator json, String name, List<Comparison.Change> changes)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Comparison.Change change : changes) {
            json.writeStartObject();
            finding(json, change.after());
            json.writeArrayFieldStart("reasons");
            for (String reason : change.reasons()) {
                json.writeString(reason);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("signature", finding.signature().id());
        json.writeStringField("title", finding.signature().title());
        json.writeStringField("severity", finding.severity().word());
        json.writeNumberField("count", finding.count());
        json.writeArrayFieldStart("subjects");
        for (var subject : finding.subjects()) {
            json.writeString(subject.toString());
        }
        json.writeEndArray();
    }
}
