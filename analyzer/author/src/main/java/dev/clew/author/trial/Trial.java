package dev.clew.author.trial;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Incident;
import dev.clew.model.Role;
import dev.clew.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a pack makes of labelled cases, by signature.
public final class Trial {

    private final Map<String, Score> scores = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private int cases;
    private int right;

    /// How a signature did.
    ///
    /// @param hits cases it is the cause of and was named first
    /// @param misses cases it is the cause of and was not named first
    /// @param falseAlarms cases in which it was named, at error or above, without reason
    public record Score(int hits, int misses, int falseAlarms) {
        static final Score NONE = new Score(0, 0, 0);

        Score plus(Score other) {
            return new Score(
                    hits + other.hits, misses + other.misses, falseAlarms + other.falseAlarms);
        }
    }

    /// Holds a diagnosis against the label.
    ///
    /// @param name of the case, for remarks
    public void judge(String name, LabelledCase label, Diagnosis diagnosis) {
        cases++;
        List<String> alarms = alarms(label, diagnosis);
        alarms.forEach(id -> add(id, new Score(0, 0, 1)));
        if (!alarms.isEmpty()) {
            remarks.add(name + ": false alarm: " + String.join(", ", alarms));
        }
        if (label.roots().isEmpty()) {
            right += alarms.isEmpty() ? 1 : 0;
            return;
        }
        String first =
                diagnosis.incidents().stream()
                        .findFirst()
                        .map(Incident::root)
                        .flatMap(diagnosis::finding)
                        .map(finding -> finding.signature().id())
                        .orElse("nothing");
        if (label.roots().contains(first)) {
            right++;
            add(first, new Score(1, 0, 0));
        } else {
            label.roots().forEach(id -> add(id, new Score(0, 1, 0)));
            remarks.add(
                    name + ": missed: " + String.join(" or ", label.roots()) + "; named " + first);
        }
    }

    /// Where nothing is wrong, or nothing that is known, whatever is claimed is a false alarm.
    private static List<String> alarms(LabelledCase label, Diagnosis diagnosis) {
        if (!label.roots().isEmpty()) {
            return List.of();
        }
        Set<String> allowed = label.also();
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.ERROR) >= 0)
                .filter(finding -> label.healthy() || finding.signature().role() == Role.CAUSE)
                .map(finding -> finding.signature().id())
                .filter(id -> !allowed.contains(id))
                .toList();
    }

    private void add(String id, Score score) {
        scores.merge(id, score, Score::plus);
    }

    /// Scores by signature.
    public Map<String, Score> scores() {
        return Map.copyOf(scores);
    }

    /// A line for each case that went wrong.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    public int cases() {
        return cases;
    }

    /// Cases that went as their labels say.
    public int right() {
        return right;
    }
}
