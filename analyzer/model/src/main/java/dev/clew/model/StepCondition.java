package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// When a step is the right one: versions, the platform, values of the finding or of the input.
///
/// @param versions the versions it is for
/// @param values all of them must hold
public record StepCondition(Applies versions, List<Value> values) {

    /// Always.
    public static final StepCondition ALWAYS = new StepCondition(Applies.ALWAYS, List.of());

    public StepCondition {
        values = List.copyOf(values);
    }

    /// What is asked of a value.
    public enum Test {
        /// It is one of the words. An unknown value is let pass.
        IS,
        /// It is none of the words. An unknown value is let pass.
        IS_NOT,
        /// It is known, whatever it is.
        SEEN
    }

    /// A condition on one value.
    ///
    /// @param name of a captured value, or of a fact such as `platform`
    /// @param words compared without regard to letter case; empty for [Test#SEEN]
    public record Value(String name, Test test, List<String> words) {
        public Value {
            words = List.copyOf(words);
        }

        /// Whether nothing known speaks against it.
        public boolean met(@Nullable String value) {
            return switch (test) {
                case SEEN -> value != null;
                case IS -> value == null || words.stream().anyMatch(value::equalsIgnoreCase);
                case IS_NOT -> value == null || words.stream().noneMatch(value::equalsIgnoreCase);
            };
        }

        @Override
        public String toString() {
            return switch (test) {
                case SEEN -> name + " seen";
                case IS -> name + " = " + String.join(" or ", words);
                case IS_NOT -> name + " != " + String.join(" or ", words);
            };
        }
    }

    /// This condition and another.
    public StepCondition and(StepCondition other) {
        if (equals(ALWAYS)) {
            return other;
        }
        Map<Software, VersionRange> ranges = new java.util.EnumMap<>(Software.class);
        ranges.putAll(versions.ranges());
        other.versions
                .ranges()
                .forEach((software, range) -> ranges.merge(software, range, VersionRange::and));
        List<Value> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new StepCondition(new Applies(ranges), both);
    }

    /// As it is written after `Only if:`; empty for no condition.
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(versions.ranges())
                .forEach((software, range) ->
                        parts.add(software.name().toLowerCase(Locale.ROOT) + " " + range));
        values.forEach(value -> parts.add(value.toString()));
        return String.join(", ", parts);
    }
}
