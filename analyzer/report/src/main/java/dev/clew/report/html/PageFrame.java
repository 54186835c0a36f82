package dev.clew.report.html;

import dev.clew.report.words.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What stands around the body of a page: its head, with a policy under which nothing runs but the
/// page's own script, and nothing is loaded.
public final class PageFrame {

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16"
                    + " 16'%3E%3Ccircle cx='8' cy='8' r='5.5' fill='none' stroke='%230e7490'"
                    + " stroke-width='2.5'/%3E%3C/svg%3E";

    private PageFrame() {}

    /// The whole page.
    ///
    /// @param body what stands in it, made by [Markup]
    /// @param title as the browser shows it
    public static String around(String body, String title, Phrases words) {
        String style = style();
        String script = script();
        Markup head = new Markup();
        head.resource("<!doctype html>\n");
        head.open("html", "lang", words.language());
        head.open("head");
        head.single("meta", "charset", "utf-8");
        head.single("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        head.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.single("meta", "name", "color-scheme", "content", "light dark");
        head.single("meta", "name", "referrer", "content", "no-referrer");
        head.element("title", title);
        head.single("link", "rel", "icon", "href", ICON);
        head.open("style").resource(style).close();
        head.close();
        head.open("body");
        head.element("a", words.say("skip"), "class", "skip", "href", "#report");
        head.resource(body);
        head.open("script").resource(script).close();
        head.close();
        head.close();
        return head + "\n";
    }

    /// The policy of a page, as its own head and a server say it: its own style and script, and
    /// nothing else.
    public static String policy() {
        return "default-src 'none'; style-src '"
                + hash(style())
                + "'; script-src '"
                + hash(script())
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// The style of the report.
    public static String style() {
        return resource("report.css");
    }

    /// The script of the report. It works on whatever element of the page has the class `clew`, or
    /// else on the body.
    public static String script() {
        return resource("report.js");
    }

    private static String resource(String name) {
        try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
