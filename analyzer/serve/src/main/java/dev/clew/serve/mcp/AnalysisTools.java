package dev.clew.serve.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.diagnose.Comparison;
import dev.clew.diagnose.Progress;
import dev.clew.graph.ClusterGraph;
import dev.clew.report.ComparisonReport;
import dev.clew.serve.Analyses;
import dev.clew.serve.Finished;
import dev.clew.serve.GraphView;
import dev.clew.serve.Json;
import dev.clew.serve.Knowledge;
import dev.clew.serve.LiveAnalysis;
import dev.clew.serve.Material;
import dev.clew.serve.Pages;
import dev.clew.serve.Roots;
import dev.clew.serve.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tools that make analyses and look into them.
final class AnalysisTools {

    private static final String ID = "id of an analysis, as analyze gives it";
    private static final String CURSOR = "nextCursor of an earlier answer";
    private static final int LONGEST_LINE = 500;
    private static final int MOST_AROUND = 15;

    private final Knowledge knowledge;
    private final Analyses analyses;
    private final Roots roots;
    private final boolean live;

    AnalysisTools(Knowledge knowledge, Analyses analyses, Roots roots, boolean live) {
        this.knowledge = knowledge;
        this.analyses = analyses;
        this.roots = roots;
        this.live = live;
    }

    List<Tool> all() {
        Schema result =
                Schema.output()
                        .must("analysis", "string", "id for the other tools")
                        .must(
                                "verdict",
                                "string",
                                "incidents, errors-without-known-cause, healthy or nothing-judged")
                        .must("inputs", "object", "what was read")
                        .must("environment", "object", "versions, as far as known")
                        .paged(
                                "incidents",
                                "what broke, the most likely first; the id of each is for get_incident");
        return List.of(
                new Tool(
                        "analyze",
                        "Analyze logs, objects or a bundle",
                        "Diagnoses files, folders and archives below the root, or a pasted text: what broke, what came of it, what to do. Secrets are taken out unless redact is false.",
                        Schema.input()
                                .may(
                                        "paths",
                                        "string[]",
                                        "files, folders or archives, relative to the root")
                                .may("text", "string", "instead of paths: logs or kubectl output")
                                .may("redact", "boolean", "take secrets out; default true")
                                .may(
                                        "analysis",
                                        "string",
                                        "instead of paths and text: " + ID + ", for more pages")
                                .may("cursor", "string", CURSOR),
                        result,
                        false,
                        this::analyze),
                new Tool(
                        "diagnose",
                        "Diagnose a live cluster",
                        "Gathers from the cluster of a kubeconfig context, reading only, with secrets taken out, and diagnoses it as analyze does.",
                        Schema.input()
                                .may(
                                        "context",
                                        "string",
                                        "context of the kubeconfig; default: the current one")
                                .may(
                                        "namespace",
                                        "string",
                                        "only pods of this namespace; default: all"),
                        result,
                        true,
                        this::diagnose),
                new Tool(
                        "get_incident",
                        "Get one incident",
                        "All of an incident: root and symptoms with evidence, how trouble spread, and the steps to fix it with their risk.",
                        Schema.input()
                                .must("analysis", "string", ID)
                                .must("incident", "string", "its id, such as f1")
                                .may("cursor", "string", CURSOR),
                        Schema.output()
                                .must(
                                        "incident",
                                        "object",
                                        "root, confidence, things at fault, chain")
                                .paged("findings", "the root first, then its symptoms"),
                        false,
                        (arguments, progress) -> incident(arguments)),
                new Tool(
                        "get_evidence",
                        "Get the lines around one",
                        "The lines before and after a line of a source, as a finding's evidence names them.",
                        Schema.input()
                                .must("analysis", "string", ID)
                                .must(
                                        "source",
                                        "string",
                                        "source of an evidence, whole or relative to the root")
                                .must("line", "integer", "its line")
                                .may(
                                        "around",
                                        "integer",
                                        "lines before and after, up to 15; default 5"),
                        Schema.output()
                                .must("source", "string", "as asked for")
                                .must("line", "integer", "as asked for")
                                .must("lines", "object[]", "number and text of each"),
                        false,
                        (arguments, progress) -> evidence(arguments)),
                new Tool(
                        "get_graph",
                        "Get what hangs on what",
                        "The objects of the input and their links: around one object, or how many there are of each kind.",
                        Schema.input()
                                .must("analysis", "string", ID)
                                .may("about", "string", "KIND/NAME or KIND/NAMESPACE/NAME")
                                .may("cursor", "string", CURSOR),
                        Schema.output()
                                .must("kinds", "object", "how many objects of each kind")
                                .paged("links", "from, to, and what the one is to the other"),
                        false,
                        (arguments, progress) -> graph(arguments)),
                new Tool(
                        "compare",
                        "Compare two analyses",
                        "What is new, gone, worse or the same from an earlier input to a later one.",
                        Schema.input()
                                .must(
                                        "old",
                                        "string",
                                        "id of the earlier analysis, or a path below the root")
                                .must(
                                        "new",
                                        "string",
                                        "id of the later analysis, or a path below the root")
                                .may("cursor", "string", CURSOR),
                        Schema.output()
                                .paged(
                                        "changes",
                                        "findings, each with change: new, worse, gone or same"),
                        false,
                        this::compare));
    }

