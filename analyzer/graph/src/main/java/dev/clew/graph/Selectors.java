package dev.clew.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Label selectors.
public final class Selectors {

    private Selectors() {}

    /// Whether labels have all of these values.
    public static boolean matches(Map<String, String> wanted, Map<String, String> labels) {
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            if (!each.getValue().equals(labels.get(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /// The `matchLabels` of a selector, without what Cilium puts before names of labels of pods.
    public static Map<String, String> labels(Data selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        selector.at("matchLabels")
                .labels()
                .forEach((name, value) -> labels.put(plain(name), value));
        return labels;
    }

    private static String plain(String name) {
        return name.startsWith("k8s:") || name.startsWith("any:") ? name.substring(4) : name;
    }

    /// Whether labels meet a selector of `matchLabels` and `matchExpressions`. An empty one is met
    /// by everything.
    public static boolean matches(Data selector, Map<String, String> labels) {
        if (!matches(labels(selector), labels)) {
            return false;
        }
        for (Data expression : selector.items("matchExpressions")) {
            if (!matches(expression, labels.get(plain(orEmpty(expression.text("key")))))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a value meets one requirement of `operator` and `values`.
    public static boolean matches(
            Data requirement, @org.jspecify.annotations.Nullable String value) {
        List<String> values = requirement.texts("values");
        return switch (orEmpty(requirement.text("operator"))) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compare(value, values) > 0;
            case "Lt" -> compare(value, values) < 0;
            default -> false;
        };
    }

    private static int compare(
            @org.jspecify.annotations.Nullable String value, List<String> values) {
        try {
            return value == null || values.size() != 1
                    ? 0
                    : Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
        } catch (NumberFormatException e) {
            return 0; // meets neither
        }
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
