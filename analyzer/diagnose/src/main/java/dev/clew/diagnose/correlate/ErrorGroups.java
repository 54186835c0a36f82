package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Observation;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Severity;
import dev.clew.model.TitleTemplate;

/// What is special about groups that rest on the words of an error: their title names what it is
/// about, and they are no more than a warning unless something ended of it.
final class ErrorGroups {

    private static final String GRAVE = "grave";

    private ErrorGroups() {}

    /// What errors of one workload have in common that are one finding: they are about one thing.
    static String owner(Observation observation, String owner) {
        if (observation.kind() != RecordKind.ERROR) {
            return owner;
        }
        String target = observation.captures().get("target");
        return owner + (target == null ? "" : " " + target);
    }

    /// The group under the title that its values make. Groups of other sorts stay as they are.
    static Group told(Group group) {
        if (!group.isError) {
            return group;
        }
        Rule.Signature signature = group.signature;
        boolean grave = group.values.containsKey(GRAVE);
        Severity severity =
                grave || signature.severity().compareTo(Severity.WARNING) < 0
                        ? signature.severity()
                        : Severity.WARNING;
        Group told =
                new Group(
                        signature.as(
                                TitleTemplate.fill(signature.titleTemplate(), group.values),
                                severity),
                        RecordKind.ERROR,
                        group.log);
        told.take(group);
        told.values.remove(GRAVE);
        told.values.remove("who");
        told.values.remove("at-target");
        told.values.remove("mechanism-words");
        return told;
    }
}
