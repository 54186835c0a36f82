package dev.clew.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.serve.Json;
import dev.clew.serve.Trouble;
import java.io.IOException;

/// Findings of a report, and the evidence of one, page by page.
final class Findings {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final JsonNode findings;

    /// @param report as `-o json` prints it
    Findings(byte[] report) throws IOException {
        this.findings = Json.MAPPER.readTree(report).path("findings");
    }

    /// The page that a query asks for with `cursor` and `limit`.
    ///
    /// @throws Trouble if the cursor leads past the end
    ObjectNode page(Query query) {
        return page("findings", findings, query);
    }

    /// The same for the evidence of a finding.
    ///
    /// @throws Trouble if there is no such finding, or the cursor leads past the end
    ObjectNode evidence(String id, Query query) {
        for (JsonNode finding : findings) {
            if (finding.path("id").asText().equals(id)) {
                return page("evidence", finding.path("evidence"), query);
            }
        }
        throw new Trouble(Trouble.Kind.MISSING, "no finding is called '" + id + "'");
    }

    private static ObjectNode page(String field, JsonNode items, Query query) {
        int from = query.number("cursor", 0);
        if (from > items.size()) {
            throw new Trouble(Trouble.Kind.WRONG, "the cursor leads past the end");
        }
        int to = Math.min(items.size(), from + Math.clamp(query.number("limit", USUAL), 1, MOST));
        ObjectNode page = Json.MAPPER.createObjectNode();
        ArrayNode list = page.putArray(field);
        for (int at = from; at < to; at++) {
            list.add(items.get(at));
        }
        page.put("total", items.size());
        if (to < items.size()) {
            page.put("nextCursor", Integer.toString(to));
        }
        return page;
    }
}
