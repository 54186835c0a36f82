package dev.clew.diagnose.collect;

import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a person asked about, by name, in the commands of a pasted terminal. Of lists that were
/// printed beside it, the rest are bystanders. Its size is bounded.
public final class Focus {

    /// Who asks for more things by name goes through all of them.
    private static final int MOST = 30;

    private static final Set<String> VERBS =
            Set.of("describe", "get", "logs", "log", "events", "rollout", "edit");
    private static final Set<String> WORKLOADS =
            Set.of("Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob");
    private static final Set<String> WITH_VALUE =
            Set.of("-n", "--namespace", "-o", "--output", "-c", "--container", "-l", "--context");

    private final Set<String> names = new HashSet<>();

    /// Takes note of a command.
    void note(LogRecord record) {
        if (record.kind() != RecordKind.COMMAND || names.size() > MOST) {
            return;
        }
        List<String> words = List.of(record.text().strip().split("\\s+", 40));
        int at = verb(words);
        if (at < 0 || words.contains("|")) {
            return;
        }
        boolean kind = !words.get(at).startsWith("log");
        for (int i = at + 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                if (word.equals("--for") && i + 1 < words.size()) {
                    name(words.get(i + 1));
                }
                i += WITH_VALUE.contains(word) || word.equals("--for") ? 1 : 0;
            } else if (word.indexOf('/') > 0) {
                name(word);
            } else if (kind) {
                kind = false;
            } else {
                name(word);
            }
        }
    }

    private static int verb(List<String> words) {
        for (int i = 0; i < Math.min(8, words.size()); i++) {
            if (VERBS.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void name(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        if (name.length() > 2) {
            names.add(name);
        }
    }

    /// Whether all of these are pods and workloads that nobody asked about, while somebody asked
    /// about others.
    public boolean passesBy(Set<Subject> subjects) {
        return !names.isEmpty()
                && names.size() <= MOST
                && !subjects.isEmpty()
                && subjects.stream()
                        .allMatch(each ->
                                WORKLOADS.contains(each.kind()) && !isAskedFor(each.name()));
    }

    private boolean isAskedFor(String name) {
        return names.stream()
                .anyMatch(each ->
                        name.equals(each)
                                || name.startsWith(each + "-")
                                || each.startsWith(name + "-"));
    }
}
