package dev.clew.packs.vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The commands of kubectl and their flags.
///
/// @param commands by their words, such as `rollout restart`; `*` holds the flags of all
public record KubectlGrammar(Map<String, Flags> commands) {

    /// Nothing is known.
    public static final KubectlGrammar NONE = new KubectlGrammar(Map.of());

    private static final String ALL = "*";

    public KubectlGrammar {
        commands = Map.copyOf(commands);
    }

    /// The flags of a command, each with its dashes.
    ///
    /// @param valued take a value
    /// @param bare need none
    public record Flags(Set<String> valued, Set<String> bare) {
        public Flags {
            valued = Set.copyOf(valued);
            bare = Set.copyOf(bare);
        }
    }

    /// Reads it from a folder that holds a vocabulary; nothing is known if it has no such file.
    ///
    /// @throws IOException if the file can't be read
    public static KubectlGrammar read(Path folder) throws IOException {
        Map<String, Flags> commands = new HashMap<>();
        for (List<String> row : FactTable.rows(folder.resolve("kubectl.tsv"), 3)) {
            commands.put(row.get(0), new Flags(words(row.get(1)), words(row.get(2))));
        }
        return new KubectlGrammar(commands);
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(text.split(" ", -1)));
        words.remove("");
        return words;
    }

    /// Whether there is a command of these words.
    public boolean knows(String command) {
        return commands.containsKey(command);
    }

    /// Whether further words belong to the command: `rollout` is none without `restart`.
    public boolean continues(String command) {
        return commands.keySet().stream().anyMatch(each -> each.startsWith(command + " "));
    }

    /// Whether a flag takes a value, or empty if the command has no such flag.
    public Optional<Boolean> takesValue(String command, String flag) {
        for (String name : List.of(command, ALL)) {
            Flags flags = commands.get(name);
            if (flags != null && flags.valued().contains(flag)) {
                return Optional.of(true);
            }
            if (flags != null && flags.bare().contains(flag)) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }
}
