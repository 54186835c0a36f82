package dev.clew.match;

import dev.clew.model.Pattern;
import dev.clew.model.Record;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A pattern made ready to judge records. Safe for use by several threads.
public final class CompiledPattern {

    private final Pattern pattern;
    private final Judge judge;

    private CompiledPattern(Pattern pattern, Judge judge) {
        this.pattern = pattern;
        this.judge = judge;
    }

    /// Compiles a pattern.
    ///
    /// @throws IllegalArgumentException if it holds an expression that is none
    public static CompiledPattern of(Pattern pattern) {
        return new CompiledPattern(pattern, Judge.of(pattern.clause()));
    }

    public Pattern pattern() {
        return pattern;
    }

    /// The named captures if the record meets the pattern, or empty if it does not.
    public Optional<Map<String, String>> match(Record record) {
        return match(new Look(record));
    }

    Optional<Map<String, String>> match(Look look) {
        if (!pattern.reads(look.record()) || !judge.mayMeet(look)) {
            return Optional.empty();
        }
        Map<String, String> captures = new HashMap<>();
        return judge.meets(look, captures) ? Optional.of(captures) : Optional.empty();
    }
}
