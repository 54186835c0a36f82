package dev.clew.model;

import java.util.Map;
import java.util.Optional;

/// The versions that a signature, an article or a step of a fix is for. Software that is not named
/// does not matter.
public record Applies(Map<Software, VersionRange> ranges) {

    /// For everything.
    public static final Applies ALWAYS = new Applies(Map.of());

    public Applies {
        ranges = Map.copyOf(ranges);
    }

    /// Whether nothing seen speaks against it: a version that is unknown never does.
    public boolean to(Environment environment) {
        return ranges.entrySet().stream()
                .allMatch(range ->
                        environment
                                .version(range.getKey())
                                .map(range.getValue()::contains)
                                .orElse(true));
    }

    /// Whether the environment tells all versions needed to say that it applies.
    public boolean surely(Environment environment) {
        return ranges.keySet().stream().map(environment::version).allMatch(Optional::isPresent)
                && to(environment);
    }
}
