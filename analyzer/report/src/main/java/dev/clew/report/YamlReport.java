package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.diagnose.Diagnosis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// The same as [JsonReport], as YAML: made from it, so that the two can't differ.
public final class YamlReport {

    private YamlReport() {}

    public static String render(Diagnosis diagnosis, String version) {
        StringWriter json = new StringWriter();
        StringBuilder yaml = new StringBuilder();
        try {
            JsonReport.write(diagnosis, version, json);
            try (JsonParser parser = new JsonFactory().createParser(json.toString())) {
                parser.nextToken();
                value(parser, yaml, 0, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return yaml.toString();
    }

    private static void value(JsonParser parser, StringBuilder yaml, int indent, boolean inline)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            object(parser, yaml, indent, inline);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, yaml, indent);
        } else {
            yaml.append(
                            token == JsonToken.VALUE_STRING
                                    ? quoted(parser.getText())
                                    : parser.getText())
                    .append('\n');
        }
    }

    private static void object(JsonParser parser, StringBuilder yaml, int indent, boolean inline)
            throws IOException {
        boolean first = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (first && !inline && indent > 0) {
                yaml.append('\n');
            }
            yaml.append(first && inline ? "" : " ".repeat(indent));
            yaml.append(key(parser.currentName())).append(": ");
            parser.nextToken();
            value(parser, yaml, indent + 2, false);
            first = false;
        }
        if (first) {
            yaml.append("{}\n");
        }
    }

    private static void array(JsonParser parser, StringBuilder yaml, int indent)
            throws IOException {
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (first) {
                yaml.append('\n');
            }
            yaml.append(" ".repeat(indent)).append("- ");
            value(parser, yaml, indent + 2, true);
            first = false;
        }
        if (first) {
            yaml.append("[]\n");
        }
    }

    private static String key(String name) {
        return name.matches("[a-zA-Z][\\w-]*") ? name : quoted(name);
    }

    /// A double-quoted scalar: the one form that can hold every text.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' '
                            || (c >= 0x7f && c < 0xa0)
                            || c == '\ufeff'
                            || c == 0x2028
                            || c == 0x2029
                            || c >= 0xd800 && c < 0xe000
                            || c >= 0xfffe) {
                        quoted.append(String.format("\\u%04X", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
