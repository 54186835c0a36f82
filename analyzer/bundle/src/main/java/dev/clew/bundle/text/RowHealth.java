package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.bundle.time.Stamps;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells from a row of `kubectl get` that its object says of itself that it is not well: columns of
/// any kind of object that print a condition, a phase or a health.
final class RowHealth {

    /// How old an object must be before it counts that it is not ready.
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /// Columns that print a condition that is true where all is well.
    private static final List<String> GOOD =
            List.of(
                    "READY",
                    "AVAILABLE",
                    "HEALTHY",
                    "SYNCED",
                    "PROGRAMMED",
                    "ACCEPTED",
                    "ESTABLISHED",
                    "READYTOUSE");

    /// Columns that print one that is true where something is wrong.
    private static final List<String> BAD = List.of("DEGRADED", "FAILED", "STALLED");

    /// Columns that print a word for the whole state.
    private static final List<String> WORDS =
            List.of("STATUS", "PHASE", "STATE", "HEALTH STATUS", "HEALTH", "ENDPOINT STATE");

    private static final Set<String> BAD_WORDS =
            Set.of(
                    "failed",
                    "error",
                    "errored",
                    "degraded",
                    "unhealthy",
                    "faulted",
                    "invalid",
                    "notready",
                    "not-ready",
                    "missing",
                    "partiallyfailed",
                    "failedvalidation",
                    "crashed",
                    "unavailable",
                    "offline");

    /// Columns that say why.
    private static final List<String> WHY = List.of("REASON", "MESSAGE", "STATUS", "ERROR");

    /// Kinds of which signatures of their own know the states.
    private static final Set<String> KNOWN =
            Set.of("Release", "Event", "Job", "PersistentVolume", "PersistentVolumeClaim");

    private static final Pattern FALSE = Pattern.compile("False\\b.*|false|0/[1-9]\\d*");

    private RowHealth() {}

    /// Adds what is wrong, in the words in which checks of whole objects say it.
    ///
    /// @param kind of the object, empty if unknown
    /// @param object what to call it
    static void judge(
            Structured fields, Columns columns, List<String> cells, String kind, String object) {
        Duration age = Stamps.age(columns.cell(cells, "AGE"));
        if (KNOWN.contains(kind) || (age != null && age.compareTo(SETTLED) < 0)) {
            return;
        }
        String condition = condition(columns, cells);
        if (condition != null) {
            fields.field("check", "object-says-it-is-unwell")
                    .field("object", object)
                    .field("condition", condition)
                    .field("reason", why(columns, cells, condition));
        }
    }

    private static @Nullable String condition(Columns columns, List<String> cells) {
        for (String name : GOOD) {
            if (FALSE.matcher(columns.cell(cells, name)).matches()) {
                return title(name);
            }
        }
        for (String name : BAD) {
            if (columns.cell(cells, name).equalsIgnoreCase("true")) {
                return title(name);
            }
        }
        for (String name : WORDS) {
            if (BAD_WORDS.contains(columns.cell(cells, name).toLowerCase(Locale.ROOT))) {
                return title(name);
            }
        }
        return null;
    }

    /// `Ready` for a column named `READY`.
    private static String title(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String why(Columns columns, List<String> cells, String condition) {
        for (String name : WHY) {
            String words = columns.cell(cells, name);
            if (!words.isEmpty() && !words.startsWith("<")) {
                return words;
            }
        }
        String own = columns.cell(cells, condition.toUpperCase(Locale.ROOT));
        return own.isEmpty() ? "it does not say why" : own;
    }
}
