package dev.clew.bundle.text;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.object.Structured;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An event as a row of text. Columns that a kind of page lacks are empty.
///
/// @param age as printed, with `(x3 over 5m)` where it is
/// @param object `pod/name`, or empty where the page is about one object
/// @param from `kubelet, node-1`, `default-scheduler`
record EventRow(
        String namespace,
        String age,
        String type,
        String reason,
        String object,
        String from,
        String message) {

    private static final Pattern ASSIGNED =
            Pattern.compile(
                    "^Successfully assigned (?:([a-z0-9-]+)/)?([a-z0-9][a-z0-9.-]*) to (\\S+)$");
    private static final Pattern REPEATED = Pattern.compile("\\(x(\\d+) over ([^)]*)\\)");

    void emit(Context context, Line line, String raw) {
        int slash = object.indexOf('/');
        Matcher assigned = ASSIGNED.matcher(message.strip());
        if (slash < 0
                && assigned.matches()
                && (context.described == null || context.described.node() == null)) {
            String pod = assigned.group(2);
            if (context.described == null || context.described.name().equals(pod)) {
                context.described = new Subject("Pod", assigned.group(1), pod, assigned.group(3));
            }
        }
        Subject subject = context.described;
        Entity entity = context.describedEntity();
        String host = from.contains(", ") ? from.substring(from.indexOf(", ") + 2) : null;
        String reporter = from.contains(", ") ? from.substring(0, from.indexOf(", ")) : from;
        if (slash > 0) {
            String known = ResourceNames.kind(object.substring(0, slash));
            String kind = known.isEmpty() ? object.substring(0, slash) : known;
            String name = object.substring(slash + 1);
            String space = namespace.isEmpty() ? context.source.entity().namespace() : namespace;
            subject = new Subject(kind, kind.equals("Node") ? null : space, name, null);
            entity =
                    switch (kind) {
                        case "Pod" -> Entity.ofPod(space, name);
                        case "Node" -> Entity.ofNode(name);
                        case "DaemonSet", "Deployment", "StatefulSet", "ReplicaSet", "Job" ->
                                Entity.UNKNOWN.withNamespace(space).withWorkload(name);
                        default -> Entity.UNKNOWN.withNamespace(space);
                    };
        }
        if (host != null && entity.node() == null) {
            entity = entity.withNode(host);
        }
        if (subject != null && subject.kind().equals("Pod")) {
            subject = subject.on(entity.node());
        }
        Matcher repeated = REPEATED.matcher(age);
        boolean often = repeated.find();
        Structured fields =
                new Structured(RecordKind.EVENT)
                        .field("type", type)
                        .field("reason", reason)
                        .field("object", object)
                        .field("objectKind", subject == null ? null : subject.kind())
                        .field("name", subject == null ? null : subject.name())
                        .field("message", oneLine(message))
                        .field("reporter", reporter)
                        .field("host", host)
                        .field("over", often ? repeated.group(2) : null);
        LogRecord.Builder record =
                fields.in(context.source, context.origin(line), raw, entity, subject)
                        .component(reporter.isEmpty() ? "" : Components.of(reporter))
                        .level(type.equals("Warning") ? Level.WARN : null)
                        .age(Stamps.age(age.replaceFirst(" *\\(.*", "")))
                        .count(often ? parse(repeated.group(1)) : 1);
        context.emit(record);
    }

    private static int parse(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static @Nullable String oneLine(String text) {
        return dev.clew.bundle.log.Escapes.resolve(text).replaceAll("\\s+", " ").strip();
    }
}
