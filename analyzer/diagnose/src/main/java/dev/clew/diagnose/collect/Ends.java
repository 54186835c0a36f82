package dev.clew.diagnose.collect;

import dev.clew.errors.Exits;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Containers that ended badly, each with what is known of its end. Its size is bounded.
public final class Ends {

    private static final Set<String> FAILING =
            Set.of(
                    "CrashLoopBackOff",
                    "Error",
                    "Init:Error",
                    "Init:CrashLoopBackOff",
                    "StartError",
                    "RunContainerError");

    private static final String SYSTEMD = "systemd";

    /// What systemd says of a unit whose process ended.
    private static final Pattern UNIT =
            Pattern.compile(
                    "\\b([\\w@.-]+)\\.service: Main process exited, code=(exited|killed|dumped), status=(\\d+)");

    private final Map<String, End> byContainer = new LinkedHashMap<>();
    private final Set<String> pods = new HashSet<>();
    private final LimitLog log;

    /// @param log holds the limits, and learns which are reached
    Ends(LimitLog log) {
        this.log = log;
    }

    /// The end of a container.
    ///
    /// @param code exit code, null where it is not told
    /// @param signal number of the signal, null where it is not told
    /// @param reason of the state, may be empty
    /// @param message the termination message, may be empty
    /// @param ongoing whether the container has not come back since
    /// @param record that tells of it
    record End(
            Entity entity,
            @Nullable Long code,
            @Nullable Integer signal,
            String reason,
            String message,
            boolean ongoing,
            LogRecord record) {

        /// Whether it is the end of a unit of systemd; its name stands for that of the container.
        boolean ofUnit() {
            return entity.pod() == null;
        }

        /// In words, such as `exit code 3`; empty where nothing is told.
        String words() {
            if (signal != null && signal > 0) {
                return "signal " + signal;
            }
            if (code != null && code != 0) {
                return "exit code " + code;
            }
            return reason.isEmpty() || FAILING.contains(reason) ? "" : reason;
        }

        /// What that means, or null where nothing is known of it.
        Exits.@Nullable Meaning meaning() {
            if (signal != null && signal > 0) {
                return Exits.signal(signal).orElse(null);
            }
            return code == null ? null : Exits.of(code, reason).orElse(null);
        }

        /// Whether the runtime could not start it, so that it never said anything.
        boolean neverRan() {
            return reason.equals("ContainerCannotRun")
                    || reason.equals("StartError")
                    || reason.equals("RunContainerError");
        }

        /// Whether it was stopped from outside, so that its last line is not why.
        boolean fromOutside() {
            return reason.equals("OOMKilled")
                    || (code != null && (code == 137 || code == 143))
                    || (signal != null && (signal == 9 || signal == 15));
        }
    }

    void note(LogRecord record) {
        if (record.kind() == RecordKind.LOG && record.component().equals(SYSTEMD)) {
            unit(record);
        } else if (record.kind() == RecordKind.CONTAINER) {
            container(record);
        } else if (record.kind() == RecordKind.POD && FAILING.contains(value(record, "status"))) {
            put(
                    new End(record.entity(), null, null, value(record, "status"), "", true, record),
                    false);
        } else if (record.kind() == RecordKind.EVENT
                && value(record, "reason").equals("BackOff")
                && record.message().contains("restarting failed")) {
            put(new End(record.entity(), null, null, "CrashLoopBackOff", "", true, record), false);
        }
    }

    private void unit(LogRecord record) {
        Matcher matcher = UNIT.matcher(record.message());
        Long number = matcher.find() ? number(matcher.group(3)) : null;
        if (number == null || number == 0) {
            return;
        }
        boolean exited = matcher.group(2).equals("exited");
        Entity entity = record.entity().withContainer(matcher.group(1));
        String key = "/" + matcher.group(1) + "@" + record.entity().node();
        if (byContainer.containsKey(key) || log.hasRoom(Bound.ENDS, byContainer.size())) {
            byContainer.put(
                    key,
                    new End(
                            entity,
                            exited ? number : null,
                            exited ? null : (int) Math.min(1000, number),
                            "",
                            "",
                            true,
                            record));
        }
    }

    /// Whether a record may tell of an end although no rule has to do with it.
    static boolean isWorthNoting(LogRecord record) {
        return record.kind() == RecordKind.LOG
                && record.component().equals(SYSTEMD)
                && record.message().contains("Main process exited");
    }

    private void container(LogRecord record) {
        String state = value(record, "state");
        boolean loops = FAILING.contains(value(record, "reason"));
        Entity entity = record.entity();
        if (entity.container() == null) {
            entity = entity.withContainer(record.value("name"));
        }
        if (state.equals("terminated") && isBad(record, "exitCode", "reason")) {
            put(end(record, entity, "exitCode", "signal", "reason", "message", true), true);
        } else if (value(record, "lastState").equals("terminated")
                && (loops || isBad(record, "lastExitCode", "lastReason"))) {
            boolean back = state.equals("running") && !value(record, "ready").equals("false");
            put(
                    end(
                            record,
                            entity,
                            "lastExitCode",
                            "lastSignal",
                            "lastReason",
                            "lastMessage",
                            loops || !back),
                    true);
        } else if (loops) {
            put(new End(entity, null, null, value(record, "reason"), "", true, record), true);
        }
    }

    private static End end(
            LogRecord record,
            Entity entity,
            String code,
            String signal,
            String reason,
            String message,
            boolean ongoing) {
        Long number = number(value(record, code));
        Long signalled = number(value(record, signal));
        return new End(
                entity,
                number,
                signalled == null ? null : (int) Math.min(1000, signalled),
                value(record, reason),
                record.fields().getOrDefault(message, ""),
                ongoing,
                record);
    }

    private static boolean isBad(LogRecord record, String code, String reason) {
        String exit = value(record, code);
        return !exit.isEmpty() && !exit.equals("0")
                || value(record, reason).equals("Error")
                || value(record, reason).equals("ContainerCannotRun");
    }

    private void put(End end, boolean exact) {
        if (end.entity().pod() == null) {
            return;
        }
        String pod = end.entity().pod();
        String key = pod + "/" + (exact ? end.entity().container() : "");
        boolean known = !exact && pods.contains(pod);
        if (exact) {
            byContainer.remove(pod + "/");
        }
        End other = byContainer.get(key);
        boolean says = other == null || (other.code() == null && end.code() != null);
        if (!known && says && (other != null || log.hasRoom(Bound.ENDS, byContainer.size()))) {
            byContainer.put(key, end);
            pods.add(pod);
        }
    }

    private static @Nullable Long number(String text) {
        try {
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String value(LogRecord record, String field) {
        String value = record.value(field);
        return value == null ? "" : value;
    }

    /// All of them, in the order they were read.
    List<End> all() {
        return new ArrayList<>(byContainer.values());
    }
}
