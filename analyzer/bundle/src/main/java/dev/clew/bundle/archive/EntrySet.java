package dev.clew.bundle.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Names of entries, kept as 64 bits each: archives may hold many, and long ones.
final class EntrySet {

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private final Set<Long> names = new HashSet<>();

    /// Whether the name is new.
    boolean add(String name) {
        return names.add(key(name));
    }

    private static long key(String name) {
        long hash = BASIS;
        String clean = EntryNames.clean(name);
        for (int i = 0; i < clean.length(); i++) {
            hash = (hash ^ clean.charAt(i)) * PRIME;
        }
        return hash;
    }

    /// Finds which entries are followed by another of the same name.
    static final class Outdated {
        private final Map<Long, Integer> last = new HashMap<>();
        private final Set<Integer> outdated = new HashSet<>();

        /// The next entry.
        void add(String name, int number) {
            Integer before = last.put(key(name), number);
            if (before != null) {
                outdated.add(before);
            }
        }

        /// Their numbers.
        Set<Integer> numbers() {
            return outdated;
        }
    }
}
