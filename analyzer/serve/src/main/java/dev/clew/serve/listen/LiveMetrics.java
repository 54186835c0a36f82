package dev.clew.serve.listen;

import dev.clew.graph.Ref;
import java.time.Instant;
import java.util.List;

/// Figures of a program that watches a cluster, as OpenMetrics.
public final class LiveMetrics {

    private LiveMetrics() {}

    /// The figures.
    ///
    /// @param events how many Kubernetes Events were written
    public static String render(LiveIncidents incidents, List<Notifier> notifiers, long events) {
        StringBuilder out = new StringBuilder();
        head(out, "clew_incident", "gauge", "An incident that is open: 1.");
        for (LiveIncident each : incidents.open()) {
            out.append("clew_incident{signature=").append(label(each.signature()));
            out.append(",severity=").append(label(each.severity()));
            Ref thing = each.thing();
            out.append(",kind=").append(label(thing == null ? "" : thing.kind()));
            String namespace = thing == null ? null : thing.namespace();
            out.append(",namespace=").append(label(namespace == null ? "" : namespace));
            out.append(",name=").append(label(thing == null ? "" : thing.name()));
            out.append("} 1\n");
        }
        head(out, "clew_incidents_not_shown", "gauge", "Open incidents beyond the bound.");
        out.append("clew_incidents_not_shown ").append(incidents.beyond()).append('\n');
        head(out, "clew_looks", "counter", "Looks at the cluster, by how they ended.");
        long failed = incidents.failures();
        out.append("clew_looks_total{outcome=\"done\"} ").append(incidents.looks() - failed);
        out.append("\nclew_looks_total{outcome=\"failed\"} ").append(failed).append('\n');
        Instant looked = incidents.looked();
        if (looked != null) {
            head(out, "clew_last_look_timestamp_seconds", "gauge", "When the last look ended.");
            out.append("clew_last_look_timestamp_seconds ").append(looked.getEpochSecond());
            out.append('\n');
        }
        head(out, "clew_notifications", "counter", "Notifications, by receiver and outcome.");
        for (int i = 0; i < notifiers.size(); i++) {
            String format = notifiers.get(i).target().format().word();
            int number = i + 1;
            notifiers
                    .get(i)
                    .outcomes()
                    .forEach((outcome, count) ->
                            out.append("clew_notifications_total{format=")
                                    .append(label(format))
                                    .append(",receiver=\"")
                                    .append(number)
                                    .append("\",outcome=")
                                    .append(label(outcome))
                                    .append("} ")
                                    .append(count)
                                    .append('\n'));
        }
        head(out, "clew_events_written", "counter", "Kubernetes Events that were written.");
        out.append("clew_events_written_total ").append(events).append('\n');
        return out.append("# EOF\n").toString();
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private static String label(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
