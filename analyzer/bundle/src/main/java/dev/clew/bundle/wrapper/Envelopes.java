package dev.clew.bundle.wrapper;

import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens the JSON objects that shippers, log stores and runtimes wrap lines in.
public final class Envelopes {

    /// Shippers, those with the surest signs first.
    private static final List<Envelope> ALL =
            List.of(
                    // journald, also as Fluent Bit's systemd input hands it on
                    Envelope.around("MESSAGE")
                            .with(
                                    "__REALTIME_TIMESTAMP",
                                    "_HOSTNAME",
                                    "PRIORITY",
                                    "SYSLOG_IDENTIFIER",
                                    "_SYSTEMD_UNIT")
                            .at("__REALTIME_TIMESTAMP", "_SOURCE_REALTIME_TIMESTAMP", "@timestamp")
                            .as("PRIORITY")
                            .by("SYSLOG_IDENTIFIER", "_COMM"),
                    // Docker's json-file, Fluent Bit, Fluentd
                    Envelope.around("log")
                            .with(
                                    "stream",
                                    "time",
                                    "_p",
                                    "kubernetes.pod_name",
                                    "kubernetes.namespace_name",
                                    "@timestamp",
                                    "date")
                            .at("time", "@timestamp", "date", "timestamp"),
                    // Google Cloud Logging
                    Envelope.around(
                                    "textPayload",
                                    "jsonPayload.message",
                                    "jsonPayload.MESSAGE",
                                    "jsonPayload.log")
                            .with("insertId", "logName", "resource.type", "receiveTimestamp")
                            .at("timestamp", "receiveTimestamp")
                            .as("severity")
                            .by("jsonPayload.SYSLOG_IDENTIFIER"),
                    // Azure Monitor: ContainerLogV2, ContainerLog, diagnostic settings
                    Envelope.around("LogMessage", "LogEntry")
                            .with("TimeGenerated")
                            .at("TimeGenerated")
                            .as("LogLevel"),
                    Envelope.around("properties.log")
                            .with("category", "operationName", "resourceId")
                            .at("time"),
                    // CloudWatch Logs
                    Envelope.around("@message")
                            .with("@timestamp", "@ptr", "@logStream", "@log")
                            .at("@timestamp"),
                    Envelope.around("message")
                            .with("ingestionTime", "logStreamName", "eventId")
                            .at("timestamp"),
                    // Splunk: results, HTTP event collector
                    Envelope.around("_raw").with("_time", "_indextime", "sourcetype").at("_time"),
                    Envelope.around("event", "event.message", "event.log", "event.line")
                            .with("sourcetype", "source", "index")
                            .at("time"),
                    // GELF
                    Envelope.around("full_message", "short_message")
                            .with("version", "host")
                            .at("timestamp")
                            .as("level"),
                    // Loki: logcli, Grafana's export
                    Envelope.around("line")
                            .with("labels", "timestamp", "tsNs", "fields")
                            .at("timestamp", "date")
                            .as("labels.detected_level", "labels.level", "fields.detected_level"),
                    // OpenTelemetry
                    Envelope.around("body.stringValue", "body")
                            .with("timeUnixNano", "observedTimeUnixNano", "severityNumber")
                            .at("timeUnixNano", "observedTimeUnixNano")
                            .as("severityText", "severityNumber"),
                    // Datadog
                    Envelope.around("message")
                            .with("ddtags", "ddsource", "tags+status+host", "tags+status+service")
                            .at("timestamp", "date")
                            .as("status"),
                    // Filebeat, Logstash, Vector, OpenShift
                    Envelope.around("message")
                            .with(
                                    "kubernetes.pod.name",
                                    "kubernetes.pod_name",
                                    "kubernetes.namespace",
                                    "kubernetes.namespace_name",
                                    "kubernetes.pod_namespace",
                                    "@metadata.beat",
                                    "agent.type",
                                    "ecs.version",
                                    "beat.name",
                                    "@version",
                                    "source_type",
                                    "log.file.path")
                            .at("@timestamp", "timestamp")
                            .as("log.level", "level", "severity"),
                    // stern
                    Envelope.around("message").with("podName", "containerName"));

