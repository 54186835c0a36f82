package dev.clew.match.template;

import java.util.ArrayList;
import java.util.List;

/// A line with its variable parts recognised. Two prints of one message have equal keys.
///
/// @param parts in the order of the line; put together, their texts are the line
public record Template(List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /// A stretch of the line.
    public sealed interface Part {
        String text();
    }

    /// Text that is there each time.
    public record Fixed(String text) implements Part {}

    /// Text that differs each time.
    public record Varying(String text, Variable kind) implements Part {}

    /// The template of a text. Takes time linear in its length.
    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (VariableTokenizer.Span span : VariableTokenizer.cut(text)) {
            if (span.from() > done) {
                parts.add(new Fixed(text.substring(done, span.from())));
            }
            parts.add(new Varying(text.substring(span.from(), span.to()), span.kind()));
            done = span.to();
        }
        if (done < text.length()) {
            parts.add(new Fixed(text.substring(done)));
        }
        return new Template(parts);
    }

    /// The line with placeholders for its variable parts and single spaces.
    public String key() {
        return joined(false).replaceAll("\\s+", " ").strip();
    }

    /// Only the fixed text; a space stands for each variable part.
    public String fixed() {
        return joined(true);
    }

    private String joined(boolean fixedOnly) {
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Fixed(String text) -> joined.append(text);
                case Varying(String text, Variable kind) ->
                        joined.append(fixedOnly ? " " : kind.placeholder());
            }
        }
        return joined.toString();
    }
}
