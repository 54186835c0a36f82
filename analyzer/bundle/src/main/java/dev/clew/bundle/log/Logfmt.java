package dev.clew.bundle.log;

import java.util.Map;

/// `key=value key="value with spaces"` pairs, as logrus, slog and klog write them.
final class Logfmt {

    private Logfmt() {}

    /// Puts the pairs of the text into `fields`, the first of each name; words that are no pair are
    /// passed over.
    ///
    /// @return how many pairs were read
    static int read(String text, int from, Map<String, String> fields) {
        int pairs = 0;
        int at = from;
        while (at < text.length()) {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            int keyStart = at;
            while (at < text.length() && isKey(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) != '=' || at == keyStart) {
                at = skipWord(text, Math.max(at, keyStart));
                continue;
            }
            String key = text.substring(keyStart, at);
            int valueStart = ++at;
            String value;
            if (at < text.length() && text.charAt(at) == '"') {
                at = endOfQuotes(text, at);
                boolean closed = at - 1 > valueStart && text.charAt(at - 1) == '"';
                value = text.substring(valueStart + 1, closed ? at - 1 : at);
                value = Escapes.resolve(value);
            } else {
                while (at < text.length() && text.charAt(at) > ' ') {
                    at++;
                }
                value = text.substring(valueStart, at);
            }
            fields.putIfAbsent(key, value);
            pairs++;
        }
        return pairs;
    }

    private static boolean isKey(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '/';
    }

    private static int skipWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') {
            at = text.charAt(at) == '"' ? endOfQuotes(text, at) : at + 1;
        }
        return at;
    }

    /// Whether a quote is open at the end of the text: the rest of the line stands somewhere else.
    static boolean isCut(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }

    /// The index after the quote that closes the one at `open`, or the end of the text if none
    /// does.
    static int endOfQuotes(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return text.length();
    }
}
