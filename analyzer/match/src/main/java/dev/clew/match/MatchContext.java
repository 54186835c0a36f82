package dev.clew.match;

import dev.clew.match.shape.LineShape;
import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record while patterns look at it. What many of them need is made once. For use by one thread.
final class MatchContext {

    private final LogRecord record;
    private final boolean wholeShape;
    private @Nullable FoldedText text;
    private @Nullable Map<String, FoldedText> fields;

    MatchContext(LogRecord record) {
        this(record, false);
    }

    private MatchContext(LogRecord record, boolean wholeShape) {
        this.record = record;
        this.wholeShape = wholeShape;
    }

    /// A record that stands for all of the same shape, program and level: what some of them may
    /// meet is not ruled out.
    static MatchContext ofShape(LogRecord record) {
        return new MatchContext(record, true);
    }

    /// Whether a field has one of the parts, or may have it in another record of the shape.
    boolean mayContainAny(String field, FoldedText.Part[] parts) {
        FoldedText folded = folded(field);
        if (!wholeShape) {
            return folded.containsAny(parts);
        }
        if (!field.equals(Clause.WHOLE_TEXT) && RequiredLiterals.isDerived(field)) {
            return true;
        }
        for (FoldedText.Part part : parts) {
            if (folded.mayContain(part)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the value of a field is the same in all records that this one stands for.
    boolean isSettled(String field) {
        return !wholeShape
                || field.equals("kind")
                || field.equals("level")
                || field.equals("component")
                || !RequiredLiterals.isDerived(field) && LineShape.isFixed(record.value(field));
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
