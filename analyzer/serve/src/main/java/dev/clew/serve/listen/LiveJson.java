package dev.clew.serve.listen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.serve.Json;
import java.time.Instant;

/// The incidents of a live cluster as JSON.
public final class LiveJson {

    private LiveJson() {}

    /// When it was looked at, and what is open and what ended.
    public static ObjectNode of(LiveIncidents incidents) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        Instant looked = incidents.looked();
        node.put("lookedAt", looked == null ? null : looked.toString());
        node.put("looks", incidents.looks()).put("failedLooks", incidents.failures());
        node.put("failure", incidents.failure());
        node.put("notShown", incidents.beyond());
        incidents.open().stream().map(Payloads::json).forEach(node.putArray("open")::add);
        incidents.ended().stream().map(Payloads::json).forEach(node.putArray("ended")::add);
        return node;
    }
}
