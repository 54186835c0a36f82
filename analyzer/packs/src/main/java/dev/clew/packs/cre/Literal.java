package dev.clew.packs.cre;

import dev.clew.model.Clause;
import java.util.List;

/// Conditions of CRE as clauses of ours. They look at the line as it stands in the input, and at
/// the program's own words in it.
final class Literal {

    private Literal() {}

    /// The text is in the line, in the same letter case.
    static Clause of(String text) {
        return both(quoted(text));
    }

    /// An expression matches in the line, or across it and those that go on with it.
    static Clause regex(String regex) {
        return both(regex);
    }

    private static Clause both(String expression) {
        return new Clause.Any(
                List.of(
                        new Clause.Regex(Clause.WHOLE_TEXT, expression),
                        new Clause.Regex(Clause.RAW, expression)));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                        quoted.append('\\');
                    }
                    quoted.append((char) c);
                });
        return quoted.toString();
    }

    /// The expression with its first group, or all of it, under a name.
    static String withName(String regex, String name) {
        for (int at = 0; at < regex.length(); at++) {
            char c = regex.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(' && !regex.startsWith("(?", at)) {
                return regex.substring(0, at + 1) + "?P<" + name + ">" + regex.substring(at + 1);
            } else if (c == '[') {
                at = Math.max(at, regex.indexOf(']', at + 2));
            }
        }
        return "(?P<" + name + ">" + regex + ")";
    }
}
