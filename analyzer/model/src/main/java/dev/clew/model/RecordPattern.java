package dev.clew.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A clause with the records it is put to.
///
/// @param kinds kinds of record it reads; empty for all
/// @param components programs it listens to; empty for all. A record whose program is unknown is
///   always read
/// @param levels levels of log lines it reads; empty for all. A record without a level is always
///   read
/// @param clause what the record must meet
/// @param severity how grave it is where this is all that is seen; null for as grave as the
///   signature says
public record RecordPattern(
        Set<RecordKind> kinds,
        Set<String> components,
        Set<Level> levels,
        Clause clause,
        @Nullable Severity severity) {
    public RecordPattern {
        kinds = Set.copyOf(kinds);
        components = Set.copyOf(components);
        levels = Set.copyOf(levels);
    }

    /// A pattern as grave as its signature says.
    public RecordPattern(
            Set<RecordKind> kinds, Set<String> components, Set<Level> levels, Clause clause) {
        this(kinds, components, levels, clause, null);
    }

    /// Whether the record is one that this pattern reads at all; [#clause()] still has to judge it.
    public boolean reads(LogRecord record) {
        Level level = record.level();
        return (kinds.isEmpty() || kinds.contains(record.kind()))
                && (components.isEmpty()
                        || record.component().isEmpty()
                        || components.contains(record.component()))
                && (levels.isEmpty() || level == null || levels.contains(level));
    }
}
