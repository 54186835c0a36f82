package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a cluster's graph, or a part of it, as JSON.
public final class GraphJson {

    private static final int SCHEMA_VERSION = 1;

    private GraphJson() {}

    /// Writes edges and the objects at their ends; all objects where the edges are not about one.
    ///
    /// @param about what the edges are about, null for the whole graph
    /// @param namespace whose objects to write where the edges are about none, null for all
    public static void write(
            ClusterGraph graph,
            List<Link> links,
            @Nullable Ref about,
            @Nullable String namespace,
            Writer out)
            throws IOException {
        Set<Ref> refs = new LinkedHashSet<>();
        if (about == null) {
            graph.objects().stream()
                    .map(ClusterObject::ref)
                    .filter(ref -> namespace == null || namespace.equals(ref.namespace()))
                    .forEach(refs::add);
        } else {
            refs.add(about);
        }
        for (Link link : links) {
            refs.add(link.from());
            refs.add(link.to());
        }
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeFieldName("about");
        if (about == null) {
            json.writeNull();
        } else {
            JsonFields.ref(json, about);
        }
        json.writeArrayFieldStart("objects");
        for (Ref ref : refs) {
            json.writeStartObject();
            JsonFields.refFields(json, ref);
            json.writeStringField(
                    "presence",
                    graph.find(ref)
                            .map(ClusterObject::presence)
                            .orElse(ClusterObject.Presence.NAMED)
                            .name()
                            .toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("links");
        for (Link link : links) {
            JsonFields.link(json, link);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
