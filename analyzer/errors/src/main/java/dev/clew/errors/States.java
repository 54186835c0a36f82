package dev.clew.errors;

import dev.clew.match.regex.Expression;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells from the state of an object that something failed.
final class States {

    /// Reasons of containers that wait as all do before they run.
    private static final Set<String> STARTING = Set.of("", "ContainerCreating", "PodInitializing");

    /// Words in a phase, status or reason that tell of a failure.
    private static final Expression BAD =
            Expression.of(
                    "(?i)error|fail|backoff|evicted|oomkilled|notready|invalid|\\blost\\b|denied|cannotrun|unhealthy|degraded|stalled|deadlineexceeded|nodelost|unexpectedadmission");

    /// Conditions that are bad when they are true.
    private static final Expression BAD_WHEN_TRUE =
            Expression.of("(?i)fail|degraded|stalled|error|pressure|unavailable|problem|corrupt");

    /// An age that is not told in seconds alone.
    private static final Expression MINUTES = Expression.of("\\d[mhdy]");

    private static final Expression NOTHING_COMPLETED = Expression.of("^0/[1-9]");

    /// An age of ten minutes or more.
    private static final Expression TEN_MINUTES = Expression.of("^\\d{2,}m|^\\d+[hdy]");

    /// Statuses of pods that wait for something.
    private static final Expression WAITING =
            Expression.of("^(?:Pending|Unknown|ContainerCreating|PodInitializing|Init:\\d+/\\d+)$");

    private States() {}

    /// How bad the failure is that the state tells of, or null where it tells of none.
    static @Nullable Level level(LogRecord record) {
        return switch (record.kind()) {
            case CONTAINER -> container(record);
            case POD ->
                    isBad(record, "phase")
                                    || isBad(record, "status")
                                    || isBad(record, "reason")
                                    || waitsTooLong(record)
                            ? Level.ERROR
                            : null;
            case NODE -> isBad(record, "status") ? Level.ERROR : null;
            case OBJECT ->
                    isBad(record, "phase")
                                    || isBad(record, "status")
                                    || isBad(record, "state")
                                    || isBad(record, "status.phase")
                                    || isBad(record, "status.health.status")
                                    || isUnwell(record)
                            ? Level.ERROR
                            : null;
            case RELEASE -> isBad(record, "status") ? Level.ERROR : null;
            case CONDITION -> condition(record);
            case WORKLOAD -> hasNotCompleted(record) ? Level.ERROR : null;
            case LOG, TEXT, EVENT, CONFIG, STATUS, FLOW, STATE, COMMAND, ERROR -> null;
        };
    }

    /// Whether a row of a table of pods shows one that should long have been ready.
    private static boolean waitsTooLong(LogRecord record) {
        return MINUTES.matches(value(record, "podAge"))
                && (WAITING.matches(value(record, "status"))
                        || (value(record, "status").equals("Running")
                                && !value(record, "unready").isEmpty()
                                && !value(record, "unready").equals("0")));
    }

    /// Whether a row of a table of Jobs that has no status shows one of which nothing has completed
    /// by the time that a Job with failing pods gives up.
    private static boolean hasNotCompleted(LogRecord record) {
        return NOTHING_COMPLETED.matches(value(record, "completions"))
                && value(record, "status").isEmpty()
                && TEN_MINUTES.matches(value(record, "duration"));
    }

    private static @Nullable Level container(LogRecord record) {
        String code = value(record, "exitCode");
        return switch (value(record, "state")) {
            case "terminated" -> code.isEmpty() || code.equals("0") ? null : Level.ERROR;
            case "waiting" -> STARTING.contains(value(record, "reason")) ? null : Level.ERROR;
            default -> null;
        };
    }

    /// A condition that is as it should not be, and says that something failed.
    private static @Nullable Level condition(LogRecord record) {
        String type = value(record, "type");
        boolean negative = BAD_WHEN_TRUE.matches(type);
        return switch (value(record, "status").toLowerCase(Locale.ROOT)) {
            case "true" -> negative ? Level.ERROR : null;
            case "false" ->
                    !negative
                                    && (isUnscheduled(record)
                                            || isBad(record, "reason")
                                            || Failures.level(value(record, "message")) != null)
                            ? Level.ERROR
                            : null;
            // there only while it holds
            case "" -> type.endsWith("Error") ? Level.ERROR : null;
            default -> null;
        };
    }

    /// A pod without a node, unless somebody holds it back.
    private static boolean isUnscheduled(LogRecord record) {
        return value(record, "type").equals("PodScheduled")
                && !value(record, "reason").equals("SchedulingGated");
    }

    /// Whether a row of a table says that an object is not as it should be: `AVAILABLE False`,
    /// `DEGRADED True`. Of `READY` this is so only where the row says more of it, as others are not
    /// ready for a while.
    private static boolean isUnwell(LogRecord record) {
        return value(record, "degraded").equalsIgnoreCase("true")
                || value(record, "available").equalsIgnoreCase("false")
                || value(record, "healthy").equalsIgnoreCase("false")
                || (value(record, "ready").equalsIgnoreCase("false")
                        && Failures.level(value(record, "message")) != null);
    }

    private static boolean isBad(LogRecord record, String field) {
        String value = value(record, field);
        return !value.isEmpty() && BAD.matches(value);
    }

    private static String value(LogRecord record, String field) {
        String value = record.value(field);
        return value == null ? "" : value;
    }
}
