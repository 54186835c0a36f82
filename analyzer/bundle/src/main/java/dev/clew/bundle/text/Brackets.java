package dev.clew.bundle.text;

import java.util.ArrayList;
import java.util.List;

/// Follows the brackets of JSON outside of its strings, line by line, so that a document that was
/// cut off can be closed where it ends.
final class Brackets {

    private static final String OUTSIDE_OF_STRINGS = "{}[],:\"+-.eE0123456789truefalsn \t\r";

    /// A beginning of the text, closed so that it may be JSON.
    ///
    /// @param text what was closed
    /// @param lines how many whole lines of the text are in it
    /// @param rest what is left of the line after those, empty if nothing is
    record Closed(String text, int lines, String rest) {}

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private boolean quoted;
    private int lines;
    private int lastWhole;
    private String openAtLastWhole = "";

    /// Whether the line can go on with the text: outside of strings it has nothing that JSON does
    /// not have.
    boolean takes(String line) {
        boolean inside = quoted;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inside && c == '\\') {
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (!inside && OUTSIDE_OF_STRINGS.indexOf(c) < 0) {
                return false;
            }
        }
        return !line.strip().startsWith("..");
    }

    void add(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                open.append(c == '{' ? '}' : ']');
            } else if (!quoted && (c == '}' || c == ']') && !open.isEmpty()) {
                open.setLength(open.length() - 1);
                whole(text.length() + i + 1);
            } else if (!quoted && c == ',') {
                whole(text.length() + i);
            }
        }
        text.append(line).append('\n');
        lines++;
    }

    private void whole(int at) {
        lastWhole = at;
        openAtLastWhole = open.toString();
    }

    int open() {
        return open.length();
    }

    /// Whether the last line ends inside a string, which JSON does not allow: it was cut off there.
    boolean inString() {
        return quoted;
    }

    /// The text, closed. If it was cut off there are two ways to close it: at its end, if that is
    /// in a string, and after the last thing in it that is whole.
    List<Closed> closed() {
        if (open.isEmpty() && !quoted) {
            return List.of(new Closed(text.toString().replaceFirst(",\\s*$", ""), lines, ""));
        }
        List<Closed> ways = new ArrayList<>();
        if (quoted) {
            String end =
                    text.toString()
                            .replaceFirst("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?:u\\w{0,3})?\\s*$", "$1");
            ways.add(new Closed(end.stripTrailing() + '"' + closing(open.toString()), lines, ""));
        }
        if (lastWhole > 0) {
            int lineEnd = text.indexOf("\n", lastWhole);
            String rest = text.substring(lastWhole, lineEnd).replaceFirst("^[\\s,]+", "");
            int whole = (int) text.chars().limit(lastWhole).filter(c -> c == '\n').count();
            ways.add(
                    new Closed(
                            text.substring(0, lastWhole) + closing(openAtLastWhole),
                            rest.isBlank() ? whole + 1 : whole,
                            rest.stripTrailing()));
        }
        return ways;
    }

    private static StringBuilder closing(String open) {
        return new StringBuilder(open).reverse();
    }
}
