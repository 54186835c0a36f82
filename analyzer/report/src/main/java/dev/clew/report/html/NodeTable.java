package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Severity;
import dev.clew.model.Subject;
import dev.clew.model.Workloads;
import dev.clew.report.words.Phrases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which node has trouble with what: nodes down, workloads across. It is there from two nodes on.
final class NodeTable {

    private static final int MOST_NODES = 60;
    private static final int MOST_COLUMNS = 8;

    /// The column of what is about a node itself.
    private static final String ITSELF = "";

    private final Sheet sheet;
    private final Phrases words;
    private final ClusterGraph graph;
    private final Map<String, Map<String, Cell>> cells = new TreeMap<>();

    NodeTable(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.graph = sheet.diagnosis().graph();
    }

    /// What was found of a workload on a node.
    private static final class Cell {
        private final Set<String> findings = new TreeSet<>();
        private Severity worst = Severity.INFO;

        void add(String title, Severity severity) {
            findings.add(title);
            if (severity.compareTo(worst) > 0) {
                worst = severity;
            }
        }
    }

    void write() {
        graph.all("Node").stream()
                .map(ClusterObject::name)
                .forEach(node -> cells.computeIfAbsent(node, any -> new HashMap<>()));
        sheet.diagnosis().findings().forEach(this::add);
        if (cells.size() < 2 || cells.values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        List<String> columns = columns();
        Markup out = sheet.out();
        out.open("section", "class", "card", "id", "nodes");
        out.element("h2", words.say("map"));
        out.element("p", words.say("map.explain"), "class", "quiet");
        out.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                words.say("map"));
        out.open("table", "class", "map").open("thead").open("tr");
        out.element("th", words.say("map.node"), "scope", "col");
        for (String column : columns) {
            out.element("th", column.isEmpty() ? words.say("map.all") : column, "scope", "col");
        }
        out.close().close().open("tbody");
        List<String> rows =
                cells.keySet().stream()
                        .sorted(
                                Comparator.<String, Boolean>comparing(node ->
                                                cells.getOrDefault(node, Map.of()).isEmpty())
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        rows.stream().limit(MOST_NODES).forEach(node -> row(node, columns));
        out.close().close().close();
        if (rows.size() > MOST_NODES) {
            out.element("p", words.say("more", rows.size() - MOST_NODES), "class", "quiet");
        }
        out.closeLine();
    }

    private void add(Finding finding) {
        if (finding.severity() == Severity.INFO) {
            return;
        }
        for (Subject subject : finding.subjects()) {
            boolean itself = subject.kind().equals("Node");
            @Nullable String node = itself ? subject.name() : node(subject);
            if (node != null) {
                String column = itself ? ITSELF : workload(subject);
                cells.computeIfAbsent(node, any -> new HashMap<>())
                        .computeIfAbsent(column, any -> new Cell())
                        .add(sheet.title(finding), finding.severity());
            }
        }
    }

    private @Nullable String node(Subject subject) {
        if (subject.node() != null || !subject.kind().equals("Pod")) {
            return subject.node();
        }
        return graph.from(Ref.of(subject), Link.Type.RUNS_ON).stream()
                .map(ClusterObject::name)
                .findFirst()
                .orElse(null);
    }

    private static String workload(Subject subject) {
        String owner = subject.kind().equals("Pod") ? Workloads.ownerOf(subject.name()) : null;
        return owner == null ? subject.name() : owner;
    }

    /// The workloads with the most trouble; the node itself comes first.
    private List<String> columns() {
        Map<String, Integer> weights = new HashMap<>();
        cells.values()
                .forEach(row ->
                        row.forEach((column, cell) ->
                                weights.merge(
                                        column,
                                        column.equals(ITSELF)
                                                ? Integer.MAX_VALUE / 2
                                                : cell.worst.weight() * 100 + 1,
                                        (one, other) ->
                                                Math.min(
                                                        Integer.MAX_VALUE / 2,
                                                        Math.max(one, other) + 1))));
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_COLUMNS)
                .toList();
    }

    private void row(String node, List<String> columns) {
        Markup out = sheet.out();
        Map<String, Cell> row = cells.getOrDefault(node, Map.of());
        out.open("tr").element("th", node, "scope", "row");
        for (String column : columns) {
            Cell cell = row.get(column);
            if (cell == null) {
                out.element("td", "·", "class", "empty");
            } else {
                String severity = cell.worst.word();
                out.open("td");
                out.open(
                        "span",
                        "class",
                        "cell " + severity,
                        "title",
                        words.list(cell.findings.stream().limit(6).toList()));
                out.text(String.valueOf(cell.findings.size()));
                out.element("span", " " + words.say("severity." + severity), "class", "unseen");
                out.close().close();
            }
        }
        out.close();
    }
}
