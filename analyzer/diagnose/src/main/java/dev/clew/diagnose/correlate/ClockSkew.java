package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.PodDirectory;
import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much the clocks of nodes are ahead of the API server's, where an event and a log line of a
/// node show the same thing: the event has the time of the API server's clients, the line that of
/// the node.
final class ClockSkew {

    /// No node's clock differs.
    static final ClockSkew NONE = new ClockSkew(Map.of());

    /// Less than that may just as well be the time it takes to write an event.
    private static final Duration SMALLEST = Duration.ofSeconds(20);

    private static final Duration LARGEST = Duration.ofHours(26);

    private final Map<String, Duration> byNode;

    private ClockSkew(Map<String, Duration> byNode) {
        this.byNode = byNode;
    }

    static ClockSkew of(List<Observation> observations, PodDirectory pods) {
        Map<String, Observation> events = new HashMap<>();
        for (Observation observation : observations) {
            String key = key(observation);
            if (observation.kind() == RecordKind.EVENT
                    && key != null
                    && observation.firstTime() != null) {
                events.putIfAbsent(key, observation);
            }
        }
        Map<String, List<Duration>> differences = new HashMap<>();
        for (Observation line : observations) {
            String key = key(line);
            Observation event =
                    line.kind() == RecordKind.LOG && key != null ? events.get(key) : null;
            String node = pods.complete(line.entity()).node();
            if (event != null
                    && node != null
                    && line.lastTime() != null
                    && event.lastTime() != null) {
                differences
                        .computeIfAbsent(node, any -> new ArrayList<>())
                        .add(Duration.between(event.lastTime(), line.lastTime()));
            }
        }
        Map<String, Duration> byNode = new TreeMap<>();
        differences.forEach((node, all) -> {
            Collections.sort(all);
            Duration middle = all.get(all.size() / 2);
            if (middle.abs().compareTo(SMALLEST) > 0 && middle.abs().compareTo(LARGEST) < 0) {
                byNode.put(node, middle);
            }
        });
        return new ClockSkew(byNode);
    }

    /// What an event and a line must have in common to show the same thing.
    private static @Nullable String key(Observation observation) {
        return observation.subject() == null
                ? null
                : observation.signature()
                        + " "
                        + observation.subject().name()
                        + " "
                        + observation.captures();
    }

    /// How much the clock behind an observation is ahead.
    Duration ahead(Observation observation, Entity entity) {
        String node = entity.node();
        return observation.kind() == RecordKind.LOG && node != null
                ? byNode.getOrDefault(node, Duration.ZERO)
                : Duration.ZERO;
    }

    /// The nodes whose clocks differ, and by how much they are ahead.
    Map<String, Duration> byNode() {
        return byNode;
    }
}
