package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.Pattern;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What makes a rule worth trying on a record.
///
/// @param literals a record whose text contains one of them; lower case
/// @param everyLine any line of text, because a pattern that reads lines has no usable literal
/// @param everyObject any record that is not a line of text, because a pattern that reads those has
///   no usable literal
public record Triggers(Set<String> literals, boolean everyLine, boolean everyObject) {

    private static final Set<RecordKind> LINES =
            Set.of(RecordKind.LOG, RecordKind.TEXT, RecordKind.COMMAND);

    public Triggers {
        literals = Set.copyOf(literals);
    }

    /// The triggers of all patterns of a rule together.
    public static Triggers of(Rule rule) {
        Set<String> literals = new TreeSet<>();
        boolean everyLine = false;
        boolean everyObject = false;
        for (Pattern pattern : CompiledRule.patternsOf(rule)) {
            Optional<Set<String>> own = RequiredLiterals.of(pattern);
            literals.addAll(own.orElse(Set.of()));
            if (pattern.kinds().contains(RecordKind.CONFIG)) {
                // An agent lists its options line by line; those lines make up the configuration
                fields(pattern.clause(), field -> literals.add("--" + field + "="));
            }
            if (own.isEmpty()) {
                everyObject = true;
                everyLine |=
                        pattern.kinds().isEmpty()
                                || pattern.kinds().stream().anyMatch(Triggers::isLine);
            }
        }
        return new Triggers(literals, everyLine, everyObject);
    }

    private static void fields(Clause clause, Consumer<String> sink) {
        switch (clause) {
            case Clause.Text(String field, String text) -> sink.accept(field);
            case Clause.Regex(String field, String pattern) -> sink.accept(field);
            case Clause.In(String field, List<String> words) -> sink.accept(field);
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    sink.accept(field);
            case Clause.Exists(String field, boolean expected) -> sink.accept(field);
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
