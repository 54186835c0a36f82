package dev.clew.packs.vocabulary;

import dev.clew.match.regex.Expression;
import dev.clew.model.Placeholder;
import dev.clew.model.PlaceholderType;
import dev.clew.packs.Code;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The placeholders that every article may use.
///
/// @param byName in the order of the file
public record Placeholders(Map<String, Placeholder> byName) {

    /// The file in the folder of the vocabulary.
    public static final String FILE = "placeholders.yaml";

    /// None at all.
    public static final Placeholders NONE = new Placeholders(Map.of());

    private static final Set<String> KEYS =
            Set.of("type", "means", "get", "kind", "shape", "fact", "said", "usual", "areas");

    public Placeholders {
        byName = Map.copyOf(byName);
    }

    /// The one of that name, or empty.
    public Optional<Placeholder> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Reads them from a folder that holds a vocabulary; none if it has no such file.
    ///
    /// @throws IOException if the file can't be read
    public static Placeholders read(Path folder, Problems problems) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file)
                ? read(file.toString(), Files.readString(file), problems)
                : NONE;
    }

    /// Reads them from a text.
    ///
    /// @param path as problems name it
    public static Placeholders read(String path, String text, Problems problems) {
        Map<String, Placeholder> all = new LinkedHashMap<>();
        YamlFile.read(path, text, problems)
                .ifPresent(file -> {
                    for (String name : file.keys()) {
                        file.map(name).ifPresent(map -> all.put(name, placeholder(name, map)));
                    }
                });
        return new Placeholders(all);
    }

    private static Placeholder placeholder(String name, YamlMap map) {
        map.allow(KEYS);
        return new Placeholder(
                name,
                type(map),
                map.text("means"),
                map.optionalText("get").orElse(null),
                map.optionalText("kind").orElse(null),
                map.optionalText("shape").orElse(null),
                map.optionalText("fact").orElse(null),
                said(map),
                map.optionalText("usual").orElse(null),
                map.optionalText("areas").orElse(""));
    }

    private static List<String> said(YamlMap map) {
        List<String> said = map.texts("said");
        for (String each : said) {
            try {
                if (Expression.of(each).names().contains("value")) {
                    continue;
                }
                map.problems().error(map.place("said"), Code.P105, "no group 'value' in " + each);
            } catch (IllegalArgumentException e) {
                map.problems()
                        .error(
                                map.place("said"),
                                Code.P105,
                                "not a regular expression (RE2 syntax): " + e.getMessage());
            }
        }
        return said;
    }

    /// The type that a mapping names.
    static PlaceholderType type(YamlMap map) {
        String word = map.text("type");
        Optional<PlaceholderType> type = PlaceholderType.of(word);
        if (type.isEmpty() && !word.isEmpty()) {
            map.problems()
                    .error(
                            map.place("type"),
                            Code.P104,
                            "'"
                                    + word
                                    + "' is no type; known: "
                                    + String.join(
                                            ", ",
                                            List.of(PlaceholderType.values()).stream()
                                                    .map(PlaceholderType::word)
                                                    .toList()));
        }
        return type.orElse(PlaceholderType.OPEN);
    }

    /// What an article itself says of a placeholder: a text, or a mapping of `means`, `get` and
    /// `type`. What it leaves out is taken from here.
    public Placeholder own(String name, YamlMap placeholders) {
        Optional<Placeholder> known = find(name);
        YamlMap.Item item = placeholders.item(name);
        if (item == null || item.isText()) {
            String means = placeholders.optionalText(name).orElse("");
            return known.map(each -> explained(each, means, each.get()))
                    .orElse(Placeholder.of(name, means, null));
        }
        return item.map()
                .map(map -> {
                    map.allow(Set.of("means", "get", "type"));
                    String means = map.text("means");
                    Placeholder base = known.orElse(Placeholder.of(name, means, null));
                    Placeholder explained =
                            explained(base, means, map.optionalText("get").orElse(base.get()));
                    return map.has("type") ? typed(explained, type(map)) : explained;
                })
                .orElse(Placeholder.of(name, "", null));
    }

    private static Placeholder explained(
            Placeholder base, String means, @org.jspecify.annotations.Nullable String get) {
        return new Placeholder(
                base.name(),
                base.type(),
                means,
                get,
                base.kind(),
                base.shape(),
                base.fact(),
                base.said(),
                base.usual(),
                base.areas());
    }

    private static Placeholder typed(Placeholder base, PlaceholderType type) {
        return new Placeholder(
                base.name(),
                type,
                base.means(),
                base.get(),
                base.kind(),
                base.shape(),
                base.fact(),
                base.said(),
                base.usual(),
                base.areas());
    }
}
