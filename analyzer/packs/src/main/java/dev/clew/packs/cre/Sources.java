package dev.clew.packs.cre;

import dev.clew.bundle.log.Applications;
import dev.clew.model.Clause;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a rule listens to. A line whose program is known is only read by rules for that program or
/// its family; any other line is read by all.
final class Sources {

    private static final Set<RecordKind> LINES =
            Set.of(RecordKind.LOG, RecordKind.TEXT, RecordKind.EVENT);

    private final List<String> applications;

    /// @param applications those that the rule names
    Sources(List<String> applications) {
        this.applications = List.copyOf(applications);
    }

    RecordPattern pattern(String source, Clause clause) {
        boolean objects = !source.startsWith("cre.log.");
        List<String> words = new ArrayList<>(applications);
        words.add(source);
        return new RecordPattern(
                objects ? Set.of() : LINES,
                objects ? Set.of() : Applications.named(words),
                Set.of(),
                clause);
    }
}
