package dev.clew.author.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that was called with a command, arguments and flags.
///
/// @param command its words, such as `rollout restart`
/// @param arguments what is neither flag nor value of one
/// @param flags by name with dashes, and all values of each; a flag without a value has ``
/// @param unknown flags that the program does not have
/// @param behind what stands behind `--`
public record Invocation(
        String command,
        List<String> arguments,
        Map<String, List<String>> flags,
        List<String> unknown,
        List<String> behind) {

    public Invocation {
        arguments = List.copyOf(arguments);
        flags = Map.copyOf(flags);
        unknown = List.copyOf(unknown);
        behind = List.copyOf(behind);
    }

    /// The first value of the first of these flags that is there.
    public Optional<String> flag(String... names) {
        for (String name : names) {
            if (flags.containsKey(name)) {
                return Optional.of(flags.get(name).getFirst());
            }
        }
        return Optional.empty();
    }

    /// Whether one of these flags is there.
    public boolean has(String... names) {
        return flag(names).isPresent();
    }
}
