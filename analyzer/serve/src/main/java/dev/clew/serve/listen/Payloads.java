package dev.clew.serve.listen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.serve.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What is sent of incidents, in the form that each receiver reads.
final class Payloads {

    /// How long Alertmanager holds an alert to be open that is not sent again.
    private static final Duration HELD = Duration.ofHours(4);

    private Payloads() {}

    /// Where a request goes, and its body.
    record Request(URI address, String body) {}

    /// The requests that tell of some incidents, open and over.
    static List<Request> of(Target target, List<LiveIncident> incidents, Instant now) {
        URI address = target.address();
        return switch (target.format()) {
            case ALERTMANAGER ->
                    List.of(
                            new Request(
                                    URI.create(
                                            address.toString().replaceFirst("/+$", "")
                                                    + "/api/v2/alerts"),
                                    alerts(incidents, now).toString()));
            case WEBHOOK -> List.of(new Request(address, webhook(incidents).toString()));
            case SLACK ->
                    incidents.stream()
                            .map(each -> new Request(address, slack(each).toString()))
                            .toList();
            case JSON ->
                    incidents.stream()
                            .map(each -> new Request(address, json(each).toString()))
                            .toList();
        };
    }

    private static ArrayNode alerts(List<LiveIncident> incidents, Instant now) {
        ArrayNode alerts = Json.MAPPER.createArrayNode();
        for (LiveIncident each : incidents) {
            ObjectNode alert = alerts.addObject();
            labels(alert.putObject("labels"), each);
            annotations(alert.putObject("annotations"), each);
            alert.put("startsAt", each.opened().toString());
            Instant ended = each.ended();
            alert.put("endsAt", (ended == null ? now.plus(HELD) : ended).toString());
        }
        return alerts;
    }

    private static ObjectNode webhook(List<LiveIncident> incidents) {
        boolean firing = incidents.stream().anyMatch(each -> each.ended() == null);
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("version", "4").put("groupKey", "{}:{alertname=\"ClewIncident\"}");
        node.put("truncatedAlerts", 0).put("status", firing ? "firing" : "resolved");
        node.put("receiver", "clew").put("externalURL", "");
        node.putObject("groupLabels").put("alertname", "ClewIncident");
        node.putObject("commonLabels").put("alertname", "ClewIncident");
        node.putObject("commonAnnotations");
        ArrayNode alerts = node.putArray("alerts");
        for (LiveIncident each : incidents) {
            ObjectNode alert = alerts.addObject();
            alert.put("status", each.ended() == null ? "firing" : "resolved");
            labels(alert.putObject("labels"), each);
            annotations(alert.putObject("annotations"), each);
            alert.put("startsAt", each.opened().toString());
            Instant ended = each.ended();
            alert.put("endsAt", ended == null ? "0001-01-01T00:00:00Z" : ended.toString());
            alert.put("generatorURL", "");
            alert.put("fingerprint", fingerprint(each.id()));
        }
        return node;
    }

    private static String fingerprint(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : id.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }

    private static void labels(ObjectNode labels, LiveIncident incident) {
        labels.put("alertname", "ClewIncident").put("signature", incident.signature());
        labels.put("severity", incident.severity());
        if (incident.thing() != null) {
            labels.put("kind", incident.thing().kind()).put("name", incident.thing().name());
            if (incident.thing().namespace() != null) {
                labels.put("namespace", incident.thing().namespace());
            }
        }
    }

    private static void annotations(ObjectNode annotations, LiveIncident incident) {
        annotations.put("summary", incident.title() + ": " + incident.where());
        annotations.put("description", incident.evidence());
        if (!incident.steps().isEmpty()) {
            annotations.put("first_steps", String.join("\n", incident.steps()));
        }
    }

    private static ObjectNode slack(LiveIncident incident) {
        StringBuilder text = new StringBuilder();
        if (incident.ended() != null) {
            text.append("Over: ").append(plain(incident.title()));
            text.append(" · ").append(plain(incident.where()));
        } else {
            text.append('*').append(plain(incident.title())).append("* · ");
            text.append(plain(incident.where())).append(" · ").append(incident.severity());
            text.append(", ").append(Math.round(incident.confidence() * 100)).append(" % sure\n");
            text.append("```").append(plain(incident.evidence()).replace("```", "'''"));
            text.append("```");
            if (!incident.steps().isEmpty()) {
                text.append("\nFirst: `").append(plain(incident.steps().getFirst())).append('`');
            }
        }
        return Json.MAPPER.createObjectNode().put("text", text.toString());
    }

    /// Text that can't become a link or call people.
    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// All that is known of one.
    static ObjectNode json(LiveIncident incident) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        Instant ended = incident.ended();
        node.put("id", incident.id()).put("state", ended == null ? "open" : "over");
        node.put("signature", incident.signature()).put("title", incident.title());
        node.put("severity", incident.severity()).put("confidence", incident.confidence());
        if (incident.thing() == null) {
            node.putNull("entity");
        } else {
            ObjectNode thing = node.putObject("entity");
            thing.put("kind", incident.thing().kind());
            thing.put("namespace", incident.thing().namespace());
            thing.put("name", incident.thing().name());
        }
        incident.symptoms().forEach(node.putArray("symptoms")::add);
        node.put("evidence", incident.evidence());
        incident.steps().forEach(node.putArray("firstSteps")::add);
        node.put("article", incident.article());
        node.put("openedAt", incident.opened().toString());
        node.put("endedAt", ended == null ? null : ended.toString());
        return node;
    }
}
