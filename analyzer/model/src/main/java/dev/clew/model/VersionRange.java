package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The versions something applies to: bounds that must all hold, written `>=1.8 <1.14`. `*` is
/// every version.
///
/// @param bounds in the order written
public record VersionRange(List<Bound> bounds) {

    /// Every version.
    public static final VersionRange ALL = new VersionRange(List.of());

    public VersionRange {
        bounds = List.copyOf(bounds);
    }

    /// One side of a range.
    ///
    /// @param operator `>=`, `>`, `<=`, `<` or `=`; `=` compares only the numbers that the version
    ///   has, so `=1.12` takes 1.12.4
    public record Bound(String operator, Version version) {
        boolean contains(Version candidate) {
            int order = candidate.compareTo(version);
            return switch (operator) {
                case ">=" -> order >= 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                default -> startsWith(candidate);
            };
        }

        private boolean startsWith(Version candidate) {
            int size = version.numbers().size();
            return candidate.numbers().size() >= size
                    && candidate.numbers().subList(0, size).equals(version.numbers());
        }

        @Override
        public String toString() {
            return operator + version;
        }
    }

    /// Reads a range, or gives empty if the text is none.
    public static Optional<VersionRange> of(String text) {
        if (text.strip().equals("*")) {
            return Optional.of(ALL);
        }
        List<Bound> bounds = new ArrayList<>();
        for (String part : text.strip().split("[\\s,]+")) {
            String operator =
                    part.startsWith(">=") || part.startsWith("<=")
                            ? part.substring(0, 2)
                            : part.startsWith(">") || part.startsWith("<") || part.startsWith("=")
                                    ? part.substring(0, 1)
                                    : "";
            String rest = part.substring(operator.length());
            Optional<Version> version =
                    rest.matches("\\d+(\\.\\d+){0,3}") ? Version.of(rest) : Optional.empty();
            if (operator.isEmpty() || version.isEmpty()) {
                return Optional.empty();
            }
            bounds.add(new Bound(operator, version.get()));
        }
        return bounds.isEmpty() ? Optional.empty() : Optional.of(new VersionRange(bounds));
    }

    public boolean contains(Version version) {
        return bounds.stream().allMatch(bound -> bound.contains(version));
    }

    /// The versions that are in this range and in another.
    public VersionRange and(VersionRange other) {
        List<Bound> both = new ArrayList<>(bounds);
        both.addAll(other.bounds);
        return new VersionRange(both);
    }

    @Override
    public String toString() {
        return bounds.isEmpty()
                ? "*"
                : String.join(" ", bounds.stream().map(Bound::toString).toList());
    }
}
