package dev.clew.diagnose.collect;

import dev.clew.diagnose.Milestone;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Picks out of the records what a time line should show beside the findings: restarts, rollouts,
/// changes, nodes.
public final class TimelineEvents {

    private static final Map<String, Milestone.Kind> REASONS =
            Map.ofEntries(
                    Map.entry("Killing", Milestone.Kind.RESTART),
                    Map.entry("ScalingReplicaSet", Milestone.Kind.ROLLOUT),
                    Map.entry("SuccessfulCreate", Milestone.Kind.ROLLOUT),
                    Map.entry("SuccessfulDelete", Milestone.Kind.ROLLOUT),
                    Map.entry("SuccessfulRescale", Milestone.Kind.ROLLOUT),
                    Map.entry("NodeNotReady", Milestone.Kind.NODE),
                    Map.entry("NodeReady", Milestone.Kind.NODE),
                    Map.entry("RegisteredNode", Milestone.Kind.NODE),
                    Map.entry("RemovingNode", Milestone.Kind.NODE),
                    Map.entry("Rebooted", Milestone.Kind.NODE),
                    Map.entry("Shutdown", Milestone.Kind.NODE),
                    Map.entry("TaintManagerEviction", Milestone.Kind.NODE),
                    Map.entry("Evicted", Milestone.Kind.RESTART),
                    Map.entry("Preempted", Milestone.Kind.RESTART));

    private final List<Milestone> all = new ArrayList<>();
    private final LimitLog log;

    TimelineEvents(LimitLog log) {
        this.log = log;
    }

    void note(LogRecord record) {
        if (record.time() == null && record.age() == null) {
            return;
        }
        if (record.kind() == RecordKind.EVENT) {
            Milestone.Kind kind =
                    REASONS.get(record.value("reason") == null ? "" : record.value("reason"));
            if (kind != null) {
                add(record, kind, record.value("reason") + ": " + record.message());
            }
        } else if (record.kind() == RecordKind.CONTAINER
                && "terminated".equals(record.value("lastState"))) {
            String reason = record.value("lastReason");
            String code = record.value("lastExitCode");
            add(
                    record,
                    Milestone.Kind.RESTART,
                    "container "
                            + record.value("name")
                            + " ended"
                            + (reason == null ? "" : ": " + reason)
                            + (code == null ? "" : ", exit code " + code));
        } else if (record.kind() == RecordKind.RELEASE) {
            add(
                    record,
                    Milestone.Kind.CHANGE,
                    "Helm release "
                            + record.value("name")
                            + " revision "
                            + record.value("revision")
                            + ": "
                            + record.value("status"));
        }
    }

    private void add(LogRecord record, Milestone.Kind kind, String text) {
        if (!log.hasRoom(Bound.TIMELINE_EVENTS, all.size())) {
            return;
        }
        all.add(
                new Milestone(
                        record.time(),
                        record.time() == null ? record.age() : null,
                        record.yearFrom(),
                        kind,
                        text,
                        record.subject(),
                        null,
                        record.origin()));
    }

    /// Everything picked out, in the order it was read.
    public List<Milestone> all() {
        return all;
    }
}
