package dev.clew.fleet;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;

/// That a batch of bundles is in the tables, all of it. Rows of a batch without such a record don't
/// count.
///
/// @param batch names it; later ones sort behind earlier ones
/// @param run names the run that it is of: its first batch
/// @param pack names the pack it was judged by
/// @param version of the program
/// @param bundles how many bundles it holds
/// @param unreadable how many of them could not be read
/// @param at when it was done
record Commit(
        String batch,
        String run,
        String pack,
        String version,
        long bundles,
        long unreadable,
        Instant at) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("batch", batch);
            json.writeStringField("run", run);
            json.writeStringField("pack", pack);
            json.writeStringField("version", version);
            json.writeNumberField("bundles", bundles);
            json.writeNumberField("unreadable", unreadable);
            json.writeStringField("at", at.toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    /// Reads what [#json] wrote.
    ///
    /// @throws IOException if it is something else
    static Commit of(String text) throws IOException {
        try {
            JsonNode json = JSON.readTree(text);
            return new Commit(
                    json.path("batch").asText(),
                    json.path("run").asText(),
                    json.path("pack").asText(),
                    json.path("version").asText(),
                    json.path("bundles").asLong(),
                    json.path("unreadable").asLong(),
                    Instant.parse(json.path("at").asText()));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IOException("a damaged record of a batch", e);
        }
    }
}
