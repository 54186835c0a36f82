package dev.clew.packs.yaml;

import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a YAML file whose top is a mapping.
public final class YamlFile {

    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_OF_MANY = 1 << 24;

    private YamlFile() {}

    /// The mapping at the top of the text, or empty with the reason put down.
    public static Optional<YamlMap> read(String path, String text, Problems problems) {
        return compose(
                        path,
                        problems,
                        () -> {
                            Optional<Node> node =
                                    new Compose(settings(path, LARGEST)).composeString(text);
                            return node.map(List::of).orElse(List.of());
                        },
                        true)
                .stream()
                .findFirst();
    }

    /// The mappings at the top of each document of a text; documents without anything are left out.
    public static List<YamlMap> readAll(String path, String text, Problems problems) {
        return compose(
                path,
                problems,
                () -> {
                    List<Node> nodes = new ArrayList<>();
                    new Compose(settings(path, LARGEST_OF_MANY))
                            .composeAllFromString(text)
                            .forEach(nodes::add);
                    return nodes;
                },
                false);
    }

    private static LoadSettings settings(String path, int most) {
        return LoadSettings.builder()
                .setLabel(path)
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(most)
                .build();
    }

    private static List<YamlMap> compose(
            String path, Problems problems, Supplier<List<Node>> nodes, boolean needed) {
        List<YamlMap> maps = new ArrayList<>();
        try {
            for (Node node : nodes.get()) {
                if (node instanceof MappingNode mapping) {
                    maps.add(new YamlMap(path, mapping, problems));
                }
            }
            if (maps.isEmpty() && needed) {
                problems.error(Place.of(path), Code.P103, "the file must hold a mapping");
            }
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> place(path, mark)).orElse(Place.of(path));
            problems.error(place, Code.P002, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.error(
                    Place.of(path),
                    Code.P002,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"));
        }
        return maps;
    }

    static Place place(String path, Node node) {
        return node.getStartMark().map(mark -> place(path, mark)).orElse(Place.of(path));
    }

    private static Place place(String path, Mark mark) {
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
