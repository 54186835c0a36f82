package dev.clew.packs;

import dev.clew.model.Rule;
import dev.clew.packs.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names for sets of signatures, from the file `groups.yaml` of a pack. In `explains`, `@name`
/// stands for all of a set.
final class SymptomGroups {

    private final Map<String, List<String>> groups;

    private SymptomGroups(Map<String, List<String>> groups) {
        this.groups = groups;
    }

    /// The groups of a pack; none if it has no such file.
    ///
    /// @param beside groups of another pack; those of the pack itself take their place
    static SymptomGroups read(Path file, Optional<Path> beside, Problems problems)
            throws IOException {
        Map<String, List<String>> groups = new HashMap<>();
        if (beside.isPresent()) {
            add(beside.get(), groups, problems);
        }
        add(file, groups, problems);
        return new SymptomGroups(groups);
    }

    private static void add(Path file, Map<String, List<String>> groups, Problems problems)
            throws IOException {
        if (Files.isRegularFile(file)) {
            PackFolder.text(file, problems)
                    .flatMap(text -> YamlFile.read(file.toString(), text, problems))
                    .ifPresent(
                            map -> map.keys().forEach(name -> groups.put(name, map.texts(name))));
        }
    }

    /// The rule with the names of groups replaced by their members.
    Rule expand(Rule rule, String path, Problems problems) {
        if (!(rule instanceof Rule.Signature signature)
                || signature.explains().stream().noneMatch(id -> id.startsWith("@"))) {
            return rule;
        }
        Set<String> explains = new HashSet<>();
        for (String id : signature.explains()) {
            if (!id.startsWith("@")) {
                explains.add(id);
            } else if (groups.containsKey(id.substring(1))) {
                explains.addAll(groups.get(id.substring(1)));
            } else {
                problems.error(
                        Place.of(path), Code.P112, "'" + id + "' is no group of groups.yaml");
            }
        }
        explains.remove(signature.id());
        return signature.explaining(explains);
    }
}