    /// Members that stern's short form has, and no others.
    private static final Set<String> STERN =
            Set.of("pod", "container", "namespace", "node", "message");

    /// What a document of a log store, or one event of a list, puts around the object.
    private static final String[] LAYERS = {
        "_source.", "result.", "attributes.", "fields._source."
    };

    /// Members of shippers, which say nothing of the failure.
    private static final List<String> OWN =
            List.of(
                    "kubernetes.",
                    "docker.",
                    "host.",
                    "agent.",
                    "ecs.",
                    "@metadata.",
                    "input.",
                    "log.",
                    "container.",
                    "cloud.",
                    "orchestrator.",
                    "openshift.",
                    "resource.",
                    "labels.",
                    "attrs.",
                    "fields.",
                    "_",
                    "@",
                    "stream",
                    "date",
                    "tags",
                    "hostname",
                    "log_type",
                    "time_unix",
                    "pod",
                    "namespace",
                    "container",
                    "node",
                    "Pod",
                    "Container",
                    "Computer",
                    "LogEntrySource",
                    "LogSource",
                    "offset",
                    "file",
                    "source_type");

    private Envelopes() {}

    /// What a shipper says with an object that stands on a line of its own, or null if no shipper
    /// wrote it.
    ///
    /// @param members of the object, those of objects in it with their path
    public static @Nullable Shipped open(Map<String, String> members) {
        Shipped shipped = ofShipper(members);
        if (shipped != null || members.size() != 1) {
            return shipped;
        }
        String only = Names.first(members, "msg", "message", "log");
        return only == null ? null : Shipped.of(Entity.UNKNOWN, only.stripTrailing());
    }

    /// What a shipper says with an object anywhere in a document, or null if no shipper wrote it.
    ///
    /// @param members of the object, those of objects in it with their path
    public static @Nullable Shipped ofShipper(Map<String, String> members) {
        Map<String, String> inner = withoutLayers(members);
        for (Envelope envelope : ALL) {
            String line = envelope.line(inner);
            if (line != null) {
                return shipped(envelope, line, inner);
            }
        }
        String line = inner.get("message");
        if (line != null && inner.containsKey("pod") && STERN.containsAll(inner.keySet())) {
            return Shipped.of(Names.place(inner), line.stripTrailing());
        }
        return takenApart(inner, !inner.equals(members));
    }

    /// The members without what a log store has put them into.
    private static Map<String, String> withoutLayers(Map<String, String> members) {
        Map<String, String> inner = members;
        for (String layer : LAYERS) {
            boolean wrapped = false;
            for (String name : inner.keySet()) {
                if (name.startsWith(layer)) {
                    wrapped = true;
                    break;
                }
            }
            if (wrapped && isLayer(layer, inner)) {
                inner = without(inner, layer);
            }
        }
        return inner;
    }

    private static boolean isLayer(String layer, Map<String, String> members) {
        return switch (layer) {
            case "attributes." -> "log".equals(members.get("type"));
            case "result." -> members.containsKey("result._raw");
            default -> true;
        };
    }

