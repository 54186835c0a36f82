package dev.clew.match.index;

import dev.clew.match.CompiledRule;
import dev.clew.match.RequiredLiterals;
import dev.clew.model.Clause;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Keeps the texts that are in everything the expressions of a rule match, since reading them off
/// the expressions takes longer than most runs.
final class ExpressionTexts {

    private ExpressionTexts() {}

    static byte[] encode(Rule rule) {
        Set<String> expressions = new LinkedHashSet<>();
        for (RecordPattern pattern : CompiledRule.patternsOf(rule)) {
            expressions(pattern.clause(), expressions);
        }
        BinaryWriter out = new BinaryWriter();
        out.all(
                expressions,
                expression ->
                        out.text(expression)
                                .all(RequiredLiterals.inAnyMatch(expression), out::texts));
        return out.bytes();
    }

    static Function<String, List<List<String>>> decode(BinaryReader in) throws IOException {
        Map<String, List<List<String>>> texts = new HashMap<>();
        in.all(() -> Map.entry(in.text(), in.all(in::texts)))
                .forEach(each -> texts.put(each.getKey(), each.getValue()));
        return expression -> texts.getOrDefault(expression, List.of());
    }

    private static void expressions(Clause clause, Set<String> into) {
        switch (clause) {
            case Clause.Regex(String field, String pattern) -> into.add(pattern);
            case Clause.All(List<Clause> clauses) ->
                    clauses.forEach(each -> expressions(each, into));
            case Clause.Any(List<Clause> clauses) ->
                    clauses.forEach(each -> expressions(each, into));
            case Clause.None(List<Clause> clauses) ->
                    clauses.forEach(each -> expressions(each, into));
            case Clause.Text text -> {}
            case Clause.In in -> {}
            case Clause.Compare compare -> {}
            case Clause.Exists exists -> {}
            case Clause.Jq jq -> {}
        }
    }
}
