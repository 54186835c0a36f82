package dev.clew.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that stay below a size, with a cursor for the rest.
public final class Pages {

    /// Bytes of one answer, with room for what wraps it.
    public static final int MOST_BYTES = 16_000;

    private static final int LONGEST_TEXT = 700;
    private static final int LONGEST_LIST = 6;

    private Pages() {}

    /// Adds to an answer as many items as have room, from a cursor on.
    ///
    /// @param cursor of an earlier answer; null to begin
    /// @throws Trouble if the cursor is none of ours
    public static ObjectNode fill(
            ObjectNode answer,
            String field,
            List<? extends JsonNode> items,
            @Nullable String cursor) {
        int from = position(cursor);
        if (from > items.size()) {
            throw new Trouble(Trouble.Kind.WRONG, "the cursor leads past the end");
        }
        ArrayNode page = answer.putArray(field);
        answer.put("total", items.size());
        int room = MOST_BYTES - Json.size(answer);
        int at = from;
        for (; at < items.size(); at++) {
            JsonNode item = items.get(at);
            if (Json.size(item) > MOST_BYTES / 4) {
                item = shortened(item.deepCopy());
            }
            int size = Json.size(item) + 1;
            if (size > room && at > from) {
                break;
            }
            room -= size;
            page.add(item);
        }
        if (at < items.size()) {
            answer.put("nextCursor", Integer.toString(at));
        }
        return answer;
    }

    private static int position(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw new Trouble(Trouble.Kind.WRONG, "cursor: take it from nextCursor of an answer");
        }
        return Integer.parseInt(cursor);
    }

    /// The same with long texts and lists cut, which it then says.
    public static JsonNode shortened(JsonNode node) {
        boolean cut = cut(node);
        if (cut && node instanceof ObjectNode object) {
            object.put("shortened", true);
        }
        return node;
    }

    private static boolean cut(JsonNode node) {
        boolean cut = false;
        switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    if (field.getValue() instanceof TextNode text
                            && text.textValue().length() > LONGEST_TEXT) {
                        field.setValue(
                                TextNode.valueOf(
                                        text.textValue().substring(0, LONGEST_TEXT) + "…"));
                        cut = true;
                    } else {
                        cut |= cut(field.getValue());
                    }
                }
            }
            case ArrayNode array -> {
                while (array.size() > LONGEST_LIST) {
                    array.remove(array.size() - 1);
                    cut = true;
                }
                for (JsonNode each : array) {
                    cut |= cut(each);
                }
            }
            default -> {
                // as it is
            }
        }
        return cut;
    }
}
