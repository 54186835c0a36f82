package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.bundle.wrapper.LogFiles;
import dev.clew.model.Entity;
import dev.clew.model.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of `crictl ps -a` and `docker ps -a`: containers, whose pod a column or the name tells.
final class ContainerRows {

    /// `Exited (1) 5 seconds ago`; what ended days ago is left over.
    private static final Pattern EXITED =
            Pattern.compile(
                    "Exited \\((\\d+)\\) (?:\\d+|About|Less than) .*(?:second|minute|hour)s? ago");

    private ContainerRows() {}

    /// The place of the container; without a container where the row is of something else.
    static Entity place(Columns columns, List<String> cells) {
        String name = columns.cell(cells, "NAMES");
        if (columns.has("CONTAINER ID") && !name.isEmpty()) {
            Entity place = LogFiles.place(name);
            return place.container() == null ? Entity.UNKNOWN.withContainer(name) : place;
        }
        if (columns.has("CONTAINER") && columns.has("ATTEMPT")) {
            String pod = columns.cell(cells, "POD");
            String namespace = columns.cell(cells, "NAMESPACE");
            Entity place =
                    pod.isEmpty()
                            ? Entity.UNKNOWN
                            : Entity.ofPod(namespace.isEmpty() ? null : namespace, pod);
            return place.withContainer(columns.cell(cells, "NAME"));
        }
        return Entity.UNKNOWN;
    }

    static @Nullable Subject subject(Entity place) {
        String container = place.container();
        String pod = place.pod();
        if (pod != null) {
            return new Subject("Pod", place.namespace(), pod, place.node());
        }
        return container == null ? null : new Subject("Container", null, container, null);
    }

    /// The containers of a table that run, each by its name and its pod.
    static Set<String> running(Columns columns, List<String> rows) {
        Set<String> running = new HashSet<>();
        if (columns.has("CONTAINER") && columns.has("ATTEMPT")) {
            for (String row : rows) {
                List<String> cells = columns.cells(row);
                if (columns.cell(cells, "STATE").equals("Running")) {
                    running.add(key(columns, cells));
                }
            }
        }
        return running;
    }

    private static String key(Columns columns, List<String> cells) {
        return columns.cell(cells, "NAME") + " " + columns.cell(cells, "POD ID");
    }

    /// Adds that a container ended badly, or is not healthy.
    ///
    /// @param running containers of the same table that run
    static void judge(
            Structured fields,
            Columns columns,
            List<String> cells,
            Entity place,
            Set<String> running) {
        String attempt = columns.cell(cells, "ATTEMPT");
        if (columns.cell(cells, "STATE").equals("Exited")
                && !attempt.isEmpty()
                && !attempt.equals("0")
                && !running.contains(key(columns, cells))) {
            unwell(
                    fields,
                    place,
                    "State",
                    "Exited, and not started again after attempt " + attempt);
        }
        String status = columns.cell(cells, "STATUS");
        Matcher exited = EXITED.matcher(status);
        boolean failed = exited.matches() && !exited.group(1).equals("0");
        if (failed || status.contains("(unhealthy)") || status.startsWith("Dead")) {
            unwell(fields, place, "Status", status);
        }
    }

    private static void unwell(Structured fields, Entity place, String condition, String reason) {
        fields.field("check", "object-says-it-is-unwell")
                .field("object", "Container " + place.container())
                .field("condition", condition)
                .field("reason", reason);
    }
}
