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

    /// How many characters were added.
    int length() {
        return text.length();
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
            String whole = text.toString().stripTrailing();
            return List.of(new Closed(whole.replaceFirst(",$", ""), lines, ""));
        }
        List<Closed> ways = new ArrayList<>();
        if (quoted) {
            String end = withoutHalfEscape(text.toString().stripTrailing());
            ways.add(new Closed(end + '"' + closing(open.toString()), lines, ""));
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

    /// The text without the beginning of an escape at its end: `\`, `\\u00`.
    private static String withoutHalfEscape(String text) {
        int at = text.length() - 1;
        for (int i = 0; i < 4 && at > 0 && Character.digit(text.charAt(at), 16) >= 0; i++) {
            at--;
        }
        at = at > 0 && text.charAt(at) == 'u' ? at - 1 : text.length() - 1;
        int slashes = 0;
        while (slashes <= at && text.charAt(at - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1 && text.length() - at <= 5 ? text.substring(0, at) : text;
    }

    private static StringBuilder closing(String open) {
        return new StringBuilder(open).reverse();
    }
}
