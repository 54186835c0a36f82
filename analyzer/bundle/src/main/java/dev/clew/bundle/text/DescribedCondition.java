package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.model.RecordKind;

/// A row of the table of conditions on a `describe` page.
final class DescribedCondition {

    private DescribedCondition() {}

    static void emit(
            Context context, Line line, String type, String status, String reason, String message) {
        Structured fields =
                new Structured(RecordKind.CONDITION)
                        .field(
                                "objectKind",
                                context.described == null ? null : context.described.kind())
                        .field("name", context.described == null ? null : context.described.name())
                        .field("type", type)
                        .field("status", status)
                        .field("reason", reason)
                        .field("message", message.replaceAll("\\s+", " "));
        context.emit(
                fields.in(
                        context.source,
                        context.origin(line),
                        line.raw(),
                        context.describedEntity(),
                        context.described));
    }
}
