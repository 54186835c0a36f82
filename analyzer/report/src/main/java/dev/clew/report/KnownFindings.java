package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A baseline to begin with, made of a report in JSON: an entry for each thing at the root of an
/// incident. Owner and reason are left to a person.
public final class KnownFindings {

    private static final int MOST_NAMES = 50;

    private final Map<String, String> signatures = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final List<String> roots = new ArrayList<>();

    private KnownFindings() {}

    /// The baseline as YAML.
    ///
    /// @param report as `-o json` writes it
    /// @param expires the last day on which the entries count
    /// @throws IOException if the report can't be read or is no such report
    public static String of(Reader report, LocalDate expires) throws IOException {
        KnownFindings known = new KnownFindings();
        try (JsonParser json = new JsonFactory().createParser(report)) {
            known.read(json);
        }
        return known.yaml(expires);
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no report: it is no object");
        }
        boolean any = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("incidents")) {
                any = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    String root = object(json).get("root");
                    if (root != null) {
                        roots.add(root);
                    }
                }
            } else if (value == JsonToken.START_ARRAY && name.equals("findings")) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    finding(json);
                }
            } else {
                json.skipChildren();
            }
        }
        if (!any) {
            throw new IOException("no report: it has no incidents");
        }
    }

    private void finding(JsonParser json) throws IOException {
        String id = "";
        String signature = "";
        List<String> subjects = new ArrayList<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("id")) {
                id = json.getText();
            } else if (name.equals("signature")) {
                signature = json.getText();
            } else if (name.equals("subjects") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    Map<String, String> subject = object(json);
                    String namespace = subject.get("namespace");
                    subjects.add(
                            (namespace == null ? "" : namespace + "/")
                                    + subject.getOrDefault("name", "*"));
                }
            } else {
                json.skipChildren();
            }
        }
        signatures.put(id, signature);
        names.put(id, subjects);
    }

    /// The texts of an object; what is in it besides is skipped.
    private static Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (@Nullable String name = json.nextFieldName();
                name != null;
                name = json.nextFieldName()) {
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private String yaml(LocalDate expires) {
        Set<String> entries = new LinkedHashSet<>();
        for (String root : roots) {
            String signature = signatures.getOrDefault(root, "");
            List<String> subjects = names.getOrDefault(root, List.of());
            // A finding is set aside if all it is about is known: several things need a wider entry
            String subject = subjects.size() == 1 ? subjects.getFirst() : "";
            String note =
                    subjects.size() > 1
                            ? "    # on "
                                    + String.join(
                                            ", ", subjects.stream().limit(MOST_NAMES).toList())
                                    + "\n"
                            : "";
            entries.add(
                    "  - signature: "
                            + signature
                            + "\n"
                            + note
                            + (subject.isEmpty() ? "" : "    subject: " + quoted(subject) + "\n")
                            + "    owner: unknown\n"
                            + "    reason: not yet judged\n"
                            + "    expires: "
                            + expires
                            + "\n");
        }
        return entries.isEmpty() ? "known: []\n" : "known:\n" + String.join("", entries);
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("[\\p{Cntrl}]", " ").replace("'", "''") + "'";
    }
}
