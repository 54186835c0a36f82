package dev.clew.match;

import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A pattern made ready to judge records. Safe for use by several threads.
public final class CompiledPattern {

    private final RecordPattern pattern;
    private final boolean readsConfig;
    private final CompiledClause clause;

    /// @param texts gives lists of texts, of each of which one is in everything an expression
    ///   matches
    CompiledPattern(RecordPattern pattern, Function<String, List<List<String>>> texts) {
        this.pattern = pattern;
        this.readsConfig = Triggers.readsConfig(pattern);
        this.clause = CompiledClause.of(pattern.clause(), texts);
    }

    /// Makes a pattern ready. An expression that is none is met with an exception when it is first
    /// needed.
    public static CompiledPattern of(RecordPattern pattern) {
        return new CompiledPattern(pattern, RequiredLiterals::inAnyMatch);
    }

    public RecordPattern pattern() {
        return pattern;
    }

    /// The named captures if the record meets the pattern, or empty if it does not.
    public Optional<Map<String, String>> match(LogRecord record) {
        return match(new MatchContext(record));
    }

    /// Whether the record meets the pattern.
    boolean matches(MatchContext context) {
        return pattern.reads(context.record())
                && clause.mayMeet(context)
                && clause.meets(context, null);
    }

    /// Whether a record may meet the pattern that looks as this one does, but for what its shape
    /// leaves out.
    boolean mayMatch(MatchContext shape) {
        return pattern.reads(shape.record()) && clause.mayMeet(shape);
    }

    Optional<Map<String, String>> match(MatchContext context) {
        if (!reads(context.record()) || !clause.mayMeet(context)) {
            return Optional.empty();
        }
        Map<String, String> captures = new HashMap<>();
        return clause.meets(context, captures) ? Optional.of(captures) : Optional.empty();
    }

    /// A list of options holds many words that say nothing of a failure, such as `disable-tls:
    /// false`, so only patterns that ask for configurations read it.
    private boolean reads(LogRecord record) {
        return pattern.reads(record) && (readsConfig || record.kind() != RecordKind.CONFIG);
    }
}
