package dev.clew.report.html;

import dev.clew.report.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;

/// HTML or SVG in the making. Text and values of attributes come from inputs that nobody trusts:
/// there is no way to add them other than escaped. Names of tags and attributes are the program's.
public final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element.
    ///
    /// @param attributes names and values in turn; one with an empty value is left out
    public Markup open(String tag, String... attributes) {
        open.push(tag);
        return start(tag, attributes);
    }

    private Markup start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    /// Ends the element that was begun last.
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Ends the element that was begun last, and the line.
    public Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /// An element with nothing in it but text.
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /// An element that has no end, such as `input`.
    public Markup single(String tag, String... attributes) {
        return start(tag, attributes);
    }

    /// Text. Line ends stay; other control characters are made visible.
    public Markup text(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            escape(text.substring(from, end));
            out.append('\n');
            from = end + 1;
        }
        escape(text.substring(from));
        return this;
    }

    /// Words of an article, in which pairs of backticks mark code.
    public Markup prose(String text) {
        int at = 0;
        for (int mark = text.indexOf('`'); mark >= 0; mark = text.indexOf('`', at)) {
            int end = text.indexOf('`', mark + 1);
            if (end < 0) {
                break;
            }
            text(text.substring(at, mark));
            element("code", text.substring(mark + 1, end));
            at = end + 1;
        }
        return text(text.substring(at));
    }

    /// A resource of the program, as it is.
    public Markup resource(String content) {
        out.append(content);
        return this;
    }

    /// Characters so far.
    public int length() {
        return out.length();
    }

    private void escape(String text) {
        String safe =
                Terminal.safe(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean pair =
                            Character.isHighSurrogate(c)
                                    && i + 1 < safe.length()
                                    && Character.isLowSurrogate(safe.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(safe.charAt(++i));
                    } else {
                        out.append(Character.isSurrogate(c) ? '\ufffd' : c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
