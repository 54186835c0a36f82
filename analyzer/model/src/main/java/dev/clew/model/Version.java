package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version number as programs print it: `1.12.1`, `v1.24.3+k3s1`, `5.4.0-77-generic`,
/// `1.18.0-rc.0`. Only the numbers before the first other character count, so a release candidate
/// is taken for its release.
public record Version(List<Integer> numbers) implements Comparable<Version> {

    private static final Pattern SHAPE =
            Pattern.compile("^[vV]?(\\d{1,6}(?:\\.\\d{1,6}){0,3})(?:[^0-9].*)?$", Pattern.DOTALL);

    public Version {
        numbers = List.copyOf(numbers);
    }

    /// Reads a version, or gives empty if the text does not begin with one.
    public static Optional<Version> of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String part : matcher.group(1).split("\\.", -1)) {
            numbers.add(Integer.valueOf(part));
        }
        return Optional.of(new Version(numbers));
    }

    /// Compares number by number; a missing one counts as 0, so `1.12` and `1.12.0` are equal in
    /// order.
    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}
