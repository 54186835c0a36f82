package dev.clew.author.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// An incident of which is known what broke: a folder with the files and a `case.json` of the shape
/// `{"inputs": ["agent.log"], "root": ["an-id"], "also": ["another-id"], "healthy": false}`.
///
/// @param folder where its files are
/// @param inputs what is analysed, as paths
/// @param roots ids of which the first incident's root must be one; none if nothing, or nothing
///   that a signature exists for, is wrong
/// @param also ids that may be found beside
/// @param healthy whether nothing is wrong
public record LabelledCase(
        Path folder, List<String> inputs, Set<String> roots, Set<String> also, boolean healthy) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public LabelledCase {
        inputs = List.copyOf(inputs);
        roots = Set.copyOf(roots);
        also = Set.copyOf(also);
    }

    /// The cases in a folder and those below, in the order of their paths.
    ///
    /// @throws IOException naming the file, if a label can't be read or has no inputs
    public static List<LabelledCase> below(Path folder) throws IOException {
        List<Path> labels;
        try (Stream<Path> files = Files.walk(folder)) {
            labels = files.filter(file -> file.endsWith("case.json")).sorted().toList();
        }
        List<LabelledCase> cases = new ArrayList<>();
        for (Path label : labels) {
            cases.add(read(label));
        }
        return cases;
    }

    private static LabelledCase read(Path label) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(label.toFile());
        } catch (IOException e) {
            throw new IOException(label + ": not JSON: " + e.getMessage(), e);
        }
        Path folder = Objects.requireNonNull(label.toAbsolutePath().getParent());
        List<String> inputs =
                texts(json.path("inputs")).stream()
                        .map(input -> folder.resolve(input).toString())
                        .toList();
        if (inputs.isEmpty()) {
            throw new IOException(label + ": 'inputs' must name at least one file");
        }
        return new LabelledCase(
                folder,
                inputs,
                texts(json.path("root")),
                texts(json.path("also")),
                json.path("healthy").asBoolean());
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new LinkedHashSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
