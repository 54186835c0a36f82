package dev.clew.match.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a text into words and finds those that vary.
final class VariableTokenizer {

    private static final String DELIMITERS = " \t\r\n\"'`=,;()[]{}<>|\\/?&!*";

    private final String text;
    private final List<Span> spans = new ArrayList<>();

    private VariableTokenizer(String text) {
        this.text = text;
    }

    /// A variable part of a text.
    record Span(int from, int to, Variable kind) {}

    /// The variable parts, in order.
    static List<Span> cut(String text) {
        VariableTokenizer cutter = new VariableTokenizer(text);
        cutter.run();
        return cutter.spans;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            if (isDelimiter(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && !isDelimiter(text.charAt(end))) {
                end++;
            }
            int value = value(at, end);
            if (value > 0) {
                spans.add(new Span(end + 1 + quote(end + 1), value, Variable.NAME));
                at = value;
            } else {
                word(at, end);
                at = end;
            }
        }
    }

    private static boolean isDelimiter(char c) {
        return DELIMITERS.indexOf(c) >= 0;
    }

    private int quote(int at) {
        int quote = at;
        while (quote < text.length() && (text.charAt(quote) == '\\' || text.charAt(quote) == '"')) {
            quote++;
        }
        return quote - at;
    }

    /// End of the value after `key=` if the key says that its value is a name; 0 otherwise.
    private int value(int from, int keyEnd) {
        if (keyEnd + 1 >= text.length()
                || text.charAt(keyEnd) != '='
                || !Words.namesSomething(text.substring(from, keyEnd))) {
            return 0;
        }
        int start = keyEnd + 1;
        int quotes = quote(start);
        int end = start + quotes;
        while (end < text.length() && !endsValue(text.charAt(end), quotes > 0)) {
            end++;
        }
        return end > start + quotes ? end : 0;
    }

    private static boolean endsValue(char c, boolean quoted) {
        return c == '"'
                || c == '\\'
                || c == '\n'
                || (!quoted && (c == ' ' || c == ',' || c == ')'));
    }

    private void word(int from, int end) {
        int to = end;
        while (to > from && ".:-".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        if (add(from, to)) {
            return;
        }
        int piece = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ':' || text.charAt(i) == '@') {
                if (piece > from || i < to) {
                    add(piece, i);
                }
                piece = i + 1;
            }
        }
    }

    private boolean add(int from, int to) {
        Variable kind = from < to ? kind(from, to) : null;
        if (kind != null) {
            spans.add(new Span(from, to, kind));
        }
        return kind != null;
    }

    private @Nullable Variable kind(int from, int to) {
        return to - from > Words.LONGEST ? Variable.ID : Words.kind(text.substring(from, to));
    }
}
