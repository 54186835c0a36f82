package dev.clew.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.diagnose.Diagnosis;
import dev.clew.redact.Redactor;
import dev.clew.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// An analysis that has come to its end.
///
/// @param id what it is asked for by
/// @param material what was read
/// @param redactor what took secrets out of it, null if none did
/// @param diagnosis what it came to
public record Finished(
        String id, Material material, @Nullable Redactor redactor, Diagnosis diagnosis) {

    private static final int MOST_AROUND = 200;

    /// The report as `-o json` prints it.
    public String json(String version) {
        StringWriter out = new StringWriter();
        try {
            JsonReport.write(diagnosis, version, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// The report as a tree.
    public JsonNode tree(String version) {
        try {
            return Json.MAPPER.readTree(json(version));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The lines around one of a source.
    ///
    /// @param around how many before and after it
    /// @param longest how many characters of each
    /// @throws Trouble if there is no such source
    public ObjectNode evidence(String source, long line, int around, int longest) {
        int most = Math.clamp(around, 0, MOST_AROUND);
        Lines lines = new Lines(line - most, line + most, longest);
        try {
            if (!material.open(source, in -> lines.read(redacted(in)))) {
                throw new Trouble(
                        Trouble.Kind.MISSING,
                        "no text called "
                                + source
                                + " in analysis "
                                + id
                                + "; take the source from a finding's evidence");
            }
        } catch (IOException e) {
            throw new Trouble(Trouble.Kind.UNREADABLE, source + " can't be read any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.Kind.BUSY, "interrupted");
        }
        ObjectNode found = Json.MAPPER.createObjectNode();
        found.put("source", source).put("line", line);
        for (Lines.Line each : lines.list()) {
            ObjectNode node = found.withArray("lines").addObject();
            node.put("line", each.number()).put("text", each.text());
            if (each.cut()) {
                node.put("cut", true);
            }
        }
        found.withArray("lines");
        return found;
    }

    private InputStream redacted(InputStream in) {
        return redactor == null ? in : redactor.again(in);
    }
}
