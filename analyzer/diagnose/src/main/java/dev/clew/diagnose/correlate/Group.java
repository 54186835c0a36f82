package dev.clew.diagnose.correlate;

import dev.clew.diagnose.AssumedTimes;
import dev.clew.diagnose.Transience;
import dev.clew.diagnose.collect.Observation;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LimitLog;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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

    Rule.Signature signature;

    /// Whether it rests on the words of an error alone.
    final boolean isError;

    final Set<Entity> entities = new LinkedHashSet<>();
    final Set<Subject> subjects = new TreeSet<>();

    /// Those of them that the state of objects shows to be at fault.
    final Set<Subject> faults = new TreeSet<>();

    /// How often it was seen on each subject.
    final Map<Subject, Long> seen = new HashMap<>();

    /// How many groups it was made of, each on something else.
    int folded = 1;

    final List<Evidence> evidence = new ArrayList<>();
    final Map<String, String> values = new TreeMap<>();
    final Captured captured;
    final LimitLog log;
    long count;
    int healed;
    @Nullable Evidence healedBy;
    final Set<Transience> transiences = EnumSet.noneOf(Transience.class);
    int observations;
    boolean isState;
    @Nullable Instant first;
    @Nullable Duration age;
    @Nullable Instant last;
    @Nullable AssumedTimes assumed;

    /// @param log learns what the finding is too large for
    Group(Rule.Signature signature, RecordKind kind, LimitLog log) {
        this.signature = signature;
        this.log = log;
        this.captured = new Captured(log.limits().sizeOf(Bound.SUBJECTS));
        this.isError = kind == RecordKind.ERROR;
    }

    void add(
            Observation observation,
            Entity entity,
            @Nullable Subject subject,
            @Nullable Evidence healing,
            Transience transience,
            Duration ahead) {
        count += observation.count();
        observations++;
        isState |= observation.kind() == RecordKind.STATE;
        healed += healing == null ? 0 : 1;
        healedBy = healedBy == null ? healing : healedBy;
        transiences.add(healing == null ? transience : Transience.HEALED);
        place(entity);
        if (subject != null) {
            subjects.add(subject);
            if (observation.kind() == RecordKind.STATE) {
                faults.add(subject);
            }
            seen.merge(subject, observation.count(), Long::sum);
        }
        observation.captures().forEach(values::putIfAbsent);
        captured.add(subject, entity, observation.captures());
        for (Evidence each : observation.evidence()) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(each);
            }
        }
        age = older(age, observation.oldest());
        first = earlier(first, minus(observation.firstTime(), ahead));
        last = later(last, minus(observation.lastTime(), ahead));
        assumed = AssumedTimes.both(assumed, observation.assumed());
    }

    /// Adds what another group holds that is on something else.
    void fold(Group other) {
        take(other);
        folded += other.folded;
    }

    private void place(Entity entity) {
        if (!entities.contains(entity) && log.hasRoom(Bound.PLACES_OF_FINDING, entities.size())) {
            entities.add(entity);
        }
    }

    /// Takes the signature as grave as one of the observations shows it, if that is graver.
    void weigh(Rule.Signature weighed) {
        if (weighed.severity().compareTo(signature.severity()) > 0) {
            signature = weighed;
        }
    }

    /// Adds everything that another group of the same signature holds.
    void take(Group other) {
        count += other.count;
        observations += other.observations;
        isState |= other.isState;
        healed += other.healed;
        for (Entity entity : other.entities) {
            place(entity);
        }
        subjects.addAll(other.subjects);
        faults.addAll(other.faults);
        other.seen.forEach((subject, times) -> seen.merge(subject, times, Long::sum));
        other.values.forEach(values::putIfAbsent);
        captured.take(other.captured);
        for (Evidence each : other.evidence) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(each);
            }
        }
        healedBy = healedBy == null ? other.healedBy : healedBy;
        transiences.addAll(other.transiences);
        age = older(age, other.age);
        first = earlier(first, other.first);
        last = later(last, other.last);
        assumed = AssumedTimes.both(assumed, other.assumed);
    }

    boolean isHealed() {
        return healed == observations;
    }

    /// What holds of all observations together: it goes on if any of them does.
    Transience transience() {
        for (Transience each :
                List.of(
                        Transience.ONGOING,
                        Transience.UNTIL_THE_END,
                        Transience.RECURRING,
                        Transience.UNKNOWN,
                        Transience.STOPPED)) {
            if (transiences.contains(each)) {
                return each;
            }
        }
        return isHealed() ? Transience.HEALED : Transience.UNKNOWN;
    }

    private static @Nullable Duration older(@Nullable Duration one, @Nullable Duration other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static @Nullable Instant minus(@Nullable Instant time, Duration ahead) {
        return time == null ? null : time.minus(ahead);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
