package dev.clew.bundle.format;

import dev.clew.match.regex.Expression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields that are the named groups of expressions, of which the first one counts that matches from
/// the beginning of the line on.
final class PatternFields implements Fields {

    private final List<Expression> patterns;
    private final FieldNames names;

    PatternFields(List<Expression> patterns, FieldNames names) {
        this.patterns = List.copyOf(patterns);
        this.names = names;
    }

    /// An expression for the beginning of a line.
    ///
    /// @throws IllegalArgumentException with the reason, if it can't be used
    static Expression pattern(String source) {
        return Expression.of("^(?:" + Greedy.of(source) + ")");
    }

    @Override
    public @Nullable Found read(String text) {
        for (Expression pattern : patterns) {
            Map<String, String> groups = new HashMap<>();
            if (pattern.find(text, groups)) {
                return found(pattern, groups);
            }
        }
        return null;
    }

    private Found found(Expression pattern, Map<String, String> groups) {
        Map<String, String> others = new LinkedHashMap<>();
        for (String name : pattern.names()) {
            String value = groups.get(name);
            if (value != null && !name.equals(names.time()) && !names.body().contains(name)) {
                others.put(name, value);
            }
        }
        return new Found(
                groups.get(names.time()),
                names.subsecond() == null ? null : groups.get(names.subsecond()),
                groups.get(names.level()),
                names.message(groups),
                others);
    }
}
