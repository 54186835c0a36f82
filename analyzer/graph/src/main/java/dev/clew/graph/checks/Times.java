package dev.clew.graph.checks;

import dev.clew.bundle.time.Stamps;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times in objects.
final class Times {

    private Times() {}

    static @Nullable Instant of(@Nullable String text) {
        return text == null ? null : Stamps.any(text);
    }

    /// The latest time that any object tells: the objects were read then, or later. Null where none
    /// tells any.
    static @Nullable Instant latest(ClusterGraph graph) {
        Instant latest = null;
        for (ClusterObject object : graph.objects()) {
            Data data = object.data();
            latest = later(latest, data.text("metadata", "creationTimestamp"));
            latest = later(latest, data.text("spec", "renewTime"));
            latest = later(latest, data.text("status", "lastScheduleTime"));
            for (Data condition : data.items("status", "conditions")) {
                latest = later(latest, condition.text("lastHeartbeatTime"));
                latest = later(latest, condition.text("lastTransitionTime"));
                latest = later(latest, condition.text("lastUpdateTime"));
            }
            for (String list : List.of("initContainerStatuses", "containerStatuses")) {
                for (Data status : data.items("status", list)) {
                    latest = later(latest, status.text("state", "running", "startedAt"));
                    latest = later(latest, status.text("state", "terminated", "finishedAt"));
                    latest = later(latest, status.text("lastState", "terminated", "finishedAt"));
                }
            }
        }
        return latest;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable String text) {
        Instant other = of(text);
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