    private Reply analyze(Arguments arguments, Progress progress) throws InterruptedException {
        List<String> paths = arguments.texts("paths");
        int ways = 0;
        ways += paths.isEmpty() ? 0 : 1;
        ways += arguments.find("text").isPresent() ? 1 : 0;
        ways += arguments.find("analysis").isPresent() ? 1 : 0;
        if (ways != 1) {
            throw new Trouble(Trouble.Kind.WRONG, "give one of paths, text and analysis");
        }
        if (arguments.find("analysis").isPresent()) {
            return overview(analyses.find(arguments.text("analysis")), arguments);
        }
        Material material =
                paths.isEmpty()
                        ? new Material.Text(arguments.text("text"))
                        : new Material.Paths(paths.stream().map(roots::find).toList());
        return overview(analyses.run(material, arguments.is("redact", true), progress), arguments);
    }

    private Reply diagnose(Arguments arguments, Progress progress) throws InterruptedException {
        if (!live) {
            throw new Trouble(
                    Trouble.Kind.FORBIDDEN,
                    "no cluster may be read; start clew with --live, or analyze a bundle");
        }
        Finished finished =
                new LiveAnalysis(knowledge, analyses)
                        .run(
                                arguments.find("context").orElse(null),
                                arguments.find("namespace").orElse(null),
                                progress);
        return overview(finished, arguments);
    }

    /// The first page of what `analyze` answers, as JSON.
    ///
    /// @throws Trouble if there is no such analysis
    String overview(String id) {
        return overview(analyses.find(id), new Arguments(Map.of())).content().toString();
    }

    private Reply overview(Finished finished, Arguments arguments) {
        JsonNode report = finished.tree(knowledge.version());
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("analysis", finished.id());
        answer.set("verdict", report.path("verdict"));
        answer.set("inputs", Pages.shortened(report.path("inputs").deepCopy()));
        answer.set("environment", report.path("environment"));
        List<JsonNode> incidents = new ArrayList<>();
        StringBuilder text = new StringBuilder(report.path("verdict").asText()).append('\n');
        for (JsonNode incident : report.path("incidents")) {
            ObjectNode brief = brief(report, incident);
            if (incidents.size() < 5) {
                text.append(brief.path("id").asText())
                        .append(' ')
                        .append(brief.path("severity").asText())
                        .append(": ")
                        .append(brief.path("title").asText())
                        .append('\n');
            }
            incidents.add(brief);
        }
        Pages.fill(answer, "incidents", incidents, arguments.find("cursor").orElse(null));
        return new Reply(text.toString(), answer);
    }

