package dev.clew.serve.http;

import dev.clew.report.html.PageFrame;
import dev.clew.serve.Trouble;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// The page for people, and what machines ask for beside the API.
final class Site extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final Map<String, String> FILES =
            Map.of(
                    "/index.html",
                    Answers.HTML,
                    "/app.js",
                    SCRIPT,
                    "/words.js",
                    SCRIPT,
                    "/graph.js",
                    SCRIPT,
                    "/app.css",
                    STYLE,
                    "/openapi.json",
                    Answers.JSON);

    private final transient Metrics metrics;
    private final transient Jobs jobs;

    Site(Metrics metrics, Jobs jobs) {
        this.metrics = metrics;
        this.jobs = jobs;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        switch (path) {
            case "/" -> file("/index.html", request, response);
            case "/healthz" -> Answers.send(request, response, Answers.JSON, "{\"status\":\"ok\"}");
            case "/metrics" ->
                    Answers.send(
                            request,
                            response,
                            "application/openmetrics-text; version=1.0.0; charset=utf-8",
                            metrics.render(jobs));
            case "/report.css" -> Answers.send(request, response, STYLE, PageFrame.style());
            case "/report.js" -> Answers.send(request, response, SCRIPT, PageFrame.script());
            default -> file(path, request, response);
        }
    }

    private static void file(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String type = FILES.get(path);
        if (type == null) {
            throw new Trouble(Trouble.Kind.MISSING, "there is no " + path);
        }
        try (InputStream file = Site.class.getResourceAsStream("/dev/clew/serve/web" + path)) {
            if (file == null) {
                throw new IOException(path + " is missing in the program");
            }
            Answers.send(request, response, type, file.readAllBytes());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        throw new Trouble(Trouble.Kind.WRONG_METHOD, "POST is not for this");
    }
}
