package dev.clew.match;

import dev.clew.model.Pattern;
import dev.clew.model.Record;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A pattern made ready to judge records. Safe for use by several threads.
public final class CompiledPattern {

    private final Pattern pattern;
    private final Judge judge;

    /// @param texts gives lists of texts, of each of which one is in everything an expression
    ///   matches
    CompiledPattern(Pattern pattern, Function<String, List<List<String>>> texts) {
        this.pattern = pattern;
        this.judge = Judge.of(pattern.clause(), texts);
    }

    /// Makes a pattern ready. An expression that is none is met with an exception when it is first
    /// needed.
    public static CompiledPattern of(Pattern pattern) {
        return new CompiledPattern(pattern, RequiredLiterals::inAnyMatch);
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
