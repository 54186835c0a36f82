package dev.clew.bundle.object;

import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lines of logs in the documents that log stores answer with: Loki, Elasticsearch, CloudWatch,
/// Google Cloud, Azure, Splunk, Datadog, OpenTelemetry. Each gives a record of its own.
public final class ShippedTrees {

    /// Members of which an object that a line is wrapped in has at least one.
    private static final Set<String> WRAPPERS =
            Set.of(
                    "log",
                    "message",
                    "MESSAGE",
                    "textPayload",
                    "jsonPayload",
                    "LogMessage",
                    "LogEntry",
                    "properties",
                    "@message",
                    "_raw",
                    "result",
                    "event",
                    "short_message",
                    "line",
                    "body",
                    "attributes",
                    "_source",
                    "kubernetes");

    private static final int MOST_MEMBERS = 400;
    private static final int LONGEST_LIST = 4000;
    private static final int DEEPEST = 8;

    private final ObjectRecords records;
    private final LogRecords log;

    ShippedTrees(ObjectRecords records) {
        this.records = records;
        this.log = new LogRecords(records.source());
    }

    /// Whether an object is one line in the wrapper of a shipper.
    public static boolean isLine(Tree tree) {
        return mayBeLine(tree) && Envelopes.ofShipper(flat(tree)) != null;
    }

    /// Hands on the records of the lines in a tree, if it holds some.
    boolean read(Tree tree) {
        if (tree.isArray()) {
            return isRow(tree) && row(tree, cells(tree));
        }
        if (tree.get("values").isArray()
                && (tree.get("stream").isObject() || tree.get("labels").isObject())) {
            return stream(tree);
        }
        if (tree.get("scopeLogs").isArray() || tree.get("instrumentationLibraryLogs").isArray()) {
            return resource(tree);
        }
        if (tree.get("columns").isArray() && tree.get("rows").isArray()) {
            return table(tree);
        }
        if (!mayBeLine(tree)) {
            return false;
        }
        Shipped shipped = Envelopes.ofShipper(flat(tree));
        return shipped != null && emit(tree, shipped);
    }

    private static boolean mayBeLine(Tree tree) {
        for (String name : tree.members().keySet()) {
            if (WRAPPERS.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean emit(Tree tree, Shipped shipped) {
        String raw = records.raw(tree);
        String line = shipped.line();
        records.emit(
                log.record(
                        records.origin(tree),
                        shipped,
                        line != null && raw.indexOf('\n') >= 0 ? line : raw));
        return true;
    }

    /// `{"stream": {…}, "values": [["1774084516887702548", "line", {…}]]}`, as Loki answers.
    private boolean stream(Tree tree) {
        Map<String, String> labels = new LinkedHashMap<>();
        add(tree.has("stream") ? tree.get("stream") : tree.get("labels"), "labels.", labels, 0);
        boolean any = false;
        for (Tree value : tree.get("values").items()) {
            if (value.items().size() < 2 || value.items().get(1).text() == null) {
                continue;
            }
            Map<String, String> members = new LinkedHashMap<>(labels);
            members.put("timestamp", value.items().get(0).orEmpty());
            members.put("line", value.items().get(1).orEmpty());
            Shipped shipped = Envelopes.ofShipper(members);
            any |= shipped != null && emit(value, shipped);
        }
        return any;
    }

    /// What one resource logged, in the JSON of the OpenTelemetry protocol.
    private boolean resource(Tree tree) {
        Map<String, String> resource = new LinkedHashMap<>();
        attributes(tree.at("resource", "attributes"), resource);
        boolean any = false;
        for (String scopes : List.of("scopeLogs", "instrumentationLibraryLogs")) {
            for (Tree scope : tree.get(scopes).items()) {
                for (Tree line :
                        scope.has("logRecords")
                                ? scope.get("logRecords").items()
                                : scope.get("logs").items()) {
                    Map<String, String> members = flat(line);
                    attributes(line.get("attributes"), members);
                    resource.forEach(members::putIfAbsent);
                    Shipped shipped = Envelopes.ofShipper(members);
                    any |= shipped != null && emit(line, shipped);
                }
            }
        }
        return any;
    }

    private static void attributes(Tree list, Map<String, String> members) {
        for (Tree attribute : list.items()) {
            String key = attribute.text("key");
            for (Tree value : attribute.get("value").members().values()) {
                if (key != null && value.text() != null) {
                    members.putIfAbsent(key, value.orEmpty());
                }
            }
        }
    }

    /// A table in the answer of Azure Monitor.
    private boolean table(Tree tree) {
        List<String> names =
                tree.get("columns").items().stream()
                        .map(column ->
                                column.isObject() ? column.get("name").orEmpty() : column.orEmpty())
                        .toList();
        if (!Envelopes.areColumns(names)) {
            return false;
        }
        boolean any = false;
        for (Tree row : tree.get("rows").items()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), row.items().size()); i++) {
                cells.putIfAbsent(names.get(i), row.items().get(i).orEmpty());
            }
            any |= row(row, cells);
        }
        return any;
    }

    /// `[{"field": "@timestamp", "value": "…"}, …]`, a row in the answer of CloudWatch Logs
    /// Insights.
    private static boolean isRow(Tree tree) {
        return !tree.items().isEmpty()
                && tree.items().getFirst().has("field")
                && tree.items().getFirst().has("value");
    }

    private static Map<String, String> cells(Tree row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Tree cell : row.items()) {
            cells.putIfAbsent(cell.get("field").orEmpty(), cell.get("value").orEmpty());
        }
        return cells;
    }

    private boolean row(Tree row, Map<String, String> cells) {
        Shipped shipped = Envelopes.row(cells);
        return shipped != null && emit(row, shipped);
    }

    /// The plain values below a tree by their paths.
    private static Map<String, String> flat(Tree tree) {
        Map<String, String> members = new LinkedHashMap<>();
        add(tree, "", members, 0);
        return members;
    }

    private static void add(Tree tree, String prefix, Map<String, String> members, int depth) {
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            if (members.size() >= MOST_MEMBERS) {
                return;
            }
            String name = prefix + member.getKey();
            Tree value = member.getValue();
            if (value.isObject() && depth < DEEPEST) {
                add(value, name + ".", members, depth + 1);
            } else if (value.isArray()) {
                members.putIfAbsent(name, text(member.getKey(), value));
            } else if (value.text() != null) {
                members.putIfAbsent(name, value.orEmpty());
            }
        }
    }

    /// The items of a list as words; journald writes a message that is not plain text as a list of
    /// its bytes.
    private static String text(String name, Tree list) {
        if (name.equals("MESSAGE")) {
            byte[] bytes = new byte[list.items().size()];
            int length = 0;
            for (Tree item : list.items()) {
                Integer number = number(item.text());
                if (number != null) {
                    bytes[length++] = number.byteValue();
                }
            }
            return new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        for (Tree item : list.items()) {
            if (item.text() != null && text.length() < LONGEST_LIST) {
                text.append(text.isEmpty() ? "" : " ").append(item.orEmpty());
            }
        }
        return text.toString();
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
