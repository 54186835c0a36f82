package dev.clew.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clew.match.regex.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads files of rules: ours, and specifications of troubleshoot.sh.
final class RuleFileReader {

    private static final int LARGEST = 4 << 20;

    private final List<RedactionRule> rules = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Names names = new Names(Set.of(), Set.of(), Set.of(), Set.of());

    RedactionRules rules() {
        return new RedactionRules(rules, names);
    }

    void read(String path, String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(path).setCodePointLimit(LARGEST).build();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                if (document instanceof Map<?, ?> map) {
                    document(path, map);
                } else if (document != null) {
                    throw new IllegalArgumentException(path + ": must hold a mapping");
                }
            }
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    private void document(String path, Map<?, ?> map) {
        if (map.get("names") instanceof Map<?, ?> words) {
            names =
                    new Names(
                            Set.copyOf(texts(words, "strong")),
                            Set.copyOf(texts(words, "weak")),
                            Set.copyOf(texts(words, "keys")),
                            Set.copyOf(texts(words, "harmless")));
            return;
        }
        if (map.get("spec") instanceof Map<?, ?>) {
            TroubleshootSpec.read(path, map, this::add);
            return;
        }
        if (!(map.get("rules") instanceof List<?> list)) {
            throw new IllegalArgumentException(path + ": has neither rules nor spec.redactors");
        }
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> rule)) {
                throw new IllegalArgumentException(path + ": a rule must be a mapping");
            }
            add(rule(path, rule));
        }
    }

    private void add(RedactionRule rule) {
        if (!ids.add(rule.id())) {
            throw new IllegalArgumentException("two redaction rules are called " + rule.id());
        }
        rules.add(rule);
    }

    private static RedactionRule rule(String path, Map<?, ?> map) {
        String id = text(map, "id", "");
        String regex = text(map, "regex", "");
        String where = path + ": rule '" + id + "'";
        for (Object key : map.keySet()) {
            if (!Set.of("id", "kind", "hints", "regex", "check", "learn", "hits", "misses", "from")
                    .contains(String.valueOf(key))) {
                throw new IllegalArgumentException(where + ": unknown key " + key);
            }
        }
        if (id.isEmpty() || regex.isEmpty()) {
            throw new IllegalArgumentException(where + ": needs id and regex");
        }
        String check = text(map, "check", "any").toUpperCase(Locale.ROOT);
        try {
            return rule(
                    id,
                    kind(text(map, "kind", "password")),
                    bytes(texts(map, "hints")),
                    bytes(regex),
                    RedactionRule.Check.valueOf(check),
                    !"false".equals(text(map, "learn", "true")),
                    bytes(texts(map, "hits")),
                    bytes(texts(map, "misses")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    static RedactionRule rule(
            String id,
            Kind kind,
            List<String> hints,
            String regex,
            RedactionRule.Check check,
            boolean learned,
            List<String> hits,
            List<String> misses) {
        Expression expression = Expression.of(regex);
        return new RedactionRule(id, kind, hints, expression, check, learned, hits, misses);
    }

    /// The texts as lines are read: a character for each byte.
    private static List<String> bytes(List<String> texts) {
        return texts.stream().map(RuleFileReader::bytes).toList();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String text(Map<?, ?> map, String key, String otherwise) {
        Object value = map.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    static List<String> texts(@Nullable Object map, String key) {
        Object value = map instanceof Map<?, ?> all ? all.get(key) : null;
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().map(String::valueOf).toList();
    }
}
