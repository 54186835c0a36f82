package dev.clew.serve.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.author.Draft;
import dev.clew.model.Rule;
import dev.clew.serve.Json;
import dev.clew.serve.Knowledge;
import dev.clew.serve.Pages;
import dev.clew.serve.Signatures;
import dev.clew.serve.Trouble;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tools that look things up in the knowledge base.
final class KnowledgeTools {

    private static final int LONGEST_BODY = 8_000;
    private static final int MOST_RESULTS = 50;

    private final Knowledge knowledge;

    KnowledgeTools(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    List<Tool> all() {
        return List.of(
                new Tool(
                        "search_knowledge",
                        "Search the knowledge base",
                        "Finds articles on failures of Kubernetes and Cilium by words, an option, or a pasted error line, in English or Chinese.",
                        Schema.input()
                                .must("query", "string", "words or an error line")
                                .may("limit", "integer", "most results, up to 50; default 10")
                                .may("cursor", "string", "nextCursor of an earlier answer"),
                        Schema.output().paged("results", "articles, the best first"),
                        false,
                        (arguments, progress) -> search(arguments)),
                new Tool(
                        "explain",
                        "Explain an article, a signature or a line",
                        "For an id: the article with cause, fix, how to verify and sources. For a line: the signatures that recognise it, what its fields mean, the nearest articles.",
                        Schema.input()
                                .may("id", "string", "id of an article or signature")
                                .may("line", "string", "a line of a log")
                                .may(
                                        "cursor",
                                        "string",
                                        "nextCursor, for the rest of a long article"),
                        Schema.output()
                                .may("article", "object", "for an id: the article")
                                .may("line", "object", "for a line: what it means")
                                .may("nextCursor", "string", "for the rest of a long article"),
                        false,
                        (arguments, progress) -> explain(arguments)),
                new Tool(
                        "list_signatures",
                        "List the signatures",
                        "Lists the failures that are recognised: id, area, severity, role, title, article.",
                        Schema.input()
                                .may("area", "string", "only this area, such as cilium-agent")
                                .may("containing", "string", "only ids and titles with this text")
                                .may("cursor", "string", "nextCursor of an earlier answer"),
                        Schema.output().paged("signatures", "by area and id"),
                        false,
                        (arguments, progress) -> signatures(arguments)),
                new Tool(
                        "draft_signature",
                        "Draft a signature",
                        "Makes a signature and an article to begin with from a line that no signature knows. Writes nothing: the files are in the answer.",
                        Schema.input()
                                .must("line", "string", "the line to recognise")
                                .may("area", "string", "its folder, such as k8s-node"),
                        Schema.output()
                                .must("id", "string", "id of both")
                                .must("signature", "string", "YAML")
                                .must("article", "string", "Markdown"),
                        false,
                        (arguments, progress) -> draft(arguments)));
    }

    private Reply search(Arguments arguments) {
        String query = arguments.text("query");
        int limit = Math.clamp(arguments.number("limit", 10), 1, MOST_RESULTS);
        List<JsonNode> results = items(Json.object(knowledge.search(query, limit)), "results");
        ObjectNode answer = Json.MAPPER.createObjectNode();
        Pages.fill(answer, "results", results, arguments.find("cursor").orElse(null));
        StringBuilder text = new StringBuilder();
        results.stream()
                .limit(5)
                .forEach(result ->
                        text.append(result.path("id").asText())
                                .append(": ")
                                .append(result.path("title").asText())
                                .append('\n'));
        return new Reply(text.isEmpty() ? "nothing was found" : text.toString(), answer);
    }

    private Reply explain(Arguments arguments) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        if (arguments.find("id").isPresent() == arguments.find("line").isPresent()) {
            throw new Trouble(Trouble.Kind.WRONG, "give either id or line");
        }
        if (arguments.find("line").isPresent()) {
            ObjectNode line = Json.object(knowledge.explain(arguments.text("line")));
            answer.set("line", Json.size(line) > Pages.MOST_BYTES ? Pages.shortened(line) : line);
            JsonNode signature = line.path("signatures").path(0);
            return new Reply(
                    signature.isMissingNode()
                            ? "no signature recognises the line"
                            : signature.path("id").asText()
                                    + ": "
                                    + signature.path("title").asText(),
                    answer);
        }
        ObjectNode article = Json.object(knowledge.articleJson(arguments.text("id")));
        String body = article.path("body").asText();
        int from = Math.clamp(position(arguments), 0, body.length());
        int to = Math.min(body.length(), from + LONGEST_BODY);
        if (from > 0) {
            article.retain("id", "title");
        } else {
            article.remove("translations");
        }
        article.put("body", body.substring(from, to));
        answer.set("article", article);
        if (to < body.length()) {
            answer.put("nextCursor", Integer.toString(to));
        }
        return new Reply(
                article.path("title").asText() + "\n" + article.path("summary").asText(), answer);
    }

    private static int position(Arguments arguments) {
        String cursor = arguments.find("cursor").orElse("0");
        if (!cursor.matches("\\d{1,9}")) {
            throw new Trouble(Trouble.Kind.WRONG, "cursor: take it from nextCursor of an answer");
        }
        return Integer.parseInt(cursor);
    }

    private Reply signatures(Arguments arguments) {
        String area = arguments.find("area").orElse("");
        String part = arguments.find("containing").orElse("").toLowerCase(Locale.ROOT);
        List<JsonNode> found = new ArrayList<>();
        for (Rule.Signature signature : knowledge.signatures()) {
            String words = signature.id() + " " + signature.title().toLowerCase(Locale.ROOT);
            if ((area.isEmpty() || signature.area().equals(area)) && words.contains(part)) {
                found.add(Signatures.json(signature));
            }
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        Pages.fill(answer, "signatures", found, arguments.find("cursor").orElse(null));
        return new Reply(found.size() + " signatures", answer);
    }

    private Reply draft(Arguments arguments) {
        String area = arguments.find("area").orElse("drafts");
        if (!area.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Trouble(Trouble.Kind.WRONG, "area: lower-case words joined by dashes");
        }
        String line = arguments.text("line");
        if (line.length() > LONGEST_BODY / 2) {
            throw new Trouble(Trouble.Kind.TOO_LARGE, "the line is longer than 4000 characters");
        }
        Draft draft = knowledge.draft(line, area);
        String signature =
                draft.signature()
                        .orElseThrow(() ->
                                new Trouble(
                                        Trouble.Kind.WRONG,
                                        "the line has no words that would be there each time"));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("id", draft.id())
                .put("signature", signature)
                .put("article", draft.article(LocalDate.now(ZoneOffset.UTC)));
        return new Reply("save both, fill in what is open, then run clew patterns lint", answer);
    }

    private static List<JsonNode> items(ObjectNode node, String field) {
        List<JsonNode> items = new ArrayList<>();
        node.path(field).forEach(items::add);
        return items;
    }
}
