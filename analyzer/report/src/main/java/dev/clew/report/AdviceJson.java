package dev.clew.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Subject;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to do about a finding, as members of its JSON.
final class AdviceJson {

    private AdviceJson() {}

    static void write(JsonGenerator json, Advice advice) throws IOException {
        FilledStep first = advice.first();
        if (first != null) {
            JsonFields.text(json, "impact", advice.impact().isEmpty() ? null : advice.impact());
            json.writeObjectFieldStart("doFirst");
            step(json, first);
            json.writeArrayFieldStart("answers");
            for (Guide.Answer answer : advice.answers()) {
                json.writeStartObject();
                json.writeStringField("see", answer.see());
                json.writeStringField("then", answer.then());
                json.writeArrayFieldStart("steps");
                for (int step : answer.steps()) {
                    json.writeNumber(step);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        steps(json, "fix", advice.fix());
        if (first != null) {
            steps(json, "verify", advice.verify());
        }
    }

    private static void steps(JsonGenerator json, String name, List<FilledStep> steps)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (FilledStep step : steps) {
            json.writeStartObject();
            step(json, step);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void step(JsonGenerator json, FilledStep step) throws IOException {
        if (step.number() > 0) {
            json.writeNumberField("step", step.number());
        }
        json.writeStringField("description", step.description());
        JsonFields.text(json, "command", step.command());
        JsonFields.text(json, "risk", step.risk() == null ? null : step.risk().word());
        if (!step.onlyIf().isEmpty()) {
            json.writeStringField("onlyIf", step.onlyIf());
        }
        for (FixStep.Note note : FixStep.Note.values()) {
            @Nullable String words = step.notes().get(note);
            if (words != null) {
                json.writeStringField(note.field(), words);
            }
        }
        json.writeArrayFieldStart("needs");
        for (FilledStep.Need need : step.needs()) {
            json.writeStartObject();
            json.writeStringField("name", need.name());
            json.writeStringField("means", need.means());
            JsonFields.text(json, "get", need.get());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("assumed");
        for (FilledStep.Assumed each : step.assumed()) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("value", each.value());
            JsonFields.text(json, "get", each.get());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!step.others().isEmpty()) {
            json.writeArrayFieldStart("alsoFor");
            for (Subject other : step.others()) {
                json.writeString(other.toString());
            }
            json.writeEndArray();
        }
    }
}