    private static Map<String, String> without(Map<String, String> members, String layer) {
        Map<String, String> inner = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name.startsWith(layer)) {
                inner.putIfAbsent(name.substring(layer.length()), value);
            }
        });
        return inner;
    }

    private static Shipped shipped(Envelope envelope, String line, Map<String, String> members) {
        String program = Names.first(members, envelope.programs().toArray(String[]::new));
        return new Shipped(
                line.stripTrailing(),
                tagged(Names.place(members), members),
                time(members, envelope.times()),
                false,
                level(members, envelope.levels()),
                program == null ? "" : program,
                beside(members, envelope));
    }

    /// The members beside the line that are the program's: shippers merge what programs write as
    /// JSON into their own object.
    private static Map<String, String> beside(Map<String, String> members, Envelope envelope) {
        Map<String, String> beside = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (isOfProgram(name) && !envelope.owns(name)) {
                beside.put(
                        name.startsWith(PAYLOAD) ? name.substring(PAYLOAD.length()) : name, value);
            }
        });
        return beside;
    }

    private static final String PAYLOAD = "jsonPayload.";

    private static boolean isOfProgram(String name) {
        for (String own : OWN) {
            if (name.startsWith(own)) {
                return false;
            }
        }
        return true;
    }

    /// What a program wrote as JSON and a shipper has merged with its own members.
    private static @Nullable Shipped takenApart(Map<String, String> members, boolean wrapped) {
        boolean payload = false;
        boolean kubernetes = wrapped;
        for (String name : members.keySet()) {
            payload |= name.startsWith(PAYLOAD);
            kubernetes |= name.startsWith("kubernetes.");
        }
        if (!payload && !kubernetes) {
            return null;
        }
        Map<String, String> own = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name.startsWith(PAYLOAD)) {
                own.put(name.substring(PAYLOAD.length()), value);
            }
        });
        members.forEach((name, value) -> {
            if (isOfProgram(name) && !name.startsWith(PAYLOAD)) {
                own.putIfAbsent(name, value);
            }
        });
        return new Shipped(
                null,
                Names.place(members),
                time(members, List.of("timestamp", "@timestamp", "time", "date")),
                false,
                level(members, List.of("severity")),
                "",
                own);
    }

    private static @Nullable Instant time(Map<String, String> members, List<String> names) {
        for (String name : names) {
            String value = members.get(name);
            Instant time = value == null ? null : Stamps.any(value);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable Level level(Map<String, String> members, List<String> names) {
        for (String name : names) {
            String value = members.get(name);
            if (value != null && !value.isEmpty()) {
                return name.equals("severityNumber") ? Levels.otel(value) : Levels.of(value);
            }
        }
        return null;
    }

    /// What a row of a table says that a log store gave out, or null if no column holds lines.
    ///
    /// @param row the cells by the names of their columns
    public static @Nullable Shipped row(Map<String, String> row) {
        String line = Names.first(row, LINE_COLUMNS);
        if (line == null) {
            return null;
        }
        return new Shipped(
                line.stripTrailing(),
                tagged(Names.place(row), row),
                time(row, TIME_COLUMNS),
                false,
                level(row, List.of("Status", "level", "severity", "LogLevel", "detected_level")),
                "",
                Map.of());
    }

    /// Whether columns of those names are of lines that a log store gave out.
    public static boolean areColumns(Collection<String> names) {
        return names.size() > 1
                && Stream.of(LINE_COLUMNS).anyMatch(names::contains)
                && (TIME_COLUMNS.stream().anyMatch(names::contains)
                        || names.stream().anyMatch(name -> name.startsWith("kubernetes.")));
    }

    private static final String[] LINE_COLUMNS = {
        "@message",
        "Line",
        "line",
        "_raw",
        "LogMessage",
        "LogEntry",
        "textPayload",
        "message",
        "Message",
        "log",
        "Body",
        "body",
        "Content"
    };

    private static final List<String> TIME_COLUMNS =
            List.of(
                    "tsNs",
                    "@timestamp",
                    "timestamp",
                    "TimeGenerated",
                    "_time",
                    "Time",
                    "time",
                    "Date",
                    "date",
                    "Timestamp");

    /// Datadog keeps the place in tags: `pod_name:cart-1 kube_namespace:shop`.
    private static Entity tagged(Entity place, Map<String, String> members) {
        String tags = Names.first(members, "tags", "ddtags");
        if (tags == null || tags.indexOf(':') < 0) {
            return place;
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (String tag : tags.split("[ ,]+", 200)) {
            int colon = tag.indexOf(':');
            if (colon > 0) {
                named.putIfAbsent(tag.substring(0, colon), tag.substring(colon + 1));
            }
        }
        return Names.place(named).or(place);
    }
}
