package dev.clew.serve.listen;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.graph.Ref;
import dev.clew.model.Evidence;
import dev.clew.model.FixStep;
import dev.clew.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The incidents of a cluster that is looked at again and again: which are open, and what each look
/// changes. For use by several threads.
public final class LiveIncidents {

    private static final int MOST_OPEN = 500;
    private static final int MOST_ENDED = 100;
    private static final int MOST_SYMPTOMS = 5;
    private static final int MOST_STEPS = 2;
    private static final int LONGEST = 500;

    private final UnaryOperator<String> redactor;
    private final Map<String, LiveIncident> open = new LinkedHashMap<>();
    private final List<LiveIncident> ended = new ArrayList<>();
    private @Nullable Instant looked;
    private @Nullable String failure;
    private long looks;
    private long failures;
    private long beyond;

    /// @param redactor takes the secrets out of a text
    public LiveIncidents(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    /// What a look changes.
    ///
    /// @param opened incidents that were not there before
    /// @param ended incidents that are there no longer
    public record Change(List<LiveIncident> opened, List<LiveIncident> ended) {
        public Change {
            opened = List.copyOf(opened);
            ended = List.copyOf(ended);
        }
    }

    /// Takes what a look at the cluster came to. Incidents below a warning are left out.
    public synchronized Change look(Diagnosis diagnosis, Instant time) {
        looks++;
        looked = time;
        failure = null;
        beyond = 0;
        Map<String, LiveIncident> now = new LinkedHashMap<>();
        for (Incident incident : diagnosis.incidents()) {
            Finding root = diagnosis.finding(incident.root()).orElse(null);
            if (root == null || root.severity().compareTo(Severity.WARNING) < 0) {
                continue;
            }
            if (now.size() >= MOST_OPEN) {
                beyond++;
                continue;
            }
            LiveIncident live = live(diagnosis, incident, root, time);
            now.putIfAbsent(live.id(), live);
        }
        List<LiveIncident> opened = new ArrayList<>();
        List<LiveIncident> over = new ArrayList<>();
        now.replaceAll((id, live) -> {
            LiveIncident before = open.get(id);
            if (before == null) {
                opened.add(live);
                return live;
            }
            return live.since(before.opened());
        });
        open.forEach((id, before) -> {
            if (!now.containsKey(id)) {
                over.add(before.over(time));
            }
        });
        open.clear();
        open.putAll(now);
        ended.addAll(over);
        while (ended.size() > MOST_ENDED) {
            ended.removeFirst();
        }
        notifyAll();
        return new Change(opened, over);
    }

    /// Notes that a look failed. What was open stays open.
    public synchronized void failed(String words) {
        looks++;
        failures++;
        failure = cut(redactor.apply(words));
        notifyAll();
    }

    private LiveIncident live(Diagnosis diagnosis, Incident incident, Finding root, Instant time) {
        Ref thing =
                !incident.rootEntities().isEmpty()
                        ? incident.rootEntities().getFirst()
                        : root.subjects().isEmpty() ? null : Ref.of(root.subjects().getFirst());
        Evidence proof = root.evidence().getFirst();
        List<String> steps =
                root.fix().stream()
                        .filter(step ->
                                step.risk() == FixStep.Risk.READ_ONLY && step.command() != null)
                        .limit(MOST_STEPS)
                        .map(step -> cut(redactor.apply(String.valueOf(step.command()))))
                        .toList();
        List<String> symptoms =
                incident.symptoms().stream()
                        .map(diagnosis::finding)
                        .flatMap(Optional::stream)
                        .map(finding -> finding.signature().title())
                        .distinct()
                        .limit(MOST_SYMPTOMS)
                        .toList();
        return new LiveIncident(
                root.signature().id() + "@" + (thing == null ? "cluster" : thing),
                root.signature().id(),
                root.signature().title(),
                root.severity().word(),
                incident.confidence(),
                thing,
                symptoms,
                cut(redactor.apply(proof.text())),
                steps,
                root.article() == null ? null : root.article().id(),
                time,
                null);
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /// Those that go on, in rank order.
    public synchronized List<LiveIncident> open() {
        return List.copyOf(open.values());
    }

    /// The latest of those that are over, the last first.
    public synchronized List<LiveIncident> ended() {
        return List.copyOf(ended.reversed());
    }

    /// When the cluster was looked at last, null before the first look.
    public synchronized @Nullable Instant looked() {
        return looked;
    }

    /// Why the last look failed, null if it did not.
    public synchronized @Nullable String failure() {
        return failure;
    }

    /// How often the cluster was looked at.
    public synchronized long looks() {
        return looks;
    }

    /// How many looks failed.
    public synchronized long failures() {
        return failures;
    }

    /// How many incidents of the last look are not kept, for there are so many.
    public synchronized long beyond() {
        return beyond;
    }

    /// Waits for the next look, but not long.
    ///
    /// @param seen how many looks the caller knows of
    public synchronized long await(long seen, long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (looks == seen && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        return looks;
    }
}
