package dev.clew.packs.yaml;

import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A mapping of a YAML file. Asking for a value that is missing or of the wrong type puts down a
/// problem and gives something harmless, so that one reading finds all problems.
public final class YamlMap {

    private final String path;
    private final MappingNode node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    YamlMap(String path, MappingNode node, Problems problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                    problems.error(
                            YamlFile.place(path, key),
                            Code.P101,
                            "key '" + key.getValue() + "' stands here twice");
                }
                keys.put(key.getValue(), key);
            }
        }
    }

    public Place place() {
        return YamlFile.place(path, node);
    }

    /// Place of the value of a key, or of the mapping if it has no such key.
    public Place place(String key) {
        Node value = values.get(key);
        return value == null ? place() : YamlFile.place(path, value);
    }

    public Problems problems() {
        return problems;
    }

    /// Where a text stands as a value, in here or further down; the first place, or empty if
    /// nowhere.
    public Optional<Place> find(String text) {
        return find(node, text);
    }

    private Optional<Place> find(Node in, String text) {
        return switch (in) {
            case ScalarNode scalar ->
                    Optional.of(YamlFile.place(path, scalar))
                            .filter(place -> scalar.getValue().equals(text));
            case SequenceNode sequence -> find(sequence.getValue().stream(), text);
            case MappingNode mapping ->
                    find(mapping.getValue().stream().map(NodeTuple::getValueNode), text);
            default -> Optional.empty();
        };
    }

    private Optional<Place> find(Stream<Node> in, String text) {
        return in.flatMap(each -> find(each, text).stream()).findFirst();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /// Puts down a problem for every key that is not one of these.
    public void allow(Set<String> known) {
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                problems.error(
                        YamlFile.place(path, key),
                        Code.P101,
                        "unknown key '"
                                + name
                                + "'"
                                + nearest(name, known)
                                + "; known here: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private static String nearest(String name, Set<String> known) {
        return known.stream()
                .filter(candidate ->
                        candidate
                                .replaceAll("[-_]", "")
                                .equalsIgnoreCase(name.replaceAll("[-_]", "")))
                .findFirst()
                .map(candidate -> " (did you mean '" + candidate + "'?)")
                .orElse("");
    }

    /// The text of a key that must be there.
    public String text(String key) {
        if (!has(key)) {
            problems.error(place(), Code.P102, "'" + key + "' is missing");
            return "";
        }
        String text = optionalText(key).orElse("");
        if (text.isBlank() && values.get(key) instanceof ScalarNode) {
            problems.error(place(key), Code.P108, "'" + key + "' is empty");
        }
        return text;
    }

    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).flatMap(value -> scalar(value, key));
    }

    private Optional<String> scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.error(
                YamlFile.place(path, value),
                Code.P103,
                "'" + key + "' must be a text, not a " + type(value));
        return Optional.empty();
    }

    public boolean flag(String key) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            problems.error(place(key), Code.P104, "'" + key + "' must be true or false");
        }
        return text.map("true"::equals).orElse(false);
    }

    /// The texts of a list; a single text counts as a list of one. Empty if the key is not there.
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Item item : items(key)) {
            item.text().ifPresent(texts::add);
        }
        return texts;
    }

    /// The mapping of a key, or empty if it is not there or something else.
    public Optional<YamlMap> map(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(path, mapping, problems));
        }
        problems.error(
                YamlFile.place(path, value),
                Code.P103,
                "'" + key + "' must be a mapping, not a " + type(value));
        return Optional.empty();
    }

    /// The items of a list; a value that is no list counts as a list of one. Empty if the key is
    /// not there.
    public List<Item> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        List<Node> nodes =
                value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        return nodes.stream().map(each -> new Item(path, each, key, problems)).toList();
    }

    public @Nullable Item item(String key) {
        Node value = values.get(key);
        return value == null ? null : new Item(path, value, key, problems);
    }

    static String type(Node value) {
        return switch (value) {
            case MappingNode mapping -> "mapping";
            case SequenceNode sequence -> "list";
            default -> "text";
        };
    }

    /// A value that may be a text, a list or a mapping.
    public static final class Item {
        private final String path;
        private final Node node;
        private final String key;
        private final Problems problems;

        Item(String path, Node node, String key, Problems problems) {
            this.path = path;
            this.node = node;
            this.key = key;
            this.problems = problems;
        }

        public Place place() {
            return YamlFile.place(path, node);
        }

        public boolean isText() {
            return node instanceof ScalarNode;
        }

        public boolean isMap() {
            return node instanceof MappingNode;
        }

        public boolean isList() {
            return node instanceof SequenceNode;
        }

        /// The text, or empty with a problem put down if it is something else.
        public Optional<String> text() {
            if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue());
            }
            problems.error(
                    place(), Code.P103, "'" + key + "' must hold texts, not a " + type(node));
            return Optional.empty();
        }

        /// The mapping, or empty with a problem put down if it is something else.
        public Optional<YamlMap> map() {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(path, mapping, problems));
            }
            problems.error(
                    place(), Code.P103, "'" + key + "' must hold mappings, not a " + type(node));
            return Optional.empty();
        }

        public List<Item> items() {
            return node instanceof SequenceNode sequence
                    ? sequence.getValue().stream()
                            .map(each -> new Item(path, each, key, problems))
                            .toList()
                    : List.of(this);
        }

        public Problems problems() {
            return problems;
        }
    }
}