    private static ObjectNode brief(JsonNode report, JsonNode incident) {
        JsonNode root = finding(report, incident.path("root").asText());
        ObjectNode brief = Json.MAPPER.createObjectNode();
        brief.set("id", incident.path("root"));
        for (String field : List.of("signature", "title", "severity", "count", "subjects")) {
            brief.set(field, root.path(field));
        }
        brief.set("confidence", incident.path("confidence"));
        brief.set("rootEntities", incident.path("rootEntities"));
        brief.put("symptoms", incident.path("symptoms").size());
        brief.set("evidence", root.path("evidence").path(0));
        brief.set("article", root.path("article").path("id"));
        return brief;
    }

    private static JsonNode finding(JsonNode report, String id) {
        for (JsonNode finding : report.path("findings")) {
            if (finding.path("id").asText().equals(id)) {
                return finding;
            }
        }
        throw new Trouble(Trouble.Kind.MISSING, "no finding is called " + id);
    }

    private Reply incident(Arguments arguments) {
        JsonNode report = analyses.find(arguments.text("analysis")).tree(knowledge.version());
        String id = arguments.text("incident");
        for (JsonNode incident : report.path("incidents")) {
            if (incident.path("root").asText().equals(id)) {
                List<JsonNode> findings = new ArrayList<>();
                findings.add(finding(report, id));
                incident.path("symptoms")
                        .forEach(symptom -> findings.add(finding(report, symptom.asText())));
                ObjectNode answer = Json.MAPPER.createObjectNode();
                answer.set("incident", Pages.shortened(incident.deepCopy()));
                Pages.fill(answer, "findings", findings, arguments.find("cursor").orElse(null));
                return new Reply(findings.getFirst().path("title").asText(), answer);
            }
        }
        throw new Trouble(
                Trouble.Kind.MISSING,
                "no incident is called '" + id + "'; analyze lists the ids of incidents");
    }

    private Reply evidence(Arguments arguments) {
        int around = Math.clamp(arguments.number("around", 5), 0, MOST_AROUND);
        int line = Math.max(1, arguments.number("line", 1));
        Finished analysis = analyses.find(arguments.text("analysis"));
        String source = arguments.text("source");
        ObjectNode answer;
        try {
            answer = analysis.evidence(source, line, around, LONGEST_LINE);
        } catch (Trouble missing) {
            String whole = roots.whole(source);
            if (whole.equals(source)) {
                throw missing;
            }
            answer = analysis.evidence(whole, line, around, LONGEST_LINE);
            answer.put("source", source);
        }
        return new Reply(answer.path("lines").size() + " lines", answer);
    }

    private Reply graph(Arguments arguments) {
        ClusterGraph graph = analyses.find(arguments.text("analysis")).diagnosis().graph();
        List<ObjectNode> links =
                arguments
                        .find("about")
                        .map(about -> GraphView.around(graph, about))
                        .orElseGet(() -> GraphView.json(graph.links()));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("kinds", GraphView.kinds(graph));
        Pages.fill(answer, "links", links, arguments.find("cursor").orElse(null));
        return new Reply(graph.objects().size() + " objects, " + links.size() + " links", answer);
    }

    private Reply compare(Arguments arguments, Progress progress) throws InterruptedException {
        Finished before = analysis(arguments.text("old"), progress);
        Finished after = analysis(arguments.text("new"), progress);
        ObjectNode comparison =
                Json.object(
                        ComparisonReport.json(
                                Comparison.of(before.diagnosis(), after.diagnosis())));
        List<JsonNode> changes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String change : List.of("new", "worse", "gone", "same")) {
            text.append(comparison.path(change).size()).append(' ').append(change).append(' ');
            comparison
                    .path(change)
                    .forEach(finding -> changes.add(((ObjectNode) finding).put("change", change)));
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        Pages.fill(answer, "changes", changes, arguments.find("cursor").orElse(null));
        return new Reply(text.toString().strip(), answer);
    }

    /// The analysis of that id, or one of the file of that name.
    private Finished analysis(String name, Progress progress) throws InterruptedException {
        try {
            return analyses.find(name);
        } catch (Trouble none) {
            List<Path> paths = List.of(roots.find(name));
            return analyses.run(new Material.Paths(paths), true, progress);
        }
    }
}
