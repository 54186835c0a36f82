package dev.clew.redact;

import dev.clew.match.regex.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Redactors as troubleshoot.sh has them: a list of `removals`, each with literal `values` and
/// `regex`es whose groups `mask` (or groups that are not named `drop` or have no name) are taken
/// out. A `selector` names the line above; its `redactor` is then tried on every line, which takes
/// out at least as much. `yamlPath` takes out what stands under the last name of the path.
final class TroubleshootSpec {

    private static final Pattern NAMED = Pattern.compile("\\(\\?P?<(\\w+)>");

    private TroubleshootSpec() {}

    static void read(String path, Map<?, ?> map, Consumer<RedactionRule> rules) {
        Object spec = map.get("spec");
        Object redactors = spec instanceof Map<?, ?> all ? all.get("redactors") : null;
        if (!(redactors instanceof List<?> list)) {
            throw new IllegalArgumentException(path + ": spec.redactors is no list");
        }
        int number = 0;
        for (Object each : list) {
            if (each instanceof Map<?, ?> redactor) {
                String name = RuleFileReader.text(redactor, "name", "redactor-" + number);
                removals(path, name + "#" + number, redactor.get("removals"), rules);
            }
            number++;
        }
    }

    private static void removals(
            String path, String name, @Nullable Object removals, Consumer<RedactionRule> rules) {
        if (!(removals instanceof Map<?, ?> map)) {
            return;
        }
        List<String> expressions = new ArrayList<>();
        for (String value : RuleFileReader.texts(map, "values")) {
            expressions.add("(" + Expression.quoted(value) + ")");
        }
        if (map.get("regex") instanceof List<?> list) {
            for (Object each : list) {
                expressions.add(
                        each instanceof Map<?, ?> one
                                ? masked(RuleFileReader.text(one, "redactor", ""))
                                : masked(String.valueOf(each)));
            }
        }
        for (String yaml : RuleFileReader.texts(map, "yamlPath")) {
            String last = yaml.substring(yaml.lastIndexOf('.') + 1);
            expressions.add(
                    "[\"']?"
                            + Expression.quoted(last)
                            + "[\"']?\\s*:\\s*[\"']?([^\"',}\\s][^\"',}]*)");
        }
        for (int i = 0; i < expressions.size(); i++) {
            add(path, name + "/" + i, expressions.get(i), rules);
        }
    }

    private static void add(
            String path, String id, String expression, Consumer<RedactionRule> rules) {
        if (expression.isEmpty()) {
            return;
        }
        try {
            rules.accept(
                    RuleFileReader.rule(
                            id,
                            Kind.CUSTOM,
                            List.of(""),
                            expression,
                            RedactionRule.Check.ANY,
                            true,
                            List.of(),
                            List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + id + ": " + e.getMessage(), e);
        }
    }

    /// The expression with only those groups left that are to be taken out.
    private static String masked(String expression) {
        if (!expression.contains("(?P<mask>") && !expression.contains("(?<mask>")) {
            return expression;
        }
        StringBuilder kept = new StringBuilder();
        Matcher named = NAMED.matcher(plain(expression));
        while (named.find()) {
            named.appendReplacement(kept, named.group(1).equals("mask") ? "(" : "(?:");
        }
        return named.appendTail(kept).toString();
    }

    /// Groups without a name take nothing out beside one called mask.
    private static String plain(String expression) {
        StringBuilder plain = new StringBuilder();
        boolean set = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            plain.append(c);
            if (c == '\\' && i + 1 < expression.length()) {
                plain.append(expression.charAt(++i));
            } else if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '(' && !set && !expression.startsWith("?", i + 1)) {
                plain.append("?:");
            }
        }
        return plain.toString();
    }
}
