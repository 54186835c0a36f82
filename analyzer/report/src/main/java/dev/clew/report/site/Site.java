package dev.clew.report.site;

import dev.clew.library.Library;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import dev.clew.report.Markdown;
import dev.clew.report.page.ArticlePage;
import dev.clew.report.page.Html;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the knowledge base as web pages: one for each article, an index by area with a search
/// that needs no server and no network.
public final class Site {

    private final Library library;
    private final List<Article> articles;

    private Site(Library library) {
        this.library = library;
        this.articles =
                library.articles().stream()
                        .sorted(Comparator.comparing(Article::area).thenComparing(Article::id))
                        .toList();
    }

    /// Writes the site into a folder; files that are there already are replaced.
    ///
    /// @return how many articles it has
    public static int write(Library library, Path folder) throws IOException {
        Site site = new Site(library);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("style.css"), resource("/dev/clew/report/page/site.css"));
        Files.writeString(folder.resolve("search.js"), resource("search.js"));
        Files.writeString(folder.resolve("data.js"), SiteData.script(site.articles));
        Files.writeString(folder.resolve("index.html"), site.index());
        for (Article article : site.articles) {
            Path file = folder.resolve(article.area()).resolve(article.id() + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, site.page(article));
        }
        return site.articles.size();
    }

    private String index() {
        Map<String, List<Article>> areas = new TreeMap<>();
        articles.forEach(
                each -> areas.computeIfAbsent(each.area(), area -> new ArrayList<>()).add(each));
        StringBuilder list = new StringBuilder();
        areas.forEach((area, of) -> {
            list.append("<section><h2 id=\"%s\">%s</h2>\n<ul>\n".formatted(area, area));
            of.forEach(each ->
                    list.append(
                            "<li><a href=\"%s\">%s</a></li>\n"
                                    .formatted(address("", each), Html.escape(each.title()))));
            list.append("</ul></section>\n");
        });
        return frame(
                "",
                "en",
                "Knowledge base",
                """
                <h1>Kubernetes and Cilium: what broke, and what to do</h1>
                <form action="index.html" method="get" role="search">
                <input class="search" type="search" name="q" id="q" autocomplete="off" autofocus placeholder="Words, an option, an error line" aria-label="Search">
                </form>
                <p class="hint" id="hint" aria-live="polite">%d articles.</p>
                <ol class="results" id="results"></ol>
                <div class="areas" id="areas">
                %s</div>
                """
                        .formatted(articles.size(), list),
                "<script src=\"data.js\" defer></script>\n<script src=\"search.js\" defer></script>\n");
    }

    private String page(Article article) {
        String markdown = ArticlePage.markdown(article, library.signaturesOf(article.id()), "en");
        return frame(
                "../",
                "en",
                article.title(),
                Html.body(
                                markdown,
                                id -> library.find(id).map(each -> address("../", each)).orElse(""))
                        + chinese(article),
                "");
    }

    private static String chinese(Article article) {
        Translation chinese = article.translations().get("zh");
        if (chinese == null) {
            return "";
        }
        StringBuilder markdown = new StringBuilder();
        markdown.append("## ").append(Markdown.words(chinese.title())).append("\n\n");
        markdown.append(Markdown.words(chinese.summary())).append("\n\n");
        chinese.steps()
                .forEach(step ->
                        markdown.append("1. ")
                                .append(Markdown.words(step.description()))
                                .append('\n'));
        return "<section lang=\"zh\">\n"
                + Html.body(markdown.toString(), id -> "")
                + "</section>\n";
    }

    private static String address(String root, Article article) {
        return root + article.area() + "/" + article.id() + ".html";
    }

    private static String frame(
            String root, String language, String title, String content, String scripts) {
        return """
        <!doctype html>
        <html lang="%2$s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; base-uri 'none'">
        <meta name="color-scheme" content="light dark">
        <title>%3$s · Clew</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="%1$sstyle.css">
        %5$s</head>
        <body>
        <header><a class="name" href="%1$sindex.html">Clew knowledge base</a></header>
        <main>
        %4$s</main>
        <footer>Made from the articles of Clew. Commands may interrupt or remove things: read the mark above each.</footer>
        </body>
        </html>
        """
                .formatted(root, Html.escape(language), Html.escape(title), content, scripts);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
