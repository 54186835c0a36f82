package dev.clew.packs.yaml;

import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.Optional;
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

    private YamlFile() {}

    /// The mapping at the top of the text, or empty with the reason put down.
    public static Optional<YamlMap> read(String path, String text, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(path)
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(true)
                        .setMaxAliasesForCollections(20)
                        .setCodePointLimit(LARGEST)
                        .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(path, mapping, problems));
            }
            problems.error(Place.of(path), Code.P103, "the file must hold a mapping");
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> place(path, mark)).orElse(Place.of(path));
            problems.error(place, Code.P002, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.error(
                    Place.of(path),
                    Code.P002,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"));
        }
        return Optional.empty();
    }

    static Place place(String path, Node node) {
        return node.getStartMark().map(mark -> place(path, mark)).orElse(Place.of(path));
    }

    private static Place place(String path, Mark mark) {
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
