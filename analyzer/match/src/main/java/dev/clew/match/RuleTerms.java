package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import dev.clew.model.Software;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What a rule asks of records, by which it can be looked up.
///
/// @param literals texts that it looks for, as they stand in its tests or inside its expressions;
///   lower case
/// @param fields names of the fields that it reads
/// @param software whose versions decide whether it applies
public record RuleTerms(Set<String> literals, Set<String> fields, Set<Software> software) {

    public RuleTerms {
        literals = Set.copyOf(literals);
        fields = Set.copyOf(fields);
        software = Set.copyOf(software);
    }

    /// The terms of all patterns of a rule, also of those that further records must meet.
    public static RuleTerms of(Rule rule) {
        Set<String> literals = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        for (RecordPattern pattern : CompiledRule.patternsOf(rule)) {
            add(pattern.clause(), literals, fields);
        }
        return new RuleTerms(literals, fields, rule.applies().ranges().keySet());
    }

    private static void add(Clause clause, Set<String> literals, Set<String> fields) {
        switch (clause) {
            case Clause.Text(String field, String text) -> {
                fields.add(field);
                literals.add(text.toLowerCase(Locale.ROOT));
            }
            case Clause.Regex(String field, String pattern) -> {
                fields.add(field);
                RequiredLiterals.inAnyMatch(pattern).forEach(literals::addAll);
            }
            case Clause.In(String field, var words) -> {
                fields.add(field);
                words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .forEach(literals::add);
            }
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    fields.add(field);
            case Clause.Exists(String field, boolean expected) -> fields.add(field);
            case Clause.Jq jq -> {
                // its fields are those of the query's own language
            }
            case Clause.All(var clauses) -> clauses.forEach(each -> add(each, literals, fields));
            case Clause.Any(var clauses) -> clauses.forEach(each -> add(each, literals, fields));
            case Clause.None(var clauses) -> clauses.forEach(each -> add(each, literals, fields));
        }
    }
}
