package dev.clew.diagnose.collect;

import dev.clew.match.CompiledRule;
import dev.clew.match.RuleBook;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.util.List;

/// Words of failures that something merely names: a command that someone typed, options that a
/// program lists at its start, events that say all is normal. They are evidence only for signatures
/// that ask for such records.
final class Quoted {

    private Quoted() {}

    /// The matches of a signature that are evidence.
    static List<CompiledRule.PatternMatch> evidence(LogRecord record, RuleBook.Hit hit) {
        if (isListOfOptions(record)) {
            return List.of();
        }
        boolean quoted = record.kind() == RecordKind.COMMAND || isNormalEvent(record);
        return !quoted
                ? hit.met()
                : hit.met().stream().filter(met -> asksFor(record.kind(), hit, met)).toList();
    }

    private static boolean asksFor(
            RecordKind kind, RuleBook.Hit hit, CompiledRule.PatternMatch met) {
        return hit.rule().rule() instanceof Rule.Signature signature
                && signature.match().get(met.variant()).kinds().contains(kind);
    }

    private static boolean isNormalEvent(LogRecord record) {
        return record.kind() == RecordKind.EVENT && "Normal".equals(record.fields().get("type"));
    }

    /// Of the programs of Kubernetes, and of the agent of Cilium.
    private static boolean isListOfOptions(LogRecord record) {
        return record.kind() == RecordKind.LOG
                && (Options.isOption(record) || record.message().startsWith("FLAG: --"));
    }
}
