package dev.clew.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of a command line: options with a value, options without, and the rest.
final class Arguments {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments() {}

    /// Reads the words.
    ///
    /// @param valued options that take a value, with their dashes
    /// @param flags options that take none
    /// @throws FleetError if an option is unknown or lacks its value
    static Arguments of(List<String> words, Set<String> valued, Set<String> flags) {
        Arguments read = new Arguments();
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) {
                read.rest.addAll(words.subList(at, words.size()));
                break;
            }
            if (flags.contains(word)) {
                read.values.put(word, "");
            } else if (valued.contains(word)) {
                if (at == words.size()) {
                    throw new FleetError(FleetError.USAGE, word + " needs a value");
                }
                read.values.put(word, words.get(at++));
            } else if (word.startsWith("-")) {
                throw new FleetError(FleetError.USAGE, "unknown option: " + word);
            } else {
                read.rest.add(word);
            }
        }
        return read;
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /// @throws FleetError if it was not given
    String needed(String option) {
        return value(option)
                .orElseThrow(() -> new FleetError(FleetError.USAGE, option + " is needed"));
    }

    /// A whole number of at least 1.
    ///
    /// @throws FleetError if it is none
    int number(String option, int otherwise) {
        String text = value(option).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new FleetError(FleetError.USAGE, option + ": '" + text + "' is no whole number");
        }
        return Integer.parseInt(text);
    }

    List<String> rest() {
        return List.copyOf(rest);
    }
}
