package dev.clew.bundle.object;

import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes records of the conditions of any object.
final class ConditionRecords {

    private final ObjectRecords records;

    ConditionRecords(ObjectRecords records) {
        this.records = records;
    }

    void read(Tree conditions, String kind, String name, Entity entity, @Nullable Subject subject) {
        for (Tree condition : conditions.items()) {
            // those of Argo CD have no status: they are there while they hold
            if (condition.has("type") && (condition.has("status") || condition.has("message"))) {
                condition(condition, condition, "status.conditions", kind, name, entity, subject);
            }
        }
    }

    /// Conditions that stand as JSON in a text of the object.
    void annotated(Tree text, String kind, String name, Entity entity, @Nullable Subject subject) {
        try {
            for (Tree list : JsonTrees.read(text.orEmpty())) {
                for (Tree condition : list.items()) {
                    condition(condition, text, "conditions", kind, name, entity, subject);
                }
            }
        } catch (IOException e) {
            // a text that is no JSON has no conditions
        }
    }

    void condition(Tree tree, String kind, String name, Entity entity, @Nullable Subject subject) {
        condition(tree, tree, "conditions", kind, name, entity, subject);
    }

    /// @param place what stands in the document
    /// @param path of the list
    private void condition(
            Tree tree,
            Tree place,
            String path,
            String kind,
            String name,
            Entity entity,
            @Nullable Subject subject) {
        String time = Texts.first(tree.text("lastTransitionTime"), tree.text("lastUpdateTime"));
        Shown shown =
                new Shown(path + "[" + tree.get("type").orEmpty() + "]")
                        .add(tree, "message")
                        .add(tree, "reason")
                        .add(tree, "status");
        records.emit(
                new Structured(RecordKind.CONDITION)
                        .field("objectKind", kind)
                        .field("name", name)
                        .field("type", tree.text("type"))
                        .field("status", tree.text("status"))
                        .field("reason", tree.text("reason"))
                        .field("message", tree.text("message"))
                        .in(
                                records.source(),
                                records.origin(
                                        shown.text() != null && tree == place
                                                ? shown.line()
                                                : place.line()),
                                Objects.requireNonNullElse(shown.text(), records.raw(place)),
                                entity,
                                subject)
                        .time(time == null ? null : Stamps.any(time)));
    }
}
