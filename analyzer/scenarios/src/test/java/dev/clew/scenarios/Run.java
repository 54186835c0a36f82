package dev.clew.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.cli.Clew;
import dev.clew.cli.Console;
import dev.clew.cli.Stop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A run of the command, from its arguments to its exit status, with the pack and knowledge base
/// that are shipped.
record Run(int status, String out, String err) {

    /// The checkout.
    static final Path ROOT = Path.of(System.getProperty("clew.root", ""));

    static {
        System.setProperty("clew.home", ROOT.resolve("analyzer/dist/target/clew").toString());
    }

    static Run clew(String... arguments) {
        return clew(InputStream.nullInputStream(), arguments);
    }

    static Run clewReading(String input, String... arguments) {
        return clew(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    static Run clew(InputStream in, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Clew.run(
                        new Console(in, new PrintWriter(out), new PrintWriter(err), false),
                        List.of(arguments));
        return new Run(status, out.toString(), err.toString());
    }

    /// A run that is given something through a pipe.
    static Run piped(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        false,
                        false,
                        new Stop());
        int status = Clew.run(console, List.of(arguments));
        return new Run(status, out.toString(), err.toString());
    }

    static String sample(String name) {
        return ROOT.resolve("samples").resolve(name).toString();
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + out + err, e);
        }
    }

    /// Signature of the first incident's root, or empty.
    String root() {
        JsonNode json = json();
        String id = json.at("/incidents/0/root").asText();
        return finding(json, id).path("signature").asText();
    }

    /// Signatures of the first incident's symptoms.
    List<String> symptoms() {
        JsonNode json = json();
        List<String> symptoms = new ArrayList<>();
        json.at("/incidents/0/symptoms")
                .forEach(id -> symptoms.add(finding(json, id.asText()).path("signature").asText()));
        return symptoms;
    }

    /// Signatures of all findings of at least that severity.
    List<String> findings(String... severities) {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : json().path("findings")) {
            if (List.of(severities).contains(finding.path("severity").asText())) {
                found.add(finding.path("signature").asText());
            }
        }
        return found;
    }

    static JsonNode finding(JsonNode json, String id) {
        for (JsonNode finding : json.path("findings")) {
            if (finding.path("id").asText().equals(id)) {
                return finding;
            }
        }
        return json.path("nothing");
    }
}
