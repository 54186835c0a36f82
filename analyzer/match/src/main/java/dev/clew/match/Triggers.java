package dev.clew.match;

import dev.clew.match.literal.LiteralScanner;
import dev.clew.model.Clause;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What makes a rule worth trying on a record.
///
/// @param line literals one of which is in every line of text that the rule has to do with; lower
///   case
/// @param object the same for records that are not lines of text
/// @param everyLine any line of text, because a pattern that reads lines has no usable literal,
///   which of a rule that was written elsewhere is a long one
/// @param everyObject any record that is not a line of text, because a pattern that reads those has
///   no usable literal
public record Triggers(
        Set<String> line, Set<String> object, boolean everyLine, boolean everyObject) {

    private static final Set<RecordKind> LINES =
            Set.of(RecordKind.LOG, RecordKind.TEXT, RecordKind.COMMAND);

    public Triggers {
        line = Set.copyOf(line);
        object = Set.copyOf(object);
    }

    /// The tests of a rule for which a literal is looked for in lines of text; none if it is the
    /// name of an option in an agent's list.
    public static List<Clause> sources(Rule rule, String literal) {
        return CompiledRule.patternsOf(rule).stream()
                .flatMap(pattern -> RequiredLiterals.sources(pattern.clause(), literal))
                .toList();
    }

    /// The triggers of all patterns of a rule together.
    public static Triggers of(Rule rule) {
        Set<String> line = new TreeSet<>();
        Set<String> object = new TreeSet<>();
        boolean everyLine = false;
        boolean everyObject = false;
        for (RecordPattern pattern : CompiledRule.patternsOf(rule)) {
            Set<RecordKind> kinds = pattern.kinds();
            if (kinds.isEmpty() || kinds.stream().anyMatch(Triggers::isLine)) {
                Optional<Set<String>> own =
                        RequiredLiterals.ofLines(pattern)
                                .filter(literals -> !isPatient(rule) || areQuick(literals));
                line.addAll(own.orElse(Set.of()));
                everyLine |= own.isEmpty();
            }
            if (kinds.isEmpty() || !LINES.containsAll(kinds)) {
                Optional<Set<String>> own = RequiredLiterals.ofObjects(pattern);
                object.addAll(own.orElse(Set.of()));
                everyObject |= own.isEmpty();
            }
            if (readsConfig(pattern)) {
                // An agent lists its options line by line; those lines make up the configuration
                fields(pattern.clause(), field -> line.add("  --" + field + "="));
            }
        }
        return new Triggers(line, object, everyLine, everyObject);
    }

    /// Whether looking for the literals leaves the steps of the scanner as large as they are.
    private static boolean areQuick(Set<String> literals) {
        return literals.stream().allMatch(each -> each.length() >= LiteralScanner.QUICK);
    }

    /// Whether a rule without a literal is only tried on lines that are read for another reason.
    public static boolean isPatient(Rule rule) {
        return rule instanceof Rule.Signature signature && signature.isForeign();
    }

    /// Whether a rule looks at records as they stand in the input, and not at their words alone.
    public static boolean readsRaw(Rule rule) {
        return CompiledRule.patternsOf(rule).stream().anyMatch(each -> readsRaw(each.clause()));
    }

    private static boolean readsRaw(Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) -> field.equals(Clause.RAW);
            case Clause.Regex(String field, String pattern) -> field.equals(Clause.RAW);
            case Clause.In(String field, List<String> words) -> field.equals(Clause.RAW);
            case Clause.Jq jq -> true;
            case Clause.All(List<Clause> clauses) -> clauses.stream().anyMatch(Triggers::readsRaw);
            case Clause.Any(List<Clause> clauses) -> clauses.stream().anyMatch(Triggers::readsRaw);
            case Clause.None(List<Clause> clauses) -> clauses.stream().anyMatch(Triggers::readsRaw);
            case Clause.Compare compare -> false;
            case Clause.Exists exists -> false;
        };
    }

    /// Whether a pattern asks for configurations: by the kinds it reads or by a test of `kind`.
    static boolean readsConfig(RecordPattern pattern) {
        return pattern.kinds().contains(RecordKind.CONFIG) || asksForConfig(pattern.clause());
    }

    private static boolean asksForConfig(Clause clause) {
        return switch (clause) {
            case Clause.In(String field, List<String> words) ->
                    field.equals("kind") && words.contains(RecordKind.CONFIG.word());
            case Clause.All(List<Clause> clauses) ->
                    clauses.stream().anyMatch(Triggers::asksForConfig);
            case Clause.Any(List<Clause> clauses) ->
                    clauses.stream().anyMatch(Triggers::asksForConfig);
            case Clause.None none -> false;
            case Clause.Text text -> false;
            case Clause.Regex regex -> false;
            case Clause.Compare compare -> false;
            case Clause.Exists exists -> false;
            case Clause.Jq jq -> false;
        };
    }

    private static void fields(Clause clause, Consumer<String> sink) {
        switch (clause) {
            case Clause.Text(String field, String text) -> sink.accept(field);
            case Clause.Regex(String field, String pattern) -> sink.accept(field);
            case Clause.In(String field, List<String> words) -> sink.accept(field);
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    sink.accept(field);
            case Clause.Exists(String field, boolean expected) -> sink.accept(field);
            case Clause.Jq jq -> {}
            case Clause.All(List<Clause> clauses) -> clauses.forEach(each -> fields(each, sink));
            case Clause.Any(List<Clause> clauses) -> clauses.forEach(each -> fields(each, sink));
            case Clause.None(List<Clause> clauses) -> clauses.forEach(each -> fields(each, sink));
        }
    }

    /// Whether records of that kind are lines of text, of which an input may have millions.
    public static boolean isLine(RecordKind kind) {
        return LINES.contains(kind);
    }
}
