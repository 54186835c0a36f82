package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Transience;
import dev.clew.diagnose.collect.Observation;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Rule;
import dev.clew.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Observations of one signature that are one finding: on one thing, or on several things of one
/// kind.
final class Group {

    private static final int MOST_EVIDENCE = 10;
    private static final int MOST_SUBJECTS = 500;

    final Rule.Signature signature;
    final Set<Entity> entities = new LinkedHashSet<>();
    final Set<Subject> subjects = new TreeSet<>();
    final List<Evidence> evidence = new ArrayList<>();
    final Map<String, String> values = new TreeMap<>();
    long count;
    int healed;
    int observations;
    @Nullable Instant first;
    @Nullable Instant last;

    Group(Rule.Signature signature) {
        this.signature = signature;
    }

    void add(Observation observation, Entity entity, @Nullable Subject subject, boolean isHealed) {
        count += observation.count();
        observations++;
        healed += isHealed ? 1 : 0;
        if (entities.size() < MOST_SUBJECTS) {
            entities.add(entity);
        }
        if (subject != null && subjects.size() < MOST_SUBJECTS) {
            subjects.add(subject);
        }
        observation.captures().forEach(values::putIfAbsent);
        for (Evidence each : observation.evidence()) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(each);
            }
        }
        first = earlier(first, observation.firstTime());
        last = later(last, observation.lastTime());
    }

    /// Adds everything that another group of the same signature holds.
    void take(Group other) {
        count += other.count;
        observations += other.observations;
        healed += other.healed;
        entities.addAll(other.entities);
        subjects.addAll(other.subjects);
        other.values.forEach(values::putIfAbsent);
        for (Evidence each : other.evidence) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(each);
            }
        }
        first = earlier(first, other.first);
        last = later(last, other.last);
    }

    boolean isHealed() {
        return healed == observations;
    }

    Transience transience() {
        return isHealed() ? Transience.HEALED : Transience.UNKNOWN;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
