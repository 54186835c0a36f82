package dev.clew.report.page;

import dev.clew.packs.article.Sections;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as HTML. Tags inside the Markdown are shown, not obeyed; links that are not web
/// addresses or pages of the knowledge base lose their target.
public final class Html {

    private Html() {}

    /// The body of a page.
    ///
    /// @param pages gives the address of the page of an article's id, empty if there is none
    public static String body(String markdown, UnaryOperator<String> pages) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context ->
                        (node, tag, attributes) -> attributes(node, tag, attributes, pages))
                .build()
                .render(Sections.parse(markdown));
    }

    private static void attributes(
            Node node, String tag, Map<String, String> attributes, UnaryOperator<String> pages) {
        switch (node) {
            case Link link -> {
                String article = Flow.article(link.getDestination());
                String page = article.isEmpty() ? "" : pages.apply(article);
                if (!page.isEmpty()) {
                    attributes.put("href", page);
                } else if (!link.getDestination().startsWith("https://")) {
                    attributes.remove("href");
                } else {
                    attributes.put("rel", "noreferrer");
                }
            }
            case FencedCodeBlock code -> {
                String info = code.getInfo() == null ? "" : code.getInfo();
                if (tag.equals("pre") && info.startsWith("sh ")) {
                    attributes.put("data-risk", info.substring(3).strip());
                }
            }
            case Heading heading when heading.getLevel() > 1 ->
                    attributes.put("id", anchor(Sections.text(heading)));
            default -> {
                // as it is
            }
        }
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /// A whole page that needs nothing beside itself.
    public static String page(String title, String language, String markdown) {
        String style = Resources.text("site.css");
        return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
                .formatted(
                        escape(language),
                        hash(style),
                        escape(title),
                        style,
                        body(markdown, article -> ""));
    }

    /// Text that HTML must take as it is, also inside attributes.
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
