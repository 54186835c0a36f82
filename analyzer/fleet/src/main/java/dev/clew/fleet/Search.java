package dev.clew.fleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/// Finds bundles by a message that no signature knows. Needs no Spark.
final class Search {

    private static final int LIMIT = 10;
    private static final int SHOWN = 5;

    private final String tables;
    private final String text;
    private final int limit;
    private final boolean json;

    private Search(String tables, String text, int limit, boolean json) {
        this.tables = tables;
        this.text = text;
        this.limit = limit;
        this.json = json;
    }

    static Search of(List<String> words) {
        Arguments read = Arguments.of(words, Set.of("--in", "--limit", "--output"), Set.of());
        if (read.rest().isEmpty()) {
            throw new FleetError(FleetError.USAGE, "say what to look for");
        }
        return new Search(
                read.needed("--in"),
                String.join(" ", read.rest()),
                read.number("--limit", LIMIT),
                read.value("--output").orElse("text").equals("json"));
    }

    /// Prints what was found.
    ///
    /// @throws FleetError if there are no tables
    void run(PrintStream out, PrintStream err) {
        Path work = Folders.temporary();
        try (Store store = Store.open(tables, new Configuration())) {
            List<TemplateIndex.Hit> hits = TemplateIndex.search(store, work, text, limit);
            if (json) {
                out.println(json(hits));
            } else {
                hits.forEach(hit -> print(hit, out));
                if (hits.isEmpty()) {
                    err.println("clew: nothing found");
                }
            }
        } catch (IOException e) {
            throw new FleetError(FleetError.NO_INPUT, tables + " can't be read: " + e.getMessage());
        } finally {
            Folders.delete(work);
        }
    }

    private static void print(TemplateIndex.Hit hit, PrintStream out) {
        out.println(AnswerPrinter.safe(hit.text()));
        out.printf(
                "  %s%s clusters, %s bundles, %s to %s, template %s%n",
                hit.component().isEmpty() ? "" : AnswerPrinter.safe(hit.component()) + ": ",
                hit.clusters(),
                hit.bundles(),
                hit.firstDate(),
                hit.lastDate(),
                hit.template());
        hit.paths().stream()
                .limit(SHOWN)
                .forEach(path -> out.println("  " + AnswerPrinter.safe(path)));
        if (hit.paths().size() > SHOWN) {
            out.println("  …");
        }
    }

    private static String json(List<TemplateIndex.Hit> hits) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartArray();
            for (TemplateIndex.Hit hit : hits) {
                json.writeStartObject();
                json.writeNumberField("score", hit.score());
                json.writeStringField("template", hit.template());
                json.writeStringField("text", hit.text());
                json.writeStringField("component", hit.component());
                json.writeNumberField("count", Long.parseLong(hit.count()));
                json.writeNumberField("clusters", Long.parseLong(hit.clusters()));
                json.writeNumberField("bundles", Long.parseLong(hit.bundles()));
                json.writeStringField("firstDate", hit.firstDate());
                json.writeStringField("lastDate", hit.lastDate());
                json.writeStringField("sample", hit.sample());
                json.writeArrayFieldStart("paths");
                for (String path : hit.paths()) {
                    json.writeString(path);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
