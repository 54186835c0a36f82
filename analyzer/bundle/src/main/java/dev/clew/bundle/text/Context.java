package dev.clew.bundle.text;

import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.Subject;
import org.jspecify.annotations.Nullable;

/// What the page has said so far about the lines to come: the command whose output they are, the
/// object that is described.
final class Context {

    private final Source page;
    private final RecordSink sink;

    /// The source with what the last command tells of it.
    Source source;

    /// Kind of the objects that a `kubectl get` or `describe` shows, or empty.
    String objectKind = "";

    /// The object that the current `describe` page is about; null outside of one.
    @Nullable Subject described;

    /// The release that the last command was about; null where it was not one of helm.
    @Nullable Subject release;

    Context(Source page, RecordSink sink) {
        this.page = page;
        this.source = page;
        this.sink = sink;
    }

    /// Forgets what earlier commands told: another one begins.
    void startOver() {
        source = page;
        objectKind = "";
        described = null;
        release = null;
    }

    void emit(LogRecord.Builder record) {
        sink.record(record.build());
    }

    void emit(LogRecord record) {
        sink.record(record);
    }

    RecordSink sink() {
        return sink;
    }

    Origin origin(Line line) {
        return new Origin(source.path(), line.number());
    }

    /// The place of the described object, for events and states that do not name their own.
    Entity describedEntity() {
        if (described == null) {
            return source.entity();
        }
        return switch (described.kind()) {
            case "Pod" ->
                    Entity.ofPod(described.namespace(), described.name())
                            .withNode(described.node())
                            .or(source.entity());
            case "Node" -> Entity.ofNode(described.name());
            case "DaemonSet", "Deployment", "StatefulSet", "ReplicaSet", "Job" ->
                    Entity.UNKNOWN
                            .withNamespace(described.namespace())
                            .withWorkload(described.name());
            default -> Entity.UNKNOWN.withNamespace(described.namespace());
        };
    }
}
