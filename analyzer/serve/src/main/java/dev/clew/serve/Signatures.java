package dev.clew.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Rule;

/// Signatures as JSON.
public final class Signatures {

    private Signatures() {}

    /// What a list says of one.
    public static ObjectNode json(Rule.Signature signature) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", signature.id())
                .put("area", signature.area())
                .put("severity", signature.severity().word())
                .put("role", signature.role().word())
                .put("title", signature.title())
                .put("article", signature.article());
    }
}
