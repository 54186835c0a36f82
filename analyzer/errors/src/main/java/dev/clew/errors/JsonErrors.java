package dev.clew.errors;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads errors that are JSON objects: problems of HTTP, `Status` objects of Kubernetes, answers of
/// cloud services.
final class JsonErrors {

    private static final int LONGEST = 20_000;

    /// A member that names or describes an error, the value being a text.
    private static final Pattern MEMBER =
            Pattern.compile(
                    "\"(title|reason|code|error|errorCode|error_code|__type|message|errmsg|detail|details|error_description|description|msg)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,2000})\"",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern STATUS =
            Pattern.compile(
                    "\"(?:status|code|statusCode|status_code)\"\\s*:\\s*\"?([45]\\d\\d)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> NAMES =
            Set.of("title", "reason", "code", "errorcode", "error_code", "__type");

    private JsonErrors() {}

    /// The words of the error, what it is called in front of what is said of it; a text that is no
    /// such object comes back as it is.
    static String words(String text) {
        String object = text.strip();
        if (object.length() > LONGEST || !object.startsWith("{") || !object.endsWith("}")) {
            return text;
        }
        Set<String> named = new LinkedHashSet<>();
        Set<String> said = new LinkedHashSet<>();
        Matcher member = MEMBER.matcher(object);
        while (member.find()) {
            String name = member.group(1).toLowerCase(Locale.ROOT);
            (NAMES.contains(name) ? named : said).add(plain(member.group(2)));
        }
        if (named.isEmpty() && said.isEmpty()) {
            return text;
        }
        Matcher status = STATUS.matcher(object);
        String code = status.find() ? "status " + status.group(1) : "";
        named.addAll(said);
        String words = String.join(": ", named);
        return code.isEmpty() ? words : words + " (" + code + ")";
    }

    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                plain.append(
                        switch (escaped) {
                            case 'n', 'r' -> '\n';
                            case 't' -> ' ';
                            default -> escaped;
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
