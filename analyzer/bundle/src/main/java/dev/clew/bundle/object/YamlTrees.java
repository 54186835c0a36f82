package dev.clew.bundle.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML into trees, within bounds: an alias bomb ends in an error, not in a full heap.
public final class YamlTrees {

    private static final int MOST_ALIASES = 200;

    private final Places places;
    private final Map<Node, Integer> uses = new HashMap<>();
    private int values;

    private YamlTrees(String text) {
        places = new Places(text, true);
    }

    /// All documents of the text, one after the other.
    ///
    /// @throws IOException with line and column, if the text is not YAML or leaves the bounds
    public static List<Tree> read(String text) throws IOException {
        LoadSettings settings =
                LoadSettings.builder()
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .setCodePointLimit(Math.max(1, text.length()))
                        .setAllowDuplicateKeys(true)
                        .setUseMarks(true)
                        .setLabel("document")
                        .build();
        List<Tree> documents = new ArrayList<>();
        try {
            YamlTrees reader = new YamlTrees(text);
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(reader.value(node, 0));
            }
            return documents;
        } catch (YamlEngineException | StackOverflowError e) {
            throw new IOException(
                    e instanceof YamlEngineException
                            ? firstLines(e.getMessage())
                            : "nested too deep",
                    e);
        }
    }

    private static String firstLines(@Nullable String message) {
        return message == null
                ? "not YAML"
                : message.lines().limit(2).reduce((a, b) -> a + " " + b.strip()).orElse("not YAML");
    }

    private Tree value(Node node, int depth) throws IOException {
        if (++values > JsonTrees.MOST_VALUES || depth > JsonTrees.DEEPEST) {
            throw new IOException(
                    depth > JsonTrees.DEEPEST
                            ? "nested too deep"
                            : "more than " + JsonTrees.MOST_VALUES + " values");
        }
        int from = places.at(node.getStartMark().map(Mark::getIndex).orElse(0));
        int line = places.line(from);
        int to = places.at(node.getEndMark().map(Mark::getIndex).orElse(from));
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, Tree.object(line, from), to, depth);
            case SequenceNode sequence -> sequence(sequence, Tree.array(line, from), to, depth);
            case ScalarNode scalar -> {
                boolean isNull = scalar.getTag().getValue().endsWith(":null");
                yield Tree.scalar(isNull ? null : scalar.getValue(), line, from, to);
            }
            default -> Tree.scalar(null, line, from, to);
        };
    }

    private Tree mapping(MappingNode node, Tree object, int to, int depth) throws IOException {
        alias(node);
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                object.put(key.getValue(), value(tuple.getValueNode(), depth + 1));
            }
        }
        object.endsAt(to);
        return object;
    }

    private Tree sequence(SequenceNode node, Tree array, int to, int depth) throws IOException {
        alias(node);
        for (Node item : node.getValue()) {
            array.add(value(item, depth + 1));
        }
        array.endsAt(to);
        return array;
    }

    /// Counts how often one collection is used: aliases of aliases multiply.
    private void alias(Node node) throws IOException {
        if (uses.merge(node, 1, Integer::sum) > MOST_ALIASES) {
            throw new IOException("more than " + MOST_ALIASES + " uses of one alias");
        }
    }
}
