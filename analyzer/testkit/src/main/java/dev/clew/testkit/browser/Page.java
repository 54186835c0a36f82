package dev.clew.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A page that is open in a browser.
public final class Page {

    private static final int TRIES = 300;
    private static final Map<String, Integer> KEYS =
            Map.of("Tab", 9, "Enter", 13, " ", 32, "Escape", 27, "ArrowRight", 39, "ArrowDown", 40);

    private final Wire wire;
    private final String session;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Page(Wire wire, String session) {
        this.wire = wire;
        this.session = session;
        wire.listen(this::hear);
        send("Page.enable", object());
        send("Runtime.enable", object());
        send("Log.enable", object());
        send("Emulation.setFocusEmulationEnabled", object().put("enabled", true));
    }

    private void hear(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        JsonNode said = event.path("params");
        switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                    problems.add(said.path("exceptionDetails").toString());
            case "Log.entryAdded" -> problems.add(said.path("entry").path("text").asText());
            case "Runtime.consoleAPICalled" -> problems.add(said.path("args").toString());
            default -> {
                // nothing that tests ask for
            }
        }
    }

    /// What the page wrote to the console, exceptions and breaches of its policy among it.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// Goes to another address and waits until it is loaded.
    public void go(String address) throws InterruptedException {
        send("Page.navigate", object().put("url", address));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// The value of an expression; promises are waited for.
    public JsonNode eval(String script) {
        ObjectNode parameters =
                object().put("expression", script)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)
                        .put("userGesture", true);
        JsonNode answer = send("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /// The text of an expression.
    public String text(String script) {
        return eval(script).asText();
    }

    /// Waits until an expression is true.
    ///
    /// @throws IllegalStateException if it does not become so for half a minute
    public void await(String script) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (isTrue(script)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("not so in time: " + script);
    }

    private boolean isTrue(String script) {
        try {
            return eval(script).asBoolean();
        } catch (IllegalStateException e) {
            return false; // between two pages
        }
    }

    /// Sets the size of the view.
    ///
    /// @param scale pixels of the picture for each pixel of the page
    /// @param phone whether it is one that is touched
    public void size(int width, int height, double scale, boolean phone) {
        send(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", scale)
                        .put("mobile", phone));
    }

    /// Sets what the page is shown on.
    ///
    /// @param print whether it is for paper
    public void media(boolean dark, boolean print) {
        ObjectNode parameters = object().put("media", print ? "print" : "");
        ArrayNode features = parameters.putArray("features");
        features.addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        features.addObject().put("name", "prefers-reduced-motion").put("value", "reduce");
        send("Emulation.setEmulatedMedia", parameters);
    }

    /// Lets pages read and write the clipboard.
    public void allowClipboard() {
        ObjectNode parameters = object();
        parameters.putArray("permissions").add("clipboardReadWrite").add("clipboardSanitizedWrite");
        wire.send("", "Browser.grantPermissions", parameters);
    }

    /// Presses and lets go a key: `Tab`, `Enter`, ` ` …
    public void press(String key) {
        int code = KEYS.getOrDefault(key, (int) key.charAt(0));
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode parameters =
                    object().put("type", type)
                            .put("key", key)
                            .put("code", key.equals(" ") ? "Space" : key)
                            .put("windowsVirtualKeyCode", code);
            String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
            if (type.equals("keyDown") && !text.isEmpty()) {
                parameters.put("text", text);
            }
            send("Input.dispatchKeyEvent", parameters);
        }
    }

    /// Types a text into what has the focus.
    public void type(String text) {
        send("Input.insertText", object().put("text", text));
    }

    /// Clicks in the middle of the first element that a selector finds.
    public void click(String selector) {
        JsonNode place =
                eval(
                        "(() => { const e = document.querySelector("
                                + quoted(selector)
                                + "); e.scrollIntoView({block: 'center', behavior: 'instant'});"
                                + " const r = e.getClientRects()[0];"
                                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    object().put("type", type)
                            .put("x", place.get(0).asDouble())
                            .put("y", place.get(1).asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
    }

    /// Gives files to a field for files.
    public void files(String selector, Path... files) {
        ObjectNode find =
                object().put("expression", "document.querySelector(" + quoted(selector) + ")");
        String field = send("Runtime.evaluate", find).path("result").path("objectId").asText();
        ObjectNode parameters = object().put("objectId", field);
        ArrayNode list = parameters.putArray("files");
        for (Path file : files) {
            list.add(file.toAbsolutePath().toString());
        }
        send("DOM.setFileInputFiles", parameters);
    }

    /// A text as a literal of JavaScript.
    public static String quoted(String text) {
        return Wire.MAPPER.getNodeFactory().textNode(text).toString();
    }

    /// Writes a picture of what is in view, or of the whole page, as PNG.
    public void picture(Path file, boolean whole) throws IOException {
        ObjectNode parameters = object().put("format", "png").put("captureBeyondViewport", whole);
        if (whole) {
            JsonNode size = send("Page.getLayoutMetrics", object()).path("cssContentSize");
            parameters
                    .putObject("clip")
                    .put("x", 0)
                    .put("y", 0)
                    .put("width", size.path("width").asDouble())
                    .put("height", size.path("height").asDouble())
                    .put("scale", 1);
        }
        String data = send("Page.captureScreenshot", parameters).path("data").asText();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /// The page as PDF.
    public byte[] pdf() {
        return Base64.getDecoder().decode(send("Page.printToPDF", object()).path("data").asText());
    }

    private JsonNode send(String method, ObjectNode parameters) {
        return wire.send(session, method, parameters);
    }

    private static ObjectNode object() {
        return Wire.MAPPER.createObjectNode();
    }
}
