package dev.clew.diagnose.collect;

import dev.clew.match.CompiledRule;
import dev.clew.match.RuleBook;
import dev.clew.match.regex.Expression;
import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import java.util.List;
import java.util.function.Predicate;

/// Words of failures that something merely names: a command that someone typed, options that a
/// program lists at its start, events that say all is normal. They are evidence only for signatures
/// that ask for such records.
final class Quoted {

    private static final String REASON = "reason";

    private Quoted() {}

    /// The matches of a signature that are evidence.
    static List<CompiledRule.PatternMatch> evidence(LogRecord record, RuleBook.Hit hit) {
        if (isListOfOptions(record)) {
            return List.of();
        }
        Predicate<RecordPattern> asks =
                record.kind() == RecordKind.COMMAND
                        ? pattern -> pattern.kinds().contains(RecordKind.COMMAND)
                        : isNormalEvent(record)
                                ? pattern -> asksFor(reason(record), pattern.clause())
                                : any -> true;
        return hit.met().stream()
                .filter(met -> asks.test(hit.rule().rule().match().get(met.variant())))
                .toList();
    }

    /// Events that say all is normal are known by their reason, if they tell of trouble after all.
    /// Letter case counts here, for reasons have one.
    private static boolean asksFor(String reason, Clause clause) {
        return switch (clause) {
            case Clause.All(List<Clause> clauses) ->
                    clauses.stream().anyMatch(each -> asksFor(reason, each));
            case Clause.Any(List<Clause> clauses) ->
                    clauses.stream().anyMatch(each -> asksFor(reason, each));
            case Clause.None none -> false;
            case Clause.Text(String field, String text) ->
                    field.equals(REASON) && reason.contains(text);
            case Clause.Regex(String field, String pattern) ->
                    field.equals(REASON) && Expression.of(pattern).matches(reason);
            case Clause.In(String field, List<String> words) ->
                    field.equals(REASON) && words.contains(reason);
            case Clause.Compare compare -> false;
            case Clause.Exists exists -> false;
            case Clause.Jq jq -> false;
        };
    }

    private static String reason(LogRecord record) {
        return record.fields().getOrDefault(REASON, "");
    }

    private static boolean isNormalEvent(LogRecord record) {
        return record.kind() == RecordKind.EVENT && "Normal".equals(record.fields().get("type"));
    }

    /// Of the programs of Kubernetes, and of the agent of Cilium.
    static boolean isListOfOptions(LogRecord record) {
        return record.kind() == RecordKind.LOG
                && (Options.isOption(record) || record.message().startsWith("FLAG: --"));
    }
}
