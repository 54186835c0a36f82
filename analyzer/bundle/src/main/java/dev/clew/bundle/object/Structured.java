package dev.clew.bundle.object;

import dev.clew.bundle.Source;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the fields of a record that is not a line of text. All of its values are in the
/// record's text, so that the same words find it whatever it was read from.
public final class Structured {

    private final RecordKind kind;
    private final Map<String, String> fields = new LinkedHashMap<>();

    public Structured(RecordKind kind) {
        this.kind = kind;
    }

    /// Sets a field; null and empty values are left out, and the first value of a name stays.
    public Structured field(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.putIfAbsent(name, value.strip());
        }
        return this;
    }

    public @Nullable String get(String name) {
        return fields.get(name);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /// The fields as `name: value`, in order.
    public List<String> pairs() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList();
    }

    /// A builder with kind, text, message and fields set.
    ///
    /// @param source what its place tells of the pod and node is used where the record itself tells
    ///   nothing
    public LogRecord.Builder in(
            Source source, Origin origin, String raw, Entity entity, @Nullable Subject subject) {
        String text = String.join("; ", pairs());
        return LogRecord.of(kind, origin, raw)
                .text(text)
                .message(fields.getOrDefault("message", text))
                .entity(entity.or(source.entity()))
                .subject(subject)
                .fields(fields);
    }

    /// The same of an object, of which only some members are shown.
    ///
    /// @param tree all of which is shown where those members are not there
    LogRecord.Builder in(
            ObjectRecords records,
            Tree tree,
            Shown shown,
            Entity entity,
            @Nullable Subject subject) {
        String text = shown.text();
        return text == null
                ? in(records, tree, entity, subject)
                : in(
                                records.source(),
                                records.origin(shown.line()),
                                records.raw(tree),
                                entity,
                                subject)
                        .shown(text);
    }

    /// The same of a tree that records are being made of.
    LogRecord.Builder in(
            ObjectRecords records, Tree tree, Entity entity, @Nullable Subject subject) {
        return in(records.source(), records.origin(tree), records.raw(tree), entity, subject);
    }
}
