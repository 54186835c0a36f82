package dev.clew.diagnose.correlate;

import dev.clew.model.Entity;
import dev.clew.model.Subject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was captured of each thing that a finding is about. Values of different things are never
/// mixed: what is told of one counts for another only if all that tell it agree.
final class Captured {

    private final Map<Subject, Map<String, String>> own = new LinkedHashMap<>();
    private final Map<Subject, Entity> places = new LinkedHashMap<>();
    private final Map<String, String> agreed = new TreeMap<>();
    private final Set<String> disputed = new HashSet<>();
    private final int most;

    /// @param most subjects of which the values are kept apart
    Captured(int most) {
        this.most = most;
    }

    void add(@Nullable Subject subject, Entity entity, Map<String, String> captures) {
        captures.forEach(this::agree);
        if (subject != null && (own.containsKey(subject) || own.size() < most)) {
            places.merge(subject, entity, Entity::or);
            own.merge(subject, captures, (one, other) -> other.size() > one.size() ? other : one);
        }
    }

    void take(Captured other) {
        other.agreed.forEach(this::agree);
        other.disputed.forEach(this::dispute);
        other.own.forEach((subject, captures) -> {
            if (own.size() < most) {
                own.putIfAbsent(subject, captures);
            }
        });
        other.places.forEach((subject, entity) -> {
            if (own.containsKey(subject)) {
                places.putIfAbsent(subject, entity);
            }
        });
    }

    private void agree(String name, String value) {
        if (!disputed.contains(name) && !value.equals(agreed.getOrDefault(name, value))) {
            dispute(name);
        } else if (!disputed.contains(name)) {
            agreed.put(name, value);
        }
    }

    private void dispute(String name) {
        disputed.add(name);
        agreed.remove(name);
    }

    /// The values that hold for a thing.
    Map<String, String> of(@Nullable Subject subject) {
        Map<String, String> values = new TreeMap<>(agreed);
        if (subject != null) {
            values.putAll(own.getOrDefault(subject, Map.of()));
        }
        return values;
    }

    /// The place of a thing.
    Entity place(@Nullable Subject subject) {
        return subject == null ? Entity.UNKNOWN : places.getOrDefault(subject, Entity.UNKNOWN);
    }
}
