package dev.clew.graph;

import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Texts;
import dev.clew.graph.build.GraphParts;
import dev.clew.graph.checks.StateChecks;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graphs of objects that are written down as YAML.
final class Graphs {

    private Graphs() {}

    static ClusterGraph of(String... items) {
        return read("apiVersion: v1\nkind: List\nitems:\n- " + String.join("\n- ", items) + "\n");
    }

    static ClusterGraph read(String text) {
        return parts(text, Limits.DEFAULT).build(new LimitLog(Limits.DEFAULT));
    }

    static GraphParts parts(String text, Limits limits) {
        GraphParts parts = new GraphParts(limits);
        Texts.read(
                Texts.source("objects.yaml"),
                text.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                new RecordSink() {
                    @Override
                    public void record(LogRecord record) {
                        parts.record(record);
                    }

                    @Override
                    public void object(ObjectRead object) {
                        parts.object(object);
                    }

                    @Override
                    public void emptyList(String kind, @Nullable String namespace) {
                        parts.emptyList(kind, namespace);
                    }
                });
        return parts;
    }

    /// What checks find, as `check Kind namespace/name`.
    static List<String> states(ClusterGraph graph) {
        return StateChecks.of(graph, new LimitLog(Limits.DEFAULT)).stream()
                .map(record -> record.value("check") + " " + record.subject())
                .toList();
    }

    static String pod(String name, String app, String spec, boolean ready) {
        return """
        {apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: demo, labels: {app: %s}}, \
        spec: {%s}, status: {phase: Running, conditions: [{type: Ready, status: '%s'}]}}\
        """
                .formatted(name, app, spec, ready ? "True" : "False");
    }

    static String service(String name, String app, String ports) {
        return """
        {apiVersion: v1, kind: Service, metadata: {name: %s, namespace: demo}, \
        spec: {selector: {app: %s}, ports: [%s]}}\
        """
                .formatted(name, app, ports);
    }
}
