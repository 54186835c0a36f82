package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.model.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Writes the figures of a diagnosis as OpenMetrics text.
public final class MetricsReport {

    private MetricsReport() {}

    /// The figures.
    ///
    /// @param time when the diagnosis was made
    public static String render(Diagnosis diagnosis, Instant time) {
        StringBuilder out = new StringBuilder();
        gauge(out, "clew_findings", "Findings by severity.");
        for (Severity severity : Severity.values()) {
            long count =
                    diagnosis.findings().stream()
                            .filter(finding -> finding.severity() == severity)
                            .count();
            out.append("clew_findings{severity=\"").append(severity.word()).append("\"} ");
            out.append(count).append('\n');
        }
        gauge(out, "clew_incidents", "Incidents by the signature of their root.");
        Map<String, Integer> roots = new TreeMap<>();
        for (Incident incident : diagnosis.incidents()) {
            diagnosis
                    .finding(incident.root())
                    .ifPresent(root -> roots.merge(labels(root), 1, Integer::sum));
        }
        roots.forEach((labels, count) ->
                out.append("clew_incidents{")
                        .append(labels)
                        .append("} ")
                        .append(count)
                        .append('\n'));
        gauge(out, "clew_not_collected", "What could not be collected.");
        out.append("clew_not_collected ")
                .append(diagnosis.coverage().notCollected().size())
                .append('\n');
        gauge(out, "clew_last_run_timestamp_seconds", "When the diagnosis was made.");
        out.append("clew_last_run_timestamp_seconds ").append(time.getEpochSecond()).append('\n');
        return out.append("# EOF\n").toString();
    }

    private static void gauge(StringBuilder out, String name, String help) {
        out.append("# TYPE ").append(name).append(" gauge\n");
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    /// Ids of signatures are slugs, so nothing is to be escaped.
    private static String labels(Finding root) {
        return "signature=\""
                + root.signature().id()
                + "\",severity=\""
                + root.severity().word()
                + "\"";
    }
}
