package dev.clew.serve.http;

import dev.clew.library.Question;
import dev.clew.serve.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters of an address. Those of a body are left alone: it may be an upload, whatever type
/// its sender says it has.
record Query(Map<String, String> values) {

    /// @throws Trouble if it is no query
    static Query of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.putIfAbsent(decoded(name), decoded(pair.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Trouble(Trouble.Kind.WRONG, "the query can't be read: " + text);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /// @throws Trouble if it is missing
    String needed(String name) {
        String value =
                find(name)
                        .orElseThrow(() ->
                                new Trouble(
                                        Trouble.Kind.WRONG,
                                        "the parameter " + name + " is missing"));
        return value.length() <= Question.LONGEST ? value : value.substring(0, Question.LONGEST);
    }

    int number(String name, int otherwise) {
        String value = find(name).orElse(Integer.toString(otherwise));
        if (!value.matches("\\d{1,9}")) {
            throw new Trouble(Trouble.Kind.WRONG, name + ": a number");
        }
        return Integer.parseInt(value);
    }
}
