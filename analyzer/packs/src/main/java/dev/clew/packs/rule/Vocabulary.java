package dev.clew.packs.rule;

import dev.clew.packs.Code;
import dev.clew.packs.yaml.YamlMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns words of a pack into constants, and puts down a problem for a word that is none.
final class Vocabulary {

    private Vocabulary() {}

    static <E extends Enum<E>> E word(
            YamlMap map,
            String key,
            E fallback,
            Function<String, Optional<E>> of,
            List<String> known) {
        Optional<String> text = map.optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<E> constant = of.apply(text.get());
        if (constant.isEmpty()) {
            unknown(map, key, text.get(), known);
        }
        return constant.orElse(fallback);
    }

    static <E extends Enum<E>> Set<E> words(
            YamlMap map,
            String key,
            Class<E> type,
            Function<String, Optional<E>> of,
            List<String> known) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String text : map.texts(key)) {
            Optional<E> constant = of.apply(text);
            constant.ifPresent(constants::add);
            if (constant.isEmpty()) {
                unknown(map, key, text, known);
            }
        }
        return constants;
    }

    static Set<String> names(YamlMap map, String key, Set<String> known) {
        Set<String> names = new HashSet<>();
        for (String text : map.texts(key)) {
            if (known.contains(text)) {
                names.add(text);
            } else {
                unknown(map, key, text, known.stream().sorted().toList());
            }
        }
        return names;
    }

    private static void unknown(YamlMap map, String key, String text, List<String> known) {
        map.problems()
                .error(
                        map.place(key),
                        Code.P104,
                        "'" + text + "' is no " + key + "; known: " + String.join(", ", known));
    }
}
