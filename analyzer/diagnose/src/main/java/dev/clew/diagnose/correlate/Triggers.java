package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Milestone;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Ground;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names the last change before the first failure of an incident, on what its root hangs on.
final class Triggers {

    /// A change longer ago than that is not what a failure began with.
    private static final Duration LONGEST = Duration.ofHours(24);

    /// A node that has been there longer is no new one.
    private static final Duration NEW_NODE = Duration.ofMinutes(10);

    /// Times of events and objects are of whole seconds, and clocks differ.
    private static final Duration SLACK = Duration.ofSeconds(2);

    /// How long after an edit its Deployment is scaled.
    private static final Duration FOLLOWS = Duration.ofSeconds(10);

    /// Changes of one incident that are worth a place on the time line.
    private static final int MOST_CHANGES = 10;

    private final ClusterGraph graph;
    private final SpecChanges changes;
    private final LimitLog log;
    private final Map<Ref, List<Milestone>> told = new HashMap<>();
    private final Set<Milestone> onPath = new LinkedHashSet<>();

    /// @param events what the input tells of happenings
    /// @param log learns of incidents that are too many to be looked at
    Triggers(ClusterGraph graph, List<Milestone> events, LimitLog log) {
        this.graph = graph;
        this.log = log;
        this.changes = new SpecChanges(graph);
        for (Milestone event : events) {
            Subject subject = event.subject();
            if (subject != null && event.yearFrom() == null && isChange(event)) {
                told.computeIfAbsent(Ref.of(subject), any -> new ArrayList<>()).add(event);
            }
        }
    }

    /// Releases and what Deployments did; not what follows from any change.
    private static boolean isChange(Milestone event) {
        return event.kind() == Milestone.Kind.CHANGE
                || (event.kind() == Milestone.Kind.ROLLOUT
                        && event.text().startsWith("ScalingReplicaSet"));
    }

    /// The incidents with their likely triggers.
    List<Incident> of(List<Incident> incidents, List<Finding> findings) {
        if (graph.isEmpty()) {
            return incidents;
        }
        Map<String, Finding> byId = new HashMap<>();
        findings.forEach(finding -> byId.put(finding.id(), finding));
        List<Incident> all = new ArrayList<>();
        for (Incident incident : incidents) {
            all.add(
                    log.hasRoom(Bound.TRIGGERS, all.size())
                            ? incident.triggeredBy(trigger(incident, byId))
                            : incident);
        }
        return all;
    }

    /// The changes on the paths of the incidents that were looked at.
    Set<Milestone> onPath() {
        return onPath;
    }

    private @Nullable Milestone trigger(Incident incident, Map<String, Finding> byId) {
        Set<Ref> things = new LinkedHashSet<>(incident.rootEntities());
        Instant first = null;
        List<String> ids = new ArrayList<>(List.of(incident.root()));
        ids.addAll(incident.symptoms());
        for (String id : ids) {
            Finding finding = byId.get(id);
            if (finding != null) {
                Instant seen = finding.firstSeen();
                first = first == null || (seen != null && seen.isBefore(first)) ? seen : first;
                if (id.equals(incident.root())) {
                    finding.subjects().forEach(subject -> things.add(Ref.of(subject)));
                }
            }
        }
        if (first == null) {
            return null;
        }
        for (Link link : Ground.of(graph, List.copyOf(things))) {
            things.add(link.from());
            things.add(link.to());
        }
        List<Milestone> before = new ArrayList<>();
        for (Ref thing : things) {
            add(before, changes.of(thing), first);
            add(before, told.getOrDefault(thing, List.of()), first);
        }
        before.sort(
                Comparator.comparing(Triggers::time)
                        .thenComparing(change -> change.kind() == Milestone.Kind.CHANGE));
        List<Milestone> last =
                before.subList(Math.max(0, before.size() - MOST_CHANGES), before.size());
        onPath.addAll(last);
        return last.isEmpty() ? null : cause(last);
    }

    /// The last change, or the edit that it follows from: a Deployment is scaled or rolled out
    /// because somebody changed it.
    private static Milestone cause(List<Milestone> changes) {
        Milestone last = changes.getLast();
        for (Milestone each : changes.reversed()) {
            if (last.kind() == Milestone.Kind.ROLLOUT
                    && last.text().startsWith("ScalingReplicaSet")
                    && each.kind() == Milestone.Kind.CHANGE
                    && Objects.equals(each.subject(), last.subject())
                    && Duration.between(time(each), time(last)).compareTo(FOLLOWS) <= 0) {
                return each;
            }
        }
        return last;
    }

    private static void add(List<Milestone> before, List<Milestone> changes, Instant first) {
        for (Milestone change : changes) {
            Instant time = change.time();
            if (time != null
                    && !time.isAfter(first.plus(SLACK))
                    && Duration.between(time, first).compareTo(longest(change)) <= 0) {
                before.add(change);
            }
        }
    }

    private static Duration longest(Milestone change) {
        return change.kind() == Milestone.Kind.NODE ? NEW_NODE : LONGEST;
    }

    private static Instant time(Milestone change) {
        Instant time = change.time();
        return time == null ? Instant.MIN : time;
    }
}
