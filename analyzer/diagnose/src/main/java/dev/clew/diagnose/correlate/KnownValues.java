package dev.clew.diagnose.correlate;

import dev.clew.match.regex.Expression;
import dev.clew.model.Entity;
import dev.clew.model.Environment;
import dev.clew.model.Placeholder;
import dev.clew.model.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of the thing that a finding is about: what was captured, its own names and place,
/// and what the input tells of the cluster.
final class KnownValues {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    private final Map<String, String> captures = new HashMap<>();
    private final @Nullable Subject subject;
    private final Entity place;
    private final Environment environment;
    private final List<String> evidence;

    /// @param subject the thing that commands are written for; null where the input names none
    /// @param place where it is
    /// @param evidence texts of the records that the finding rests on
    KnownValues(
            Map<String, String> captures,
            @Nullable Subject subject,
            Entity place,
            Environment environment,
            List<String> evidence) {
        captures.forEach((name, value) ->
                this.captures.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), value));
        this.subject = subject;
        this.place = place;
        this.environment = environment;
        this.evidence = List.copyOf(evidence);
    }

    /// The value of a placeholder, of its type, or empty if it is not known.
    Optional<String> of(Placeholder placeholder) {
        return raw(placeholder).flatMap(placeholder.type()::take);
    }

    private Optional<String> raw(Placeholder placeholder) {
        String name = placeholder.name();
        String captured = captures.get(name);
        if (captured != null && !isAnother(placeholder, captured)) {
            return Optional.of(captured);
        }
        return ofSubject(placeholder)
                .filter(value -> placeholder.shape() == null || value.matches(placeholder.shape()))
                .or(() -> said(placeholder))
                .or(() ->
                        placeholder.fact() == null
                                ? Optional.empty()
                                : environment.fact(placeholder.fact()));
    }

    /// Whether a captured value is the name of the thing itself, which is of another kind.
    private boolean isAnother(Placeholder placeholder, String captured) {
        String kind = placeholder.kind() == null ? "" : placeholder.kind();
        return subject != null
                && captured.equals(subject.name())
                && subject.kind().equals("Pod")
                && WORKLOADS.containsAll(List.of(kind.split("\\|")));
    }

    /// What the evidence says it is, if all of it says the same.
    private Optional<String> said(Placeholder placeholder) {
        Set<String> values = new HashSet<>();
        for (String pattern : placeholder.said()) {
            Expression expression = Expression.of(pattern);
            for (String text : evidence) {
                Map<String, String> found = new HashMap<>();
                if (expression.find(text, found) && found.containsKey("value")) {
                    values.add(found.get("value"));
                }
            }
        }
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    private Optional<String> ofSubject(Placeholder placeholder) {
        String kind = placeholder.kind() == null ? "" : placeholder.kind();
        if (kind.equals("namespace")) {
            return Optional.ofNullable(
                    subject == null || subject.namespace() == null
                            ? place.namespace()
                            : subject.namespace());
        }
        if (kind.equals("container")) {
            return Optional.ofNullable(place.container());
        }
        if (subject == null) {
            return Optional.empty();
        }
        if (kind.equals("kind")) {
            return Optional.of(subject.kind());
        }
        if (kind.equals("workload-kind")) {
            return Optional.of(subject.kind())
                    .filter(WORKLOADS::contains)
                    .map(word -> word.toLowerCase(Locale.ROOT));
        }
        if (kind.equals("*")
                || List.of(kind.split("\\|")).contains(subject.kind())
                || placeholder.name().equals(subject.kind().toLowerCase(Locale.ROOT))) {
            return Optional.of(subject.name());
        }
        if (kind.equals("Node")) {
            return Optional.ofNullable(subject.node() == null ? place.node() : subject.node());
        }
        return Optional.empty();
    }

    /// The value that a condition asks for, or null: of the finding first, then of the cluster.
    @Nullable String condition(String name) {
        String captured = captures.get(name);
        return captured != null ? captured : environment.facts().get(name);
    }

    /// Whether the finding itself tells a value of that name.
    boolean isCaptured(String name) {
        return captures.containsKey(name);
    }

    Environment environment() {
        return environment;
    }

    /// Whether a placeholder stands for the thing itself, so that the command must be run for each
    /// of several.
    boolean isOfSubject(Placeholder placeholder) {
        return ofSubject(placeholder).isPresent() || captures.containsKey(placeholder.name());
    }
}
