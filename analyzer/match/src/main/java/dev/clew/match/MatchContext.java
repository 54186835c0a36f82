package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record while patterns look at it. What many of them need is made once. For use by one thread.
final class MatchContext {

    private final LogRecord record;
    private @Nullable FoldedText text;
    private @Nullable Map<String, FoldedText> fields;

    MatchContext(LogRecord record) {
        this.record = record;
    }

    LogRecord record() {
        return record;
    }

    /// A field in lower case; empty if the record has no such field.
    FoldedText folded(String field) {
        if (field.equals(Clause.WHOLE_TEXT)) {
            return text();
        }
        if (fields == null) {
            fields = new HashMap<>();
        }
        return fields.computeIfAbsent(field, this::fold);
    }

    /// All words of the record.
    FoldedText text() {
        if (text == null) {
            text = fold(Clause.WHOLE_TEXT);
        }
        return text;
    }

    private FoldedText fold(String field) {
        String value = record.value(field);
        return new FoldedText(value == null ? "" : value);
    }
}
