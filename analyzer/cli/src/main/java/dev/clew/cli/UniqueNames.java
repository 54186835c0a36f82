package dev.clew.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keeps names apart that became the same: `a.log`, `a~2.log`.
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /// @param taken a name that is not to be given
    UniqueNames(String taken) {
        this.taken.add(taken);
    }

    /// The name, or one like it if it was given before.
    String unique(String name) {
        String unique = name;
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
        int number = counts.getOrDefault(name, 1);
        while (!taken.add(unique)) {
            number++;
            unique = name.substring(0, end) + "~" + number + name.substring(end);
        }
        counts.put(name, number);
        return unique;
    }
}
