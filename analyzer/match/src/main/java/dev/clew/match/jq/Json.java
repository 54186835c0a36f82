package dev.clew.match.jq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON text into maps, lists, texts, numbers and truth values.
final class Json {

    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /// The text is no JSON.
    static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotJson() {
            super("no JSON", null, false, false);
        }
    }

    /// The value of a whole text.
    ///
    /// @throws NotJson if it is none
    static @Nullable Object read(String text) {
        Json reader = new Json(text);
        try {
            Object value = reader.value();
            reader.blanks();
            if (reader.at < text.length()) {
                throw new NotJson();
            }
            return value;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new NotJson();
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private @Nullable Object value() {
        blanks();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        expect(word);
        return value;
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw new NotJson();
        }
        at += token.length();
    }

    private boolean passes(char c) {
        blanks();
        if (text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (!passes('}')) {
            do {
                blanks();
                String name = string();
                blanks();
                expect(":");
                members.put(name, value());
            } while (passes(','));
            blanks();
            expect("}");
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> list() {
        enter();
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        if (!passes(']')) {
            do {
                items.add(value());
            } while (passes(','));
            blanks();
            expect("]");
        }
        depth--;
        return items;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new NotJson();
        }
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at));
    }

    private String string() {
        expect("\"");
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            case '"', '\\', '/' -> c;
            default -> throw new NotJson();
        };
    }
}
