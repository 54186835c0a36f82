package dev.clew.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.diagnose.Comparison;
import dev.clew.graph.ClusterGraph;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import dev.clew.report.ComparisonReport;
import dev.clew.report.html.About;
import dev.clew.report.html.HtmlReport;
import dev.clew.report.html.PageFrame;
import dev.clew.report.page.Html;
import dev.clew.report.words.Phrases;
import dev.clew.serve.GraphView;
import dev.clew.serve.Json;
import dev.clew.serve.Knowledge;
import dev.clew.serve.Signatures;
import dev.clew.serve.Trouble;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is below `/api/v1`.
final class Api extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_RESULTS = 50;
    private static final int LONGEST_LINE = 4000;
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final transient Knowledge knowledge;
    private final transient Jobs jobs;
    private final transient @Nullable Live live;

    /// @param live the cluster that is looked at, null if none may be
    Api(Knowledge knowledge, Jobs jobs, @Nullable Live live) {
        this.knowledge = knowledge;
        this.jobs = jobs;
        this.live = live;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String[] parts = path.split("/", -1);
        try {
            switch (parts[0]) {
                case "analyses" -> analyses(parts, request, response);
                case "compare" -> {
                    only("GET", request);
                    json(
                            request,
                            response,
                            ComparisonReport.json(
                                    Comparison.of(
                                            jobs.finished(Query.of(request).needed("old"))
                                                    .diagnosis(),
                                            jobs.finished(Query.of(request).needed("new"))
                                                    .diagnosis())));
                }
                case "search" -> {
                    only("GET", request);
                    json(request, response, search(request));
                }
                case "explain" -> {
                    only("GET", request);
                    json(request, response, knowledge.explain(Query.of(request).needed("line")));
                }
                case "signatures" -> {
                    only("GET", request);
                    ObjectNode all = Json.MAPPER.createObjectNode();
                    ArrayNode list = all.putArray("signatures");
                    knowledge.signatures().forEach(each -> list.add(Signatures.json(each)));
                    json(request, response, all.toString());
                }
                case "articles" -> {
                    only("GET", request);
                    article(parts, request, response);
                }
                case "live" -> {
                    only("GET", request);
                    live(parts, request, response);
                }
                default -> throw missing(path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.Kind.BUSY, "the server ends");
        }
    }

    private void live(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (live == null) {
            throw new Trouble(Trouble.Kind.MISSING, "no cluster is looked at without --live");
        }
        if (parts.length == 1) {
            json(request, response, live.json().toString());
        } else if (parts.length == 2 && parts[1].equals("events")) {
            live.send(response);
        } else {
            throw missing(String.join("/", parts));
        }
    }

    private void analyses(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, InterruptedException {
        String id = parts.length > 1 ? parts[1] : "";
        String what = parts.length > 2 ? parts[2] : "";
        if (parts.length == 1) {
            if (request.getMethod().equals("POST")) {
                add(request, response);
            } else {
                only("GET", request);
                ObjectNode all = Json.MAPPER.createObjectNode();
                ArrayNode list = all.putArray("analyses");
                jobs.list().forEach(job -> list.add(job.json()));
                all.put("live", live != null);
                json(request, response, all.toString());
            }
        } else if (parts.length == 2 && request.getMethod().equals("DELETE")) {
            jobs.remove(id);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (what.equals("findings") && parts.length <= 5) {
            only("GET", request);
            findings(parts, request, response);
        } else if (parts.length > 3) {
            throw missing(String.join("/", parts));
        } else {
            only("GET", request);
            switch (what) {
                case "" -> report(id, request, response);
                case "events" -> Events.send(jobs.find(id), response);
                case "report.html" -> page(id, request, response);
                case "evidence" -> evidence(id, request, response);
                case "graph" -> graph(id, request, response);
                default -> throw missing(String.join("/", parts));
            }
        }
    }

    private void add(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > Jobs.MOST_BYTES) {
            throw new Trouble(
                    Trouble.Kind.TOO_LARGE, "an upload may have " + Jobs.MOST_BYTES + " bytes");
        }
        boolean redacted = Query.of(request).find("redact").equals(Optional.of("true"));
        String type = request.getContentType();
        Job job;
        if (type != null && type.startsWith("multipart/form-data")) {
            Part file =
                    request.getParts().stream()
                            .filter(part -> part.getSubmittedFileName() != null)
                            .findFirst()
                            .orElseThrow(() ->
                                    new Trouble(Trouble.Kind.WRONG, "the form holds no file"));
            try (InputStream in = file.getInputStream()) {
                job = jobs.add(file.getSubmittedFileName(), in, redacted);
            } finally {
                file.delete();
            }
        } else {
            String name = Query.of(request).find("name").orElse("upload");
            job = jobs.add(name, request.getInputStream(), redacted);
        }
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Location", "/api/v1/analyses/" + job.id());
        Answers.send(
                request,
                response,
                Answers.JSON,
                Json.MAPPER.createObjectNode().put("id", job.id()).toString());
    }

    private void report(String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Job job = jobs.find(id);
        if (job.state() == Job.State.RUNNING) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            json(request, response, job.json().toString());
            return;
        }
        byte[] report = jobs.report(id);
        String tag = "\"" + id + "\""; // what is finished never changes
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            Answers.send(request, response, Answers.JSON, report);
        }
    }

    private void findings(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Findings findings = new Findings(jobs.report(parts[1]));
        if (parts.length == 3) {
            json(request, response, findings.page(Query.of(request)).toString());
        } else if (parts.length == 5 && parts[4].equals("evidence")) {
            json(request, response, findings.evidence(parts[3], Query.of(request)).toString());
        } else {
            throw missing(String.join("/", parts));
        }
    }

    private void page(String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Job job = jobs.find(id);
        About about =
                new About(
                        knowledge.version(),
                        "",
                        job.created(),
                        List.of(
                                new About.Input(
                                        job.name(), job.upload().bytes(), job.upload().sha256())),
                        job.redacted());
        Phrases words = Phrases.in(language(request));
        String page = HtmlReport.page(jobs.finished(id).diagnosis(), about, words);
        response.setHeader(
                "Content-Security-Policy", PageFrame.policy() + "; frame-ancestors 'none'");
        Answers.send(request, response, Answers.HTML, page);
    }

    private void evidence(String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        ObjectNode lines =
                jobs.finished(id)
                        .evidence(
                                Query.of(request).needed("source"),
                                Math.max(1, Query.of(request).number("line", 1)),
                                Query.of(request).number("around", 5),
                                LONGEST_LINE);
        json(request, response, lines.toString());
    }

    private void graph(String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        ClusterGraph graph = jobs.finished(id).diagnosis().graph();
        Optional<String> about = Query.of(request).find("about");
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("kinds", GraphView.kinds(graph));
        ArrayNode links = answer.putArray("links");
        links.addAll(
                about.map(thing -> GraphView.around(graph, thing))
                        .orElseGet(() -> GraphView.json(graph.links())));
        json(request, response, answer.toString());
    }

    private String search(HttpServletRequest request) {
        String words = Query.of(request).needed("q");
        int most = Math.clamp(Query.of(request).number("limit", 10), 1, MOST_RESULTS);
        ObjectNode answer = Json.object(knowledge.search(words, most));
        String language = language(request);
        if (!language.equals("en")) {
            for (JsonNode result : answer.path("results")) {
                Article article = knowledge.article(result.path("id").asText());
                @Nullable Translation translation = article.translations().get(language);
                if (translation != null) {
                    ((ObjectNode) result)
                            .put("title", translation.title())
                            .put("summary", translation.summary());
                }
            }
        }
        return answer.toString();
    }

    private void article(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (parts.length == 2) {
            json(request, response, knowledge.articleJson(parts[1]));
        } else if (parts.length == 3 && parts[2].equals("page.html")) {
            Article article = knowledge.article(parts[1]);
            String language = language(request);
            response.setHeader("Content-Security-Policy", REPORT_POLICY);
            Answers.send(
                    request,
                    response,
                    Answers.HTML,
                    Html.page(
                            article.title(), language, knowledge.articlePage(parts[1], language)));
        } else {
            throw missing(String.join("/", parts));
        }
    }

    private static String language(HttpServletRequest request) {
        String language = Query.of(request).find("lang").orElse("en");
        if (!List.of("en", "zh").contains(language)) {
            throw new Trouble(Trouble.Kind.WRONG, "lang: en or zh");
        }
        return language;
    }

    private static void json(HttpServletRequest request, HttpServletResponse response, String json)
            throws IOException {
        Answers.send(request, response, Answers.JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void only(String method, HttpServletRequest request) {
        if (!request.getMethod().equals(method)) {
            throw new Trouble(Trouble.Kind.WRONG_METHOD, request.getMethod() + " is not for this");
        }
    }

    private static Trouble missing(String path) {
        return new Trouble(Trouble.Kind.MISSING, "there is no /api/v1/" + path);
    }
}
