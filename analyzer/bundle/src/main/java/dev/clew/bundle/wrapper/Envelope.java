package dev.clew.bundle.wrapper;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names under which one shipper keeps a line, and how an object is known to be of this
/// shipper.
///
/// @param lines names of the member that holds the line, the likeliest first
/// @param signs sets of members of which the shipper always writes at least one
/// @param times names of the time, the likeliest first
/// @param levels names of the level
/// @param programs names of the program
record Envelope(
        List<String> lines,
        List<List<String>> signs,
        List<String> times,
        List<String> levels,
        List<String> programs) {

    /// The envelope of a shipper that keeps lines under one of those names.
    static Envelope around(String... lines) {
        return new Envelope(List.of(lines), List.of(), List.of(), List.of(), List.of());
    }

    /// @param newSigns names of members; those that only count together are joined by `+`
    Envelope with(String... newSigns) {
        List<List<String>> sets =
                Stream.of(newSigns).map(sign -> List.of(sign.split("\\+", -1))).toList();
        return new Envelope(lines, sets, times, levels, programs);
    }

    Envelope at(String... newTimes) {
        return new Envelope(lines, signs, List.of(newTimes), levels, programs);
    }

    Envelope as(String... newLevels) {
        return new Envelope(lines, signs, times, List.of(newLevels), programs);
    }

    Envelope by(String... newPrograms) {
        return new Envelope(lines, signs, times, levels, List.of(newPrograms));
    }

    /// The line in an object, or null if this shipper did not write it.
    @Nullable String line(Map<String, String> members) {
        for (String name : lines) {
            String line = members.get(name);
            if (line != null) {
                return isSigned(members) ? line : null;
            }
        }
        return null;
    }

    private boolean isSigned(Map<String, String> members) {
        for (List<String> sign : signs) {
            if (members.keySet().containsAll(sign)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a member of that name tells of the wrapping, not of the line.
    boolean owns(String name) {
        return lines.contains(name)
                || times.contains(name)
                || levels.contains(name)
                || programs.contains(name)
                || signs.stream().anyMatch(sign -> sign.contains(name));
    }
}
