package dev.clew.bundle.text;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.object.Structured;
import dev.clew.model.RecordKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a `describe` page tells of one container.
final class DescribedContainer {

    private static final Set<String> OWN =
            Set.of(
                    "Image",
                    "Image ID",
                    "Container ID",
                    "Port",
                    "Host Port",
                    "Ports",
                    "Host Ports",
                    "Reason",
                    "Message",
                    "Exit Code",
                    "Signal",
                    "Started",
                    "Finished",
                    "Ready",
                    "Restart Count",
                    "Limits",
                    "Requests",
                    "Environment",
                    "Mounts",
                    "Command",
                    "Args",
                    "Liveness",
                    "Readiness",
                    "Startup");

    private final String name;
    private final boolean init;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final StringBuilder raw = new StringBuilder();
    private @Nullable Line first;
    private String prefix = "";

    DescribedContainer(String name, boolean init) {
        this.name = name;
        this.init = init;
    }

    boolean hasState() {
        return values.containsKey("state");
    }

    boolean takes(String key) {
        return OWN.contains(key);
    }

    void state(boolean last, String value, Line line) {
        prefix = last ? "last" : "";
        values.putIfAbsent(last ? "lastState" : "state", value.toLowerCase(Locale.ROOT));
        note(line);
    }

    void detail(String key, String value, Line line) {
        switch (key) {
            case "Reason", "Message", "Signal" -> put(key.toLowerCase(Locale.ROOT), value, line);
            case "Exit Code" -> put("exitCode", value, line);
            case "Image" -> values.putIfAbsent("image", value);
            case "Ready" -> values.putIfAbsent("ready", value.toLowerCase(Locale.ROOT));
            case "Restart Count" -> {
                values.putIfAbsent("restarts", value);
                note(line);
            }
            default -> {
                // tells nothing of the state
            }
        }
    }

    private void put(String field, String value, Line line) {
        values.putIfAbsent(
                prefix.isEmpty()
                        ? field
                        : prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1),
                value);
        note(line);
    }

    private void note(Line line) {
        if (first == null) {
            first = line;
        }
        raw.append(raw.isEmpty() ? "" : "\n").append(line.raw());
    }

    void emit(Context context) {
        Line start = first;
        if (start == null) {
            return;
        }
        Structured fields =
                new Structured(RecordKind.CONTAINER)
                        .field("name", name)
                        .field("init", Boolean.toString(init));
        values.forEach(fields::field);
        context.emit(
                fields.in(
                                context.source,
                                context.origin(start),
                                raw.toString(),
                                context.describedEntity()
                                        .withContainer(name.isEmpty() ? null : name),
                                context.described)
                        .component(Components.ofWorkload(name)));
    }
}
